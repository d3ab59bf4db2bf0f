package io.github.ecsmedic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.catalogue.Pages;
import io.github.ecsmedic.cli.Shell.Result;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {
    @ParameterizedTest
    @ValueSource(strings = {"unknown", "UNKNOWN", " unknown "})
    void id_known_isExplained(String id) {
        assertThat(Shell.empty().run("explain", id)).isEqualTo(new Result(0, """
                unknown

                Cause: No cause was found; the evidence says what was looked at.
                """, ""));
    }

    @Test
    void id_ofALabel_isExplainedWithItsLink() {
        assertThat(Shell.empty().run("explain", "unknown.generic").out())
                .startsWith("unknown.generic\n\nLabel: ")
                .endsWith("""

                  Links
                    https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html
                """);
    }

    @Test
    void id_nearlyKnown_isAnsweredWithTheNearest() {
        assertThat(Shell.empty().run("explain", "unknwon.generic"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: 'unknwon.generic' is no id of a label, cause, check or fix:"
                                + " did you mean unknown.generic?\n"));
    }

    @Test
    void id_likeNothing_saysWhereIdsCanBeFound() {
        assertThat(Shell.empty().run("explain", "zzzzzzzzzzzzzzzzzzzzzz"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: 'zzzzzzzzzzzzzzzzzzzzzz' is no id of a label, cause, check or fix;"
                                + " use an id as a diagnosis or classify names it\n"));
    }

    @Test
    void id_missing_isWrongUsage() {
        assertThat(Shell.empty().run("explain"))
                .isEqualTo(new Result(
                        2, "", "ecs-medic: Missing required parameter: 'ID'. See: ecs-medic explain --help\n"));
    }

    static Stream<String> ids() {
        return new Pages(Catalogue.full()).ids().stream();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void page_everyId_fitsTheTerminalButForLinks(String id) {
        Result result = new Shell("", Map.of("COLUMNS", "60")).run("explain", id);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines().filter(line -> line.strip().contains(" ")))
                .allMatch(line -> line.length() <= 60);
    }
}
