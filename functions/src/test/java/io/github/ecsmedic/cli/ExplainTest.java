package io.github.ecsmedic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.catalogue.Page;
import io.github.ecsmedic.catalogue.Pages;
import io.github.ecsmedic.cli.Shell.Result;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

                  Proof by hand
                    aws ecs describe-tasks --cluster CLUSTER --tasks TASK --query 'tasks[0].[stopCode,stoppedReason,containers[].[name,exitCode,reason]]' --region REGION
                    aws ecs describe-services --cluster CLUSTER --services SERVICE --query 'services[0].events[:5].message' --region REGION
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
    void page_everyId_fitsTheTerminalButForLinksAndCode(String id) {
        Result result = new Shell("", Map.of("COLUMNS", "60")).run("explain", id);
        Set<String> code = code(id);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines())
                .filteredOn(line -> line.strip().contains(" ") && !code.contains(line.strip()))
                .allMatch(line -> line.length() <= 60);
    }

    private static Set<String> code(String id) {
        return new Pages(Catalogue.full())
                .page(id).stream()
                        .flatMap(page -> page.parts().stream())
                        .flatMap(part -> part.sections().stream())
                        .flatMap(section -> switch (section) {
                            case Page.Code code -> code.lines().stream();
                            case Page.Entries ignored -> Stream.<String>of();
                        })
                        .map(String::strip)
                        .collect(Collectors.toSet());
    }
}
