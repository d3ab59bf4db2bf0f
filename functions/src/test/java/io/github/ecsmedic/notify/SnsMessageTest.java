package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.model.Diagnosis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnsMessageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void message_ofDiagnosis_hasATextForEachProtocol() throws IOException {
        Diagnosis d = Diagnoses.noRoute();
        SnsMessage message = SnsMessage.of(d, MessageOptions.DEFAULT);
        JsonNode json = JSON.readTree(message.message());
        assertThat(json.fieldNames()).toIterable().containsExactly("default", "email", "sms");
        assertThat(json.path("default").asText()).isEqualTo(DiagnosisJson.of(d));
        assertThat(json.path("sms").asText()).isEqualTo("api in prod: network.no_route (proven)");
        assertThat(message.subject()).isEqualTo("[critical] api in prod: network.no_route (proven)");
        assertThat(message.attributes())
                .isEqualTo(Map.of(
                        "account", "111122223333",
                        "region", "us-east-1",
                        "cluster", "prod",
                        "service", "api",
                        "label", "registry_auth.network_timeout",
                        "cause", "network.no_route",
                        "severity", "critical"));
    }

    @Test
    void attributes_withoutContent_areLeftOut() {
        Diagnosis d = new Diagnoses.Draft(
                        new io.github.ecsmedic.model.Subject("111122223333", "us-east-1", "", "", "", ""),
                        "unknown.generic")
                .done();
        assertThat(SnsMessage.of(d, MessageOptions.DEFAULT).attributes())
                .isEqualTo(Map.of(
                        "account", "111122223333",
                        "region", "us-east-1",
                        "label", "unknown.generic",
                        "severity", "warning"));
    }

    @Test
    void subject_ofHostileText_isShortPlainAscii() {
        for (String payload : Payloads.texts()) {
            String subject = SnsMessage.of(SlackMessageTest.hostile(payload, 1), MessageOptions.DEFAULT)
                    .subject();
            assertThat(subject.length()).isBetween(1, 99);
            assertThat(subject.chars()).allMatch(c -> c >= 0x20 && c < 0x7f);
        }
    }

    @Test
    void message_ofAnySize_fitsAndSaysWhatWasCut() throws IOException {
        for (String payload : List.of("€".repeat(5_000), "\"\\".repeat(4_000), "word ".repeat(3_000))) {
            SnsMessage message = SnsMessage.of(SlackMessageTest.hostile(payload, 12), new MessageOptions(true, true));
            assertThat(message.message().getBytes(StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo(262_144 - 4_096);
            assertThat(message.message()).contains("texts and lists are shortened to fit");
            assertThat(JSON.readTree(JSON.readTree(message.message())
                                    .path("default")
                                    .asText())
                            .path("schema")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void chatBot_whenWanted_getsACustomNotification() throws IOException {
        JsonNode json = JSON.readTree(SnsMessage.of(Diagnoses.vpcDnsOff(), new MessageOptions(true, true))
                .message());
        String notification = json.path("https").asText();
        Golden.compare(
                "dns.vpc_attributes_off",
                "chatbot.json",
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(notification)) + "\n");
    }

    @Test
    void sink_ofDiagnosis_publishesOnce() {
        List<SnsMessage> published = new ArrayList<>();
        Sink sink = new SnsSink(
                (subject, message, attributes) -> published.add(new SnsMessage(subject, message, attributes)),
                MessageOptions.DEFAULT);
        Bulletin bulletin = Bulletins.opened(Diagnoses.crash());
        assertThat(sink.tell(bulletin)).isEmpty();
        assertThat(published).containsExactly(SnsMessage.of(bulletin, MessageOptions.DEFAULT));
        assertThat(sink.name()).isEqualTo("sns");
    }
}
