package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.config.Settings;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestPeriodTest {
    @ParameterizedTest
    @CsvSource({
        "WEEKLY, 2026-11-16T08:00:00Z, 2026-11-09T08:00:00Z, 2026-11-16T08:00:00Z, weekly-2026-11-16",
        "WEEKLY, 2026-11-16T07:59:59Z, 2026-11-02T08:00:00Z, 2026-11-09T08:00:00Z, weekly-2026-11-09",
        "WEEKLY, 2026-11-22T23:00:00Z, 2026-11-09T08:00:00Z, 2026-11-16T08:00:00Z, weekly-2026-11-16",
        "DAILY, 2026-11-20T08:00:00Z, 2026-11-19T08:00:00Z, 2026-11-20T08:00:00Z, daily-2026-11-20",
        "DAILY, 2026-11-20T07:59:59Z, 2026-11-18T08:00:00Z, 2026-11-19T08:00:00Z, daily-2026-11-19"
    })
    void period_thatEndedLast_endsAtEight(Settings.Digest every, Instant now, Instant from, Instant to, String id) {
        DigestPeriod period = DigestPeriod.ended(every, now).orElseThrow();
        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period.id()).isEqualTo(id);
        assertThat(period.holds(from)).isTrue();
        assertThat(period.holds(to)).isFalse();
    }

    @Test
    void period_ofNoDigest_isNone() {
        assertThat(DigestPeriod.ended(Settings.Digest.OFF, Instant.parse("2026-11-20T08:00:00Z")))
                .isEmpty();
    }
}
