package io.github.ecsmedic.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.Diagnosis.Refuted;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogPrivacyTest {
    private static final String LINE = "ERROR login of user maria failed";
    private static final String WITHHELD = "what the log says is withheld";

    @Test
    void diagnosis_withLogLines_losesThemAndEverySentenceThatQuotesThem() {
        assertThat(LogPrivacy.without(diagnosis(
                        new LogTail("/ecs/shop", "app/app/1", List.of("ok", "  " + LINE)),
                        "The application said: " + LINE,
                        new Evidence("its last line is " + LINE, "message"),
                        new Evidence("the user maria", "logs:GetLogEvents"),
                        new Evidence("exit code 1 is not ok", "event"))))
                .isEqualTo(diagnosis(
                        new LogTail("/ecs/shop", "app/app/1", List.of()),
                        "The application said: " + WITHHELD,
                        new Evidence(WITHHELD, "message"),
                        new Evidence(WITHHELD, "logs:GetLogEvents"),
                        new Evidence("exit code 1 is not ok", "event")));
    }

    @Test
    void summary_withAPartOfALine_losesItFromThere() {
        LogTail log = new LogTail("/ecs/shop", "app/app/1", List.of("  2026-11-20 03:00:00 " + LINE + " at the till"));

        assertThat(summary(log, "Container app ended with exit code 1: login of user maria failed at the till"))
                .isEqualTo("Container app ended with exit code 1: " + WITHHELD);
        assertThat(summary(log, "Container app ended with exit code 1: login of user ma…"))
                .isEqualTo("Container app ended with exit code 1: " + WITHHELD);
        assertThat(summary(log, "Container app ended with exit code 1: it was killed"))
                .isEqualTo("Container app ended with exit code 1: it was killed");
    }

    private static String summary(LogTail log, String summary) {
        return LogPrivacy.without(diagnosis(log, summary, new Evidence("exit code 1", "event")))
                .causes()
                .getFirst()
                .summary();
    }

    @Test
    void diagnosis_withoutLogLines_staysAsItIs() {
        Diagnosis told = diagnosis(
                LogTail.NONE,
                "The log group does not exist",
                new Evidence("there is no log group /ecs/shop", "logs:GetLogEvents"));

        assertThat(LogPrivacy.without(told)).isEqualTo(told);
    }

    private static Diagnosis diagnosis(LogTail log, String says, Evidence... evidence) {
        Cause cause = new Cause("app.crash", Certainty.PROVEN, says, Resources.of("log-group", "g"), List.of(evidence));
        return new Diagnosis(
                new Subject("111122223333", "us-east-1", "shop", "api", "", "api:1"),
                "app.crash",
                AlertClass.FAILURE,
                "Essential container in task exited",
                null,
                Diagnosis.Capacity.UNKNOWN,
                List.of(cause),
                List.of(cause),
                List.of(new Refuted("app.other", evidence[0].fact(), evidence[0].source())),
                List.of(),
                List.of(),
                List.of(),
                Diagnosis.Looked.NONE,
                List.of(),
                log,
                List.of(),
                List.of(),
                Diagnosis.Cost.NONE);
    }
}
