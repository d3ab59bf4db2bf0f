package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.config.QuietHours;
import io.github.ecsmedic.incident.News;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IncidentMessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Bulletin> STATES = Map.of(
            "opened", Bulletins.openedLate(Diagnoses.noRoute()),
            "changed", Bulletins.changed(Diagnoses.noRoute()),
            "spread", Bulletins.spread(Diagnoses.noRoute()),
            "resolved", Bulletins.resolved(Diagnoses.noRoute()));

    static Set<String> states() {
        return STATES.keySet();
    }

    @ParameterizedTest
    @MethodSource("states")
    void slack_inState_isAsRecorded(String state) throws IOException {
        JsonNode message = JSON.readTree(SlackMessage.of(STATES.get(state), SlackOptions.DEFAULT));
        Golden.compare("incident." + state, "slack.json", pretty(message));
    }

    @ParameterizedTest
    @MethodSource("states")
    void slackOfABot_inState_isAsRecorded(String state) throws IOException {
        Bulletin bulletin = Bulletins.owned(STATES.get(state), "@U0123ABCD", "@S0123ABCD", "payments");
        SlackOptions bot = new SlackOptions(MessageOptions.DEFAULT, "C0000ALERTS", true, QuietHours.NONE);
        JsonNode root = JSON.readTree(SlackMessage.root(bulletin, bot).json(json -> {}));
        Golden.compare("incident." + state, "slack-root.json", pretty(root));
        JsonNode reply = JSON.readTree(SlackMessage.reply(bulletin, bot).json(json -> {}));
        Golden.compare("incident." + state, "slack-reply.json", pretty(reply));
    }

    @ParameterizedTest
    @MethodSource("states")
    void mail_inState_isAsRecorded(String state) throws IOException {
        Golden.compare("incident." + state, "mail.txt", sns(state, "email").asText());
    }

    @ParameterizedTest
    @MethodSource("states")
    void json_inState_isAsRecorded(String state) throws IOException {
        JsonNode incident = JSON.readTree(sns(state, "default").asText()).path("incident");
        Golden.compare("incident." + state, "incident.json", pretty(incident));
    }

    private static JsonNode sns(String state, String protocol) throws IOException {
        return JSON.readTree(
                        SnsMessage.of(STATES.get(state), MessageOptions.DEFAULT).message())
                .path(protocol);
    }

    private static String pretty(JsonNode json) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    @ParameterizedTest
    @CsvSource({
        "opened, opened, critical, '[critical] api in prod: '",
        "changed, changed, critical, '[critical, changed] api in prod: '",
        "resolved, resolved, info, '[resolved] api in prod: '"
    })
    void sns_inState_canBeFiltered(String state, String news, String severity, String subject) {
        SnsMessage message = SnsMessage.of(STATES.get(state), MessageOptions.DEFAULT);
        assertThat(message.attributes()).containsEntry("news", news).containsEntry("severity", severity);
        assertThat(message.subject()).startsWith(subject);
    }

    @Test
    void sns_ofARoutedIncident_canBeFilteredByItAndSaysWhatOverrides() throws IOException {
        Bulletin plain = Bulletins.opened(Diagnoses.noRoute());
        SnsMessage message = SnsMessage.of(
                new Bulletin(
                        plain.incident(),
                        plain.before(),
                        new Direction(
                                "#payments",
                                List.of("@payments", "x"),
                                Severity.INFO,
                                null,
                                "",
                                List.of("Severity info by the rule on line 2."))),
                MessageOptions.DEFAULT);
        assertThat(message.attributes())
                .isEqualTo(Map.of(
                        "account", "111122223333",
                        "region", "us-east-1",
                        "cluster", "prod",
                        "service", "api",
                        "label", "registry_auth.network_timeout",
                        "cause", "network.no_route",
                        "severity", "info",
                        "news", "opened",
                        "owner", "[\"@payments\",\"x\"]",
                        "channel", "#payments"));
        assertThat(message.subject()).startsWith("[info] api in prod");
        assertThat(JSON.readTree(message.message()).path("email").asText())
                .contains("Severity info by the rule on line 2.");
    }

    @Test
    void slack_ofANewIncidentWithOneFailure_isTheDiagnosis() {
        assertThat(SlackMessage.of(Bulletins.opened(Diagnoses.crash()), SlackOptions.DEFAULT))
                .isEqualTo(SlackMessage.of(Diagnoses.crash(), MessageOptions.DEFAULT));
    }

    @Test
    void sinks_always_wantWhatMakesAMessage() {
        Sink sns = new SnsSink((subject, message, attributes) -> {}, MessageOptions.DEFAULT);
        assertThat(List.of(News.values()).stream().filter(sns::wants))
                .containsExactly(News.OPENED, News.CHANGED, News.RESOLVED);
    }
}
