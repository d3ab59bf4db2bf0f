package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import io.github.ecsmedic.config.QuietHours;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackMessageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OUR_LINK = Pattern.compile(
            "<https://[a-z0-9-]+\\.console\\.aws\\.amazon\\.com/[A-Za-z0-9/?=#:$%._-]*\\|[A-Za-z0-9-]+>");

    @Test
    void message_withHostileText_staysTextWithinLimits() throws IOException {
        assertThat(Payloads.texts()).hasSizeGreaterThanOrEqualTo(60);
        for (String payload : Payloads.texts()) {
            isHarmless(payload, SlackMessage.of(everywhere(payload, 1), MessageOptions.DEFAULT));
        }
    }

    @Test
    void message_withManyHostileItems_staysWithinLimits() throws IOException {
        for (String payload : List.of("<!channel>", "&".repeat(4_000), "```", "😀".repeat(2_000))) {
            isHarmless(payload, SlackMessage.of(everywhere(payload, 20), MessageOptions.DEFAULT));
        }
    }

    @Test
    void messagesOfABot_withHostileText_stayTextWithinLimits() throws IOException {
        SlackOptions bot = new SlackOptions(MessageOptions.DEFAULT, "C0000ALERTS", true, QuietHours.NONE);
        for (String payload : Payloads.texts()) {
            Bulletin told = Bulletins.owned(Bulletins.opened(everywhere(payload, 1)), payload);
            isHarmless(payload, SlackMessage.root(told, bot).json(json -> {}));
            isHarmless(payload, SlackMessage.reply(told, bot).json(json -> {}));
        }
    }

    @Test
    void logLines_switchedOff_areInNoPart() {
        Diagnosis d = Diagnoses.crash();
        assertThat(SlackMessage.of(d, MessageOptions.DEFAULT)).contains("migration 0042 failed");
        assertThat(SlackMessage.of(d, new MessageOptions(false, false)))
                .doesNotContain("migration 0042")
                .doesNotContain("does not exist")
                .contains("ended by itself with exit code 1");
    }

    @Test
    void logLines_beyondFive_areLeftOut() throws IOException {
        Diagnosis d = new Diagnoses.Draft(Diagnoses.crash().subject(), "app.exit_nonzero")
                .log(new LogTail("g", "s", List.of("one", "two", "three", "four", "five", "six")))
                .done();
        JsonNode message = JSON.readTree(SlackMessage.of(d, MessageOptions.DEFAULT));
        assertThat(SlackView.texts(message)).contains("```\none\ntwo\nthree\nfour\nfive\n```");
    }

    @Test
    void command_withFenceInIt_cannotEndTheBlock() throws IOException {
        Diagnosis d = new Diagnoses.Draft(Diagnoses.crash().subject(), "app.exit_nonzero")
                .fix(fix("aws x ``` <!channel> `````"))
                .done();
        JsonNode message = JSON.readTree(SlackMessage.of(d, MessageOptions.DEFAULT));
        assertThat(SlackView.texts(message)).contains("```\naws x ''' &lt;!channel&gt; '''``\n```");
    }

    @Test
    void diagnosis_withoutCommand_saysSo() throws IOException {
        Diagnosis d = new Diagnoses.Draft(Diagnoses.crash().subject(), "network.eni_create_failed").done();
        JsonNode message = JSON.readTree(SlackMessage.of(d, MessageOptions.DEFAULT));
        assertThat(SlackView.lines(message).subList(0, 2))
                .containsExactly(
                        "🔴 critical · api in prod: No cause was found for network.eni_create_failed",
                        "No command is known that mends this.");
    }

    private static void isHarmless(String payload, String body) throws IOException {
        String name = Cut.bounded(40, payload);
        JsonNode message = JSON.readTree(body);
        List<String> texts = SlackView.texts(message);
        assertThat(texts.size()).as(name).isBetween(1, 50);
        JsonNode first = message.path("blocks").get(0);
        assertThat(first.path("text").path("text").asText().length())
                .as(name)
                .isBetween(1, first.path("type").asText().equals("header") ? 150 : 3_000);
        for (String text : texts) {
            assertThat(text.length()).as(name).isBetween(1, 3_000);
            assertThat(OUR_LINK.matcher(text).replaceAll(""))
                    .as(name)
                    .doesNotContain("<")
                    .doesNotContain(">");
            assertThat(text.codePoints().filter(SlackMessageTest::deceives).toArray())
                    .as(name)
                    .isEmpty();
        }
        assertThat(message.path("text").asText()).as(name).doesNotContain("<").hasSizeLessThanOrEqualTo(3_000);
        assertThat(message.path("link_names").asBoolean(true)).isFalse();
        for (JsonNode block : message.path("blocks")) {
            if (block.path("text").path("type").asText().equals("mrkdwn")) {
                assertThat(block.path("text").path("verbatim").asBoolean()).isTrue();
                assertThat(fences(block.path("text").path("text").asText()))
                        .as(name)
                        .isIn(0, 2);
            }
        }
    }

    private static int fences(String text) {
        int count = 0;
        for (int at = text.indexOf("```"); at >= 0; at = text.indexOf("```", at + 3)) {
            count++;
        }
        return count;
    }

    private static boolean deceives(int c) {
        int type = Character.getType(c);
        return (type == Character.CONTROL && c != '\n' && c != '\t')
                || type == Character.FORMAT
                || type == Character.SURROGATE;
    }

    private static Remedy fix(String cli) {
        return new Remedy(
                "x", Remedy.Tier.MANUAL, Remedy.Decision.PROPOSED, "", List.of(new Remedy.Command(cli, "", "")));
    }

    /** The text in every field that others may write. */
    private static Diagnosis everywhere(String t, int times) {
        Subject subject = new Subject("111122223333", "us-east-1", t, t, t, t);
        Cause cause = new Cause(
                "app.crash",
                Certainty.PROVEN,
                t,
                Resources.of("image", t, "vpc", "vpc-1" + t),
                Collections.nCopies(times, new Evidence(t, "event")));
        Remedy remedy = new Remedy(
                "stop-task",
                Remedy.Tier.MANUAL,
                Remedy.Decision.PROPOSED,
                t,
                List.of(new Remedy.Command("aws " + t, "", t)));
        Diagnosis one =
                new Diagnoses.Draft(subject, "app.exit_nonzero").message(t).done(AlertClass.FAILURE);
        return new Diagnosis(
                subject,
                one.label(),
                one.alert(),
                t,
                one.failedAt(),
                one.capacity(),
                Collections.nCopies(times, cause),
                Collections.nCopies(times, cause),
                Collections.nCopies(times, new Diagnosis.Refuted("a.b", t, "event")),
                Collections.nCopies(times, new Diagnosis.NotChecked("c", t)),
                Collections.nCopies(times, new Diagnosis.Hop("host", t, "failed", t)),
                Collections.nCopies(times, new Diagnosis.AlsoAffected(t, t)),
                new Diagnosis.Looked(1, 2),
                Collections.nCopies(times, new Diagnosis.Change(one.failedAt(), t, t, t)),
                new LogTail(t, t, Collections.nCopies(times, t)),
                Collections.nCopies(times, new Diagnosis.Difference("image", t, t)),
                Collections.nCopies(times, remedy),
                one.cost());
    }

    static Diagnosis hostile(String text, int times) {
        return everywhere(text, times);
    }
}
