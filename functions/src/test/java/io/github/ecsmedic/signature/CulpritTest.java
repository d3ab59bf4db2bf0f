package io.github.ecsmedic.signature;

import static io.github.ecsmedic.signature.TaskRow.NOT_STARTED;
import static io.github.ecsmedic.signature.TaskRow.crashed;
import static io.github.ecsmedic.signature.TaskRow.defined;
import static io.github.ecsmedic.signature.TaskRow.definition;
import static io.github.ecsmedic.signature.TaskRow.exited;
import static io.github.ecsmedic.signature.TaskRow.failed;
import static io.github.ecsmedic.signature.TaskRow.quiet;
import static io.github.ecsmedic.signature.TaskRow.said;
import static io.github.ecsmedic.signature.TaskRow.stop;
import static io.github.ecsmedic.signature.TaskRow.waiting;
import static io.github.ecsmedic.signature.TaskRow.with;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Timeline;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CulpritTest {
    private static final Container GUARD = new Container("aws-guardduty-agent-x1", "", "", "", "STOPPED", 137, "");

    static Stream<TaskRow> rows() {
        return Stream.of(culprits(), dependencies()).flatMap(List::stream);
    }

    private static List<TaskRow> culprits() {
        TaskDefinition both = definition(defined("envoy", true), defined("web", true));
        TaskDefinition sidecar = definition(defined("logs", false), defined("web", true));
        return List.of(
                crashed(
                        "a non-zero exit before a clean one",
                        "app.exit_nonzero",
                        "web",
                        exited("envoy", 0),
                        exited("web", 2)),
                crashed(
                        "137 after another's crash is its consequence",
                        "app.exit_nonzero",
                        "web",
                        exited("envoy", 137),
                        exited("web", 1)),
                crashed(
                        "143 after another's clean end is its consequence",
                        "app.exit_zero",
                        "web",
                        exited("envoy", 143),
                        exited("web", 0)),
                crashed(
                        "143 beside a kill is its consequence",
                        "app.sigkill",
                        "web",
                        exited("envoy", 143),
                        exited("web", 137)),
                crashed("a kill before a clean end", "app.sigkill", "web", exited("envoy", 0), exited("web", 137)),
                with(
                        crashed(
                                "a kill at the end of stopTimeout is a consequence",
                                "app.exit_zero",
                                "envoy",
                                exited("envoy", 0),
                                exited("web", 137)),
                        stop(31),
                        both),
                with(
                        crashed(
                                "a kill long before stopTimeout is none",
                                "app.sigkill",
                                "web",
                                exited("envoy", 0),
                                exited("web", 137)),
                        stop(4),
                        both),
                with(
                        crashed(
                                "an essential end before a non-essential crash",
                                "app.exit_zero",
                                "web",
                                exited("logs", 1),
                                exited("web", 0)),
                        Timeline.NONE,
                        sidecar),
                with(
                        crashed(
                                "an essential crash before a non-essential one",
                                "app.segfault",
                                "web",
                                exited("logs", 1),
                                exited("web", 139)),
                        Timeline.NONE,
                        sidecar),
                crashed(
                        "a reason that names a cause before an exit code",
                        "memory.oom",
                        "web",
                        exited("envoy", 1),
                        said("web", 137, "OutOfMemoryError: Container killed due to memory usage")),
                crashed("an injected sidecar is not the culprit", "app.exit_nonzero", "web", GUARD, exited("web", 1)),
                crashed(
                        "an injected sidecar does not turn a clean end into a failure",
                        "app.exit_zero",
                        "web",
                        GUARD,
                        exited("web", 0)),
                crashed(
                        "an injected sidecar that alone failed is the culprit",
                        "app.sigkill",
                        GUARD.name(),
                        GUARD,
                        quiet("web")),
                crashed(
                        "of two equal ones the first by name",
                        "app.exit_nonzero",
                        "a",
                        exited("b", 1),
                        exited("a", 1)));
    }

    private static List<TaskRow> dependencies() {
        TaskDefinition migrated = definition(defined("migrate", false), waiting("web", Map.of("migrate", "SUCCESS")));
        TaskDefinition chain = definition(
                defined("db", true),
                waiting("cache", Map.of("db", "HEALTHY")),
                waiting("web", Map.of("cache", "HEALTHY")));
        TaskDefinition circle = definition(waiting("a", Map.of("b", "START")), waiting("b", Map.of("a", "START")));
        TaskDefinition complete = definition(defined("migrate", false), waiting("web", Map.of("migrate", "COMPLETE")));
        return List.of(
                with(
                        failed(
                                "a failed dependency explains the container that waited",
                                NOT_STARTED,
                                "app.exit_nonzero",
                                "migrate",
                                exited("migrate", 1),
                                quiet("web")),
                        Timeline.NONE,
                        migrated),
                with(
                        crashed(
                                "143 that nobody sent: a dependency failed",
                                "app.exit_nonzero",
                                "migrate",
                                exited("migrate", 1),
                                exited("web", 143)),
                        Timeline.NONE,
                        migrated),
                with(
                        crashed(
                                "a dependency that ended well explains nothing",
                                "app.exit_nonzero",
                                "web",
                                exited("migrate", 0),
                                exited("web", 1)),
                        Timeline.NONE,
                        migrated),
                with(
                        crashed(
                                "the deepest failed dependency",
                                "app.exit_nonzero",
                                "db",
                                exited("db", 3),
                                exited("cache", 1),
                                exited("web", 1)),
                        Timeline.NONE,
                        chain),
                with(
                        crashed(
                                "a dependency that only had to end explains nothing",
                                "app.exit_nonzero",
                                "web",
                                exited("migrate", 1),
                                exited("web", 2)),
                        Timeline.NONE,
                        complete),
                with(
                        crashed(
                                "two that wait for each other",
                                "app.exit_nonzero",
                                "b",
                                exited("a", 1),
                                exited("b", 1)),
                        Timeline.NONE,
                        circle));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void culprit_ofSeveralContainers_isTheSameInEveryOrder(TaskRow row) {
        row.check();
    }
}
