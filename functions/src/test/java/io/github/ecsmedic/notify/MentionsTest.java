package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.config.QuietHours;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Person;
import io.github.ecsmedic.incident.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    private static final Bulletin TOLD = Bulletins.opened(Diagnoses.noRoute());
    private static final QuietHours NIGHT =
            QuietHours.parse("22:00-07:00 Europe/Berlin").orElseThrow();
    private static final Instant AT_NIGHT = Instant.parse("2026-11-20T03:00:00Z");
    private static final Instant BY_DAY = Instant.parse("2026-11-20T09:00:00Z");

    private static Bulletin owned(Severity severity, Instant at, String... owners) {
        return new Bulletin(
                TOLD.incident(),
                TOLD.before(),
                new Direction("", List.of(owners), severity, null, "", List.of()),
                at,
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "@U0123ABCD, <@U0123ABCD>",
        "@W0123ABCD, <@W0123ABCD>",
        "@S0123ABCD, <!subteam^S0123ABCD>",
        "payments, payments",
        "@payments, @payments",
        "U0123ABCD, U0123ABCD",
        "@C0123ABCD, @C0123ABCD",
        "@U0123abcd, @U0123abcd",
        "@channel, @channel",
        "<!channel>, <!channel>",
        "@U0123ABCD>, @U0123ABCD>",
        "<@U0123ABCD>, <@U0123ABCD>",
        "@U0123|ABCD, @U0123|ABCD"
    })
    void owner_withAnId_isCalledAndAnythingElseIsText(String owner, String shown) {
        List<SlackBlock> blocks = Mentions.of(owned(Severity.CRITICAL, BY_DAY, owner), QuietHours.NONE)
                .blocks();
        if (blocks.equals(List.of(new SlackBlock.Called(List.of(owner))))) {
            assertThat(Mentions.markup(owner)).isEqualTo(shown).isNotEqualTo(owner);
        } else {
            assertThat(blocks).containsExactly(new SlackBlock.Plain("Owner: " + shown));
            assertThat(shown).isEqualTo(owner);
        }
    }

    @Test
    void owners_ofHostileNames_callNobody() {
        for (String payload : Payloads.texts()) {
            assertThat(Mentions.of(owned(Severity.CRITICAL, BY_DAY, payload), QuietHours.NONE)
                            .called())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, true, true", "CRITICAL, false, true",
        "WARNING, true, false", "WARNING, false, true",
        "INFO, true, false", "INFO, false, false"
    })
    void owner_inQuietHours_isCalledForWhatIsCriticalOnly(Severity severity, boolean night, boolean called) {
        Mentions mentions = Mentions.of(owned(severity, night ? AT_NIGHT : BY_DAY, "@U0123ABCD"), NIGHT);
        assertThat(mentions)
                .isEqualTo(
                        called
                                ? new Mentions(List.of("@U0123ABCD"), List.of())
                                : new Mentions(List.of(), List.of("@U0123ABCD")));
    }

    @Test
    void owner_ofWhatIsSnoozed_isNotCalled() {
        Bulletin loud = owned(Severity.CRITICAL, BY_DAY, "@U0123ABCD");
        Incident snoozed = loud.incident().snoozed(BY_DAY.plus(Duration.ofHours(1)), new Person("U0999", "ana"));
        Bulletin quiet = new Bulletin(snoozed, loud.before(), loud.direction(), BY_DAY, Optional.empty());
        assertThat(Mentions.of(loud, QuietHours.NONE).called()).containsExactly("@U0123ABCD");
        assertThat(Mentions.of(quiet, QuietHours.NONE).called()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void owner_inTheThread_isCalledForAnotherCauseOnly(boolean otherCause) {
        Bulletin loud = owned(Severity.CRITICAL, BY_DAY, "@U0123ABCD");
        String known = otherCause ? "unknown possible | x" : News.causes(loud.incident()) + " | x";
        Telling.Told told = new Telling.Told(1, Incident.State.OPEN, known, "C:1", AT_NIGHT);
        Bulletin changed = new Bulletin(loud.incident(), told, loud.direction(), BY_DAY, Optional.empty());
        assertThat(Mentions.ofChange(changed, QuietHours.NONE).called())
                .isEqualTo(otherCause ? List.of("@U0123ABCD") : List.of());
    }

    @Test
    void owners_ofNone_areNoBlock() {
        assertThat(Mentions.of(TOLD, QuietHours.NONE).blocks()).isEmpty();
    }
}
