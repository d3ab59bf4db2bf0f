package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.OwnerTags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T03:10:00Z");
    private static final String UNREAD = " of api cannot be read and does nothing: it is ";

    /** Critical by itself. */
    private static Diagnosis of(String service, String... tags) {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < tags.length; i += 2) {
            all.put(tags[i], tags[i + 1]);
        }
        Cause cause = Seen.natGone("nat-0aa1");
        return Seen.tagged(
                Seen.diagnosis(Seen.service(service), "image_pull.network_timeout", cause), OwnerTags.of(all));
    }

    private static Incident incident(Diagnosis... diagnoses) {
        Incident incident = Seen.incident("i-1", 0, diagnoses[0]);
        for (int i = 1; i < diagnoses.length; i++) {
            incident = incident.again(Seen.at(i, diagnoses[i]));
        }
        return incident;
    }

    private static Direction tags(String... tags) {
        return Routing.TAGS.of(incident(of("api", tags)), NOW);
    }

    private static Direction rules(String file, String... tags) {
        return new Routing(List.of("platform"), Rules.read(file).rules()).of(incident(of("api", tags)), NOW);
    }

    @Test
    void incident_withoutTagsAndRules_goesAsTheStackSays() {
        assertThat(tags()).isEqualTo(Direction.NONE);
        assertThat(rules("").owners()).containsExactly("platform");
    }

    @Test
    void tags_ofTheService_goOverTheStacksSettings() {
        assertThat(tags(
                        "ecs-medic:channel", "payments",
                        "ecs-medic:owner", "@payments oncall@example.com",
                        "ecs-medic:severity", "info",
                        "ecs-medic:mute-until", "2026-11-20T08:00Z"))
                .isEqualTo(new Direction(
                        "#payments",
                        List.of("@payments", "oncall@example.com"),
                        Severity.INFO,
                        Instant.parse("2026-11-20T08:00:00Z"),
                        "",
                        List.of("Severity info by a tag of api.")));
    }

    @Test
    void rules_thatMatch_goOverTags() {
        assertThat(rules(
                        "\nservice=a* label=image_pull.* cluster=prod cause=network.* -> severity=info channel=#net owner=net",
                        "ecs-medic:channel",
                        "payments",
                        "ecs-medic:severity",
                        "warning"))
                .isEqualTo(new Direction(
                        "#net",
                        List.of("net"),
                        Severity.INFO,
                        null,
                        "",
                        List.of("Severity info by the rule on line 2.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cluster=dev -> ignore",
                "service=web -> ignore",
                "label=app.crash -> ignore",
                "cause=app.* -> ignore",
                "service=api -> tell\nany -> ignore"
            })
    void incident_thatNoRuleIgnores_isTold(String file) {
        assertThat(rules(file).ignored()).isFalse();
    }

    @Test
    void incident_thatARuleIgnores_isNot() {
        assertThat(rules("any -> ignore").ignoredBy()).isEqualTo("the rule on line 1");
    }

    @Test
    void oneOffTask_inARule_isMatchedByItsFamily() {
        Diagnosis nightly = Seen.diagnosis(Seen.oneOff("nightly"), "app.crash", Seen.nothing());
        Rules rules = Rules.read("service=night* -> severity=info").rules();
        assertThat(new Routing(List.of(), rules).of(incident(nightly), NOW).severity())
                .isEqualTo(Severity.INFO);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-12-24, 2026-12-24T00:00:00Z",
        "2026-12-24T08:00, 2026-12-24T08:00:00Z",
        "2026-12-24T08:00:30, 2026-12-24T08:00:30Z",
        "2026-12-24T08:00Z, 2026-12-24T08:00:00Z",
        "2026-12-24T08:00+01:00, 2026-12-24T07:00:00Z",
        "' 2026-12-24 ', 2026-12-24T00:00:00Z",
        "2026-11-01, 2026-11-01T00:00:00Z"
    })
    void mute_untilADate_isRead(String tag, String until) {
        assertThat(tags("ecs-medic:mute-until", tag).mutedUntil()).isEqualTo(until);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"forever", "24.12.2026", "2026-13-01", "2026-02-30", "9999-12-31", "2028-01-01", "+1", "2026"})
    void mute_thatCannotBeReadOrNeverEnds_mutesNothingAndIsSaid(String tag) {
        assertThat(tags("ecs-medic:mute-until", tag))
                .isEqualTo(new Direction(
                        "",
                        List.of(),
                        null,
                        null,
                        "",
                        List.of("The tag ecs-medic:mute-until" + UNREAD
                                + "a date within a year, as 2026-12-24 or 2026-12-24T08:00Z.")));
    }

    @Test
    void tags_thatCannotBeRead_areSaidWithoutTheirValues() {
        assertThat(tags(
                        "ecs-medic:channel", "Pay Ments",
                        "ecs-medic:owner", "<!channel>",
                        "ecs-medic:severity", "loud"))
                .isEqualTo(new Direction(
                        "",
                        List.of(),
                        null,
                        null,
                        "",
                        List.of(
                                "The tag ecs-medic:channel" + UNREAD + "a channel's name in small letters, or its id.",
                                "The tag ecs-medic:owner" + UNREAD + "up to five names with blanks between.",
                                "The tag ecs-medic:severity" + UNREAD + "critical, warning or info.")));
    }

    @Test
    void severity_thatIsTheDiagnosisOwn_isNotSaid() {
        assertThat(tags("ecs-medic:severity", "critical")).isEqualTo(Direction.NONE);
    }

    @Test
    void services_thatWantDifferentThings_areToldAsTheLoudestWants() {
        Incident incident = incident(
                of("api", "ecs-medic:channel", "a", "ecs-medic:owner", "x", "ecs-medic:severity", "info"),
                of("web", "ecs-medic:channel", "b", "ecs-medic:owner", "y x", "ecs-medic:severity", "warning"));
        assertThat(Routing.TAGS.of(incident, NOW))
                .isEqualTo(new Direction(
                        "",
                        List.of("x", "y"),
                        Severity.WARNING,
                        null,
                        "",
                        List.of("Severity warning by a tag of web.")));
    }

    @Test
    void services_ofWhichOneWantsNothing_areToldAsLoudlyAsTheDiagnosisIs() {
        Incident incident = incident(of("api", "ecs-medic:severity", "info"), of("web"));
        assertThat(Routing.TAGS.of(incident, NOW)).isEqualTo(Direction.NONE);
    }

    @Test
    void services_ofWhichOneIsNotMuted_areTold() {
        Diagnosis muted = of("api", "ecs-medic:mute-until", "2026-12-24");
        assertThat(Routing.TAGS.of(incident(muted, of("web")), NOW).mutedUntil())
                .isNull();
        assertThat(Routing.TAGS
                        .of(incident(muted, of("web", "ecs-medic:mute-until", "2026-12-01")), NOW)
                        .mutedUntil())
                .isEqualTo("2026-12-01T00:00:00Z");
    }

    @Test
    void services_ofWhichOneIsNotIgnored_areTold() {
        Routing routing =
                new Routing(List.of(), Rules.read("service=api -> ignore").rules());
        assertThat(routing.of(incident(of("api"), of("web")), NOW).ignored()).isFalse();
        assertThat(routing.of(incident(of("api")), NOW).ignored()).isTrue();
    }

    @Test
    void tags_thatWereNotRead_muteNothing() {
        Diagnosis unread = Seen.tagged(of("api"), OwnerTags.UNREAD);
        assertThat(Routing.TAGS.of(incident(unread), NOW)).isEqualTo(Direction.NONE);
    }
}
