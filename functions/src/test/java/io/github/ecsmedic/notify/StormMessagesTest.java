package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Plight;
import io.github.ecsmedic.incident.Storm;
import io.github.ecsmedic.incident.StormReport;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.model.Diagnosis;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StormMessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-11-20T03:10:00Z");
    private static final Fingerprint HERE = new Fingerprint("111122223333", "us-east-1", "", "");

    private static final Map<String, Bulletin> STATES = Map.of(
            "storm.shared", opened(shared()),
            "storm.alike", opened(alike()),
            "storm.mixed", opened(mixed()),
            "storm.grown", grown(),
            "storm.over", over());

    private static Plight fault(String incident, String label, String cause, String summary, String... objects) {
        return new Plight(START, incident, label, cause, summary, incident.equals("i-nat"), List.of(objects));
    }

    private static Storm with(Storm storm, String service, Plight plight) {
        return storm.with("service/prod/" + service, plight, START, List.of());
    }

    private static Storm services(Storm before, int from, int to, String label, String cause, String... objects) {
        Storm storm = before;
        for (int i = from; i < to; i++) {
            storm = with(storm, "svc-" + i, fault("i-" + i, label, cause, "", objects));
        }
        return storm;
    }

    private static Storm shared() {
        Storm storm = services(Storm.NONE.watching(40), 0, 3, "app.crash", "");
        for (int i = 3; i < 12; i++) {
            storm = with(
                    storm,
                    "svc-" + i,
                    fault(
                            "i-nat",
                            "image_pull.network_timeout",
                            "network.nat_unavailable",
                            "Cannot reach the internet: NAT gateway nat-0aa1 is not available (failed)",
                            "nat-gateway nat-0aa1",
                            "vpc vpc-0aa1"));
        }
        return storm.toldBy("i-9");
    }

    private static Storm alike() {
        return services(Storm.NONE.watching(40), 0, 9, "health.elb", "target.refused", "vpc vpc-0aa1")
                .toldBy("i-9");
    }

    private static Storm mixed() {
        Storm storm = services(Storm.NONE.watching(40), 0, 4, "app.crash", "", "vpc vpc-0aa1");
        storm = services(storm, 4, 7, "secrets.not_found", "secret.not_found", "vpc vpc-0aa1");
        return services(storm, 7, 9, "capacity.no_instance", "", "vpc vpc-0aa1").toldBy("i-9");
    }

    private static Incident incident(Storm storm) {
        Diagnosis report = StormReport.of(storm, HERE, Optional.empty());
        return Incident.storm("i-9", START, report, at(storm));
    }

    private static Map<String, Instant> at(Storm storm) {
        return storm.failing().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().at()));
    }

    private static Bulletin opened(Storm storm) {
        return new Bulletin(incident(storm), Telling.Told.NOTHING);
    }

    private static Bulletin grown() {
        Incident before = incident(mixed());
        Storm more = services(mixed(), 9, 40, "app.crash", "", "vpc vpc-0aa1");
        Incident after = before.blowing(StormReport.of(more, HERE, Optional.empty()), at(more), START);
        return new Bulletin(after, new Telling.Told(1, Incident.State.OPEN, News.gist(before), "", START));
    }

    private static Bulletin over() {
        Incident before = incident(mixed());
        return new Bulletin(
                before.calmed(START.plus(Duration.ofMinutes(31))),
                new Telling.Told(1, Incident.State.OPEN, News.gist(before), "", START));
    }

    static Set<String> states() {
        return STATES.keySet();
    }

    @ParameterizedTest
    @MethodSource("states")
    void slack_ofAStorm_isAsRecorded(String state) throws IOException {
        JsonNode message = JSON.readTree(SlackMessage.of(STATES.get(state), SlackOptions.DEFAULT));
        Golden.compare(
                state, "slack.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(message) + "\n");
    }

    @ParameterizedTest
    @MethodSource("states")
    void mail_ofAStorm_isAsRecorded(String state) throws IOException {
        SnsMessage message = SnsMessage.of(STATES.get(state), MessageOptions.DEFAULT);
        Golden.compare(
                state,
                "mail.txt",
                message.subject() + "\n\n"
                        + JSON.readTree(message.message()).path("email").asText());
    }

    @Test
    void sns_ofAStorm_canBeFiltered() {
        assertThat(SnsMessage.of(STATES.get("storm.mixed"), MessageOptions.DEFAULT)
                        .attributes())
                .containsEntry("label", "storm")
                .containsEntry("severity", "critical")
                .containsEntry("news", "opened");
    }

    @Test
    void storm_thatGrowsALittle_isNoNews() {
        Incident before = incident(mixed());
        Storm more = services(mixed(), 9, 11, "app.crash", "", "vpc vpc-0aa1");
        Incident after = before.blowing(StormReport.of(more, HERE, Optional.empty()), at(more), START);
        assertThat(News.since(before, after)).isEqualTo(News.COUNTED);
        assertThat(STATES.get("storm.grown").news()).isEqualTo(News.CHANGED);
    }
}
