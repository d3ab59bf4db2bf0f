package io.github.ecsmedic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.notify.Diagnoses;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
    private static final char ESCAPE = 0x1b;

    @Test
    void colour_whenNotAsked_isNotThere() {
        for (Diagnosis d : Diagnoses.all().values()) {
            assertThat(TerminalText.of(d, 80, false)).doesNotContain(String.valueOf(ESCAPE));
        }
    }

    @Test
    void colour_whenAsked_changesNothingElse() {
        for (Diagnosis d : Diagnoses.all().values()) {
            String painted = TerminalText.of(d, 80, true);
            assertThat(painted).contains(ESCAPE + "[31m");
            assertThat(painted.replace(ESCAPE + "[0m", "")
                            .replace(ESCAPE + "[1m", "")
                            .replace(ESCAPE + "[2m", "")
                            .replace(ESCAPE + "[31m", "")
                            .replace(ESCAPE + "[32m", ""))
                    .isEqualTo(TerminalText.of(d, 80, false));
        }
    }

    @Test
    void sentence_thatFits_isTheFirstLine() {
        String text = TerminalText.of(failure("The log group /ecs/api does not exist", List.of()), 80, false);
        assertThat(text.lines().limit(2))
                .containsExactly(
                        "api in prod: The log group /ecs/api does not exist", "No command is known that mends this.");
    }

    @Test
    void sequences_ofOthers_reachNoTerminal() {
        String evil = ESCAPE + "]0;owned\u0007" + ESCAPE + "[2J\u202Ereversed\u009b31m";
        String text = TerminalText.of(failure(evil, List.of(evil, "line\r\noverwritten\rx")), 80, false);
        assertThat(text.chars()
                        .filter(c -> c != '\n' && Character.isISOControl(c))
                        .toArray())
                .isEmpty();
        assertThat(text).contains("reversed").doesNotContain("owned").doesNotContain("\u202e");
    }

    @Test
    void width_ofTerminal_isKept() {
        for (int width : new int[] {60, 80, 120}) {
            assertThat(TerminalText.of(Diagnoses.all().get("registry.dockerhub_rate_limit"), width, false)
                            .lines())
                    .filteredOn(line -> line.length() > width)
                    .allMatch(line -> line.startsWith("aws ")
                            || !line.strip().contains(" ")
                            || line.contains("sha256:")
                            || line.contains("arn:"));
        }
    }

    private static Diagnosis failure(String summary, List<String> log) {
        return new Diagnosis(
                new Subject("111122223333", "us-east-1", "prod", "api", "", ""),
                "logging.log_group_missing",
                AlertClass.FAILURE,
                summary,
                null,
                Diagnosis.Capacity.UNKNOWN,
                List.of(new Cause("logs.group_missing", Certainty.PROVEN, summary, Resources.NONE, List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Diagnosis.Looked.NONE,
                List.of(),
                new LogTail("g", "s", log),
                List.of(),
                List.of(),
                Diagnosis.Cost.NONE);
    }
}
