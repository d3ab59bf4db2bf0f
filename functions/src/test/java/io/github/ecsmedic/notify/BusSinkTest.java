package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.incident.News;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusSinkTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> types = new ArrayList<>();
    private final List<String> details = new ArrayList<>();

    private BusSink sink(MessageOptions options) {
        return new BusSink(
                (type, detail) -> {
                    types.add(type);
                    details.add(detail);
                },
                options);
    }

    private JsonNode detail() throws IOException {
        return JSON.readTree(details.getLast());
    }

    @Test
    void incident_inEachState_isAnEventOfItsOwnType() {
        BusSink sink = sink(MessageOptions.DEFAULT);
        sink.tell(Bulletins.opened(Diagnoses.noRoute()));
        sink.tell(Bulletins.changed(Diagnoses.noRoute()));
        sink.tell(Bulletins.resolved(Diagnoses.noRoute()));
        assertThat(types)
                .containsExactly(
                        "ECS Medic Incident Opened", "ECS Medic Incident Changed", "ECS Medic Incident Resolved");
        assertThat(List.of(News.values()).stream().filter(sink::wants))
                .containsExactly(News.OPENED, News.CHANGED, News.RESOLVED);
        assertThat(sink.forPeople()).isFalse();
    }

    @Test
    void detail_ofAnIncident_isTheJsonThatSnsCarries() throws IOException {
        Bulletin bulletin = Bulletins.opened(Diagnoses.noRoute());
        sink(MessageOptions.DEFAULT).tell(bulletin);
        assertThat(details.getLast())
                .isEqualTo(JSON.readTree(
                                SnsMessage.of(bulletin, MessageOptions.DEFAULT).message())
                        .path("default")
                        .asText());
    }

    @Test
    void detail_ofARoutedIncident_saysWhere() throws IOException {
        Bulletin plain = Bulletins.opened(Diagnoses.noRoute());
        sink(MessageOptions.DEFAULT)
                .tell(new Bulletin(
                        plain.incident(),
                        plain.before(),
                        new Direction(
                                "#payments",
                                List.of("@payments", "x"),
                                Severity.INFO,
                                Instant.parse("2026-12-24T00:00:00Z"),
                                "",
                                List.of("Severity info by the rule on line 2."))));
        JsonNode incident = detail().path("incident");
        assertThat(incident.path("severity").asText()).isEqualTo("info");
        assertThat(incident.path("channel").asText()).isEqualTo("#payments");
        assertThat(incident.path("owners").toString()).isEqualTo("[\"@payments\",\"x\"]");
        assertThat(incident.path("mutedUntil").asText()).isEqualTo("2026-12-24T00:00:00Z");
    }

    @Test
    void detail_withoutLogLines_holdsNone() throws IOException {
        sink(MessageOptions.DEFAULT).tell(Bulletins.opened(Diagnoses.crash()));
        assertThat(detail().path("log").path("lines")).isNotEmpty();
        sink(new MessageOptions(false, false)).tell(Bulletins.opened(Diagnoses.crash()));
        assertThat(detail().path("log").path("lines")).isEmpty();
    }

    @Test
    void detail_ofAnySize_fitsAndSaysThatItWasCut() throws IOException {
        for (String payload : List.of("€".repeat(5_000), "\"\\".repeat(4_000), "word ".repeat(3_000))) {
            sink(MessageOptions.DEFAULT).tell(Bulletins.opened(SlackMessageTest.hostile(payload, 12)));
            assertThat(details.getLast().getBytes(StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo(262_144 - 1_024);
            assertThat(detail().path("notChecked").toString()).contains("texts and lists are shortened to fit");
        }
    }
}
