package io.github.ecsmedic.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {
    @Test
    void text_ofTheForm_isRead() {
        assertThat(QuietHours.parse("22:00-07:30 Europe/Berlin"))
                .contains(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30), ZoneId.of("Europe/Berlin")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "22:00",
                "22:00-07:00",
                "22-7 UTC",
                "22:00-24:30 UTC",
                "22:00-07:00 Mars/Base",
                "22:00-22:00 UTC"
            })
    void text_ofAnotherForm_isNothing(String text) {
        assertThat(QuietHours.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "22:00-07:00 Europe/Berlin, 2026-11-20T20:59:00Z, false",
        "22:00-07:00 Europe/Berlin, 2026-11-20T21:00:00Z, true",
        "22:00-07:00 Europe/Berlin, 2026-11-20T05:59:00Z, true",
        "22:00-07:00 Europe/Berlin, 2026-11-20T06:00:00Z, false",
        "22:00-07:00 Europe/Berlin, 2026-07-20T20:00:00Z, true",
        "12:00-13:00 UTC, 2026-11-20T12:30:00Z, true",
        "12:00-13:00 UTC, 2026-11-20T13:00:00Z, false",
        "12:00-13:00 UTC, 2026-11-20T03:00:00Z, false"
    })
    void moment_isWithinThem_byTheClockOfTheirZone(String hours, Instant at, boolean quiet) {
        assertThat(QuietHours.parse(hours).orElseThrow().contain(at)).isEqualTo(quiet);
        assertThat(QuietHours.NONE.contain(at)).isFalse();
    }
}
