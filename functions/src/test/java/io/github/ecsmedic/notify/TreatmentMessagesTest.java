package io.github.ecsmedic.notify;

import static io.github.ecsmedic.notify.Bulletins.minute;
import static io.github.ecsmedic.notify.Bulletins.treated;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.model.Diagnosis;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TreatmentMessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Diagnosis FAULT = Diagnoses.vpcDnsOff();

    private static final Map<String, Bulletin> STATES = Map.ofEntries(
            entry("allowed", treated(FAULT, t -> t, "U0AAA1111")),
            entry("sent", treated(FAULT, t -> t.acting("", minute(21)), "U0AAA1111")),
            entry("done", treated(FAULT, TreatmentMessagesTest::done, "U0AAA1111", "U0BBB2222")),
            entry(
                    "fixed",
                    treated(
                            FAULT,
                            t -> done(t).to(
                                            State.FIXED,
                                            "the service has run at its desired count since, without the failure",
                                            minute(31)))),
            entry("undone", treated(FAULT, t -> t.to(State.UNDONE, "a task that started after it failed", minute(40)))),
            entry(
                    "refused",
                    treated(FAULT, t -> t.to(State.REFUSED, "a deployment is under way (7, IN_PROGRESS)", minute(20)))),
            entry(
                    "failed",
                    treated(FAULT, t -> t.to(State.FAILED, "AccessDenied: ec2:ModifyVpcAttribute", minute(21)))),
            entry("skipped", treated(FAULT, t -> t.to(State.SKIPPED, "it is so already", minute(21)))));

    private static Treatment done(Treatment t) {
        return t.acting("", minute(21)).did("", true, minute(21));
    }

    static Set<String> states() {
        return STATES.keySet();
    }

    @ParameterizedTest
    @MethodSource("states")
    void slack_ofAFix_isAsRecorded(String state) throws IOException {
        Golden.compare("fix." + state, "slack.json", pretty(SlackMessage.of(STATES.get(state), SlackOptions.DEFAULT)));
    }

    @ParameterizedTest
    @MethodSource("states")
    void mail_ofAFix_isAsRecorded(String state) throws IOException {
        Golden.compare("fix." + state, "mail.txt", sns(state, "email").asText());
    }

    @Test
    void decision_saysWhatBecameOfTheFix() throws IOException {
        Map<String, String> decisions = Map.of(
                "allowed", "proposed",
                "sent", "proposed",
                "done", "applied",
                "fixed", "applied",
                "undone", "failed",
                "refused", "proposed",
                "failed", "failed",
                "skipped", "skipped");
        for (Map.Entry<String, String> expected : decisions.entrySet()) {
            JsonNode fix =
                    JSON.readTree(sns(expected.getKey(), "default").asText()).at("/fixes/0");
            assertThat(fix.path("decision").asText()).as(expected.getKey()).isEqualTo(expected.getValue());
        }
        assertThat(JSON.readTree(sns("refused", "default").asText())
                        .at("/fixes/0/reason")
                        .asText())
                .isEqualTo("not applied because a deployment is under way (7, IN_PROGRESS)");
    }

    @Test
    void stepsOfAFix_areNews_butNotThatOneIsAboutToStartByItself() {
        assertThat(STATES.values()).allMatch(told -> told.news() == News.CHANGED);
        assertThat(treated(FAULT, t -> t).news()).isEqualTo(News.COUNTED);
    }

    @Test
    void fixed_pressesNobody_untilItFailsAgain() {
        Bulletin fixed = STATES.get("fixed");
        Bulletin failsAgain = Bulletins.again(fixed, 45);

        assertThat(fixed.severity()).isEqualTo(Severity.INFO);
        assertThat(Story.of(fixed).word(Severity.CRITICAL)).isEqualTo("fixed");
        assertThat(failsAgain.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(Story.of(failsAgain).word(Severity.CRITICAL)).startsWith("critical");
    }

    private static JsonNode sns(String state, String protocol) throws IOException {
        return JSON.readTree(
                        SnsMessage.of(STATES.get(state), MessageOptions.DEFAULT).message())
                .path(protocol);
    }

    private static String pretty(String json) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json)) + "\n";
    }
}
