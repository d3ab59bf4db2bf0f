package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.config.QuietHours;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigestMessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Digest> DIGESTS = Map.of(
            "digest.busy", DigestSamples.busy(),
            "digest.partly", DigestSamples.partly(),
            "digest.quiet", DigestSamples.quiet());

    static Set<String> digests() {
        return DIGESTS.keySet();
    }

    @ParameterizedTest
    @MethodSource("digests")
    void slack_ofADigest_isAsRecorded(String name) throws IOException {
        Golden.compare(
                name,
                "slack.json",
                pretty(JSON.readTree(DigestStory.of(DIGESTS.get(name), MessageOptions.DEFAULT)
                        .slack()
                        .json(json -> {}))));
    }

    @ParameterizedTest
    @MethodSource("digests")
    void mail_ofADigest_isAsRecorded(String name) throws IOException {
        JsonNode message = JSON.readTree(
                SnsMessage.of(DIGESTS.get(name), MessageOptions.DEFAULT).message());
        Golden.compare(name, "mail.txt", message.path("email").asText());
        Golden.compare(
                name,
                "digest.json",
                pretty(JSON.readTree(message.path("default").asText())));
    }

    @Test
    void sns_ofADigest_canBeFilteredAndNeverWakesAnybody() throws IOException {
        SnsMessage message = SnsMessage.of(DigestSamples.busy(), new MessageOptions(true, true));
        assertThat(message.subject())
                .isEqualTo(
                        "[digest] ECS Medic: Week to 2026-11-16: 4 new incidents, 4 resolved, 1 still open, 1 storm");
        assertThat(message.attributes()).isEqualTo(Map.of("news", "digest", "severity", "info"));
        assertThat(JSON.readTree(JSON.readTree(message.message()).path("https").asText())
                        .at("/content/description")
                        .asText())
                .contains("secret.not_found: 3 new, 3 resolved; api");
    }

    @Test
    void bot_anyDigest_isPostedInTheStacksChannel() throws IOException {
        try (FakeSlack slack = new FakeSlack()) {
            Budgets budget = new Budgets(60);
            SlackOptions options = new SlackOptions(MessageOptions.DEFAULT, "C0000ALERTS", false, QuietHours.NONE);
            new SlackRootSink(Keys.of(slack.bot()), options, new SlackPace(budget), budget).tell(DigestSamples.quiet());
            assertThat(slack.methods()).containsExactly("chat.postMessage");
            assertThat(slack.requests())
                    .singleElement()
                    .satisfies(m -> assertThat(m.path("channel").asText()).isEqualTo("C0000ALERTS"))
                    .satisfies(
                            m -> assertThat(m.path("text").asText()).isEqualTo("Week to 2026-11-16: no new incident"));
        }
    }

    @Test
    void topic_anyDigest_isPublishedOnce() {
        List<String> subjects = new ArrayList<>();
        new SnsSink((subject, message, attributes) -> subjects.add(subject), MessageOptions.DEFAULT)
                .tell(DigestSamples.quiet());
        assertThat(subjects).containsExactly("[digest] ECS Medic: Week to 2026-11-16: no new incident");
    }

    private static String pretty(JsonNode json) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }
}
