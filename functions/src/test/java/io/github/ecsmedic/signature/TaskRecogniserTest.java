package io.github.ecsmedic.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.model.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TaskRecogniserTest {
    private static final TaskRecogniser RECOGNISER =
            new TaskRecogniser(new Recogniser(Catalogue.full().signatures()));
    private static final String EXITED = "Essential container in task exited";
    private static final String NOT_STARTED = "Task failed to start";
    private static final Container GUARD = new Container("aws-guardduty-agent-x1", "", "", "", "STOPPED", 137, "");

    /** One row of a table: a task, and what must be read from it. */
    record Row(
            String name,
            String stopCode,
            String reason,
            String group,
            Timeline times,
            List<Container> containers,
            @Nullable TaskDefinition definition,
            String label,
            String culprit) {
        @Override
        public String toString() {
            return name;
        }

        Task task(List<Container> ordered) {
            return new Task(
                    "arn:aws:ecs:eu-west-1:111122223333:task/prod/0123456789abcdef",
                    "arn:aws:ecs:eu-west-1:111122223333:cluster/prod",
                    "arn:aws:ecs:eu-west-1:111122223333:task-definition/web:3",
                    4,
                    "STOPPED",
                    "STOPPED",
                    stopCode,
                    reason,
                    group,
                    "ecs-svc/1234567890123456789",
                    "FARGATE",
                    "",
                    "",
                    "eu-west-1a",
                    "1.4.0",
                    "x86_64",
                    256,
                    512,
                    times,
                    ordered,
                    List.of());
        }
    }

    static Stream<Row> rows() {
        return Stream.of(endedByPlatform(), deferred(), culprits(), dependencies())
                .flatMap(List::stream);
    }

    private static List<Row> endedByPlatform() {
        return List.of(
                scheduler(
                        "a scale-in is benign, whatever the exit code",
                        "Scaling activity initiated by (deployment ecs-svc/77)",
                        "lifecycle.scaling",
                        "",
                        exited("web", 137)),
                scheduler(
                        "a rebalance is benign, whatever the exit code",
                        "Availability-zone rebalancing initiated by (deployment ecs-svc/77)",
                        "lifecycle.az_rebalancing",
                        "",
                        exited("web", 1)),
                row(
                        "StopTask's words do not matter",
                        "UserInitiated",
                        "import exceeded 720s timeout",
                        "lifecycle.user_stopped",
                        "",
                        exited("web", 143)),
                row(
                        "StopTask outweighs a container out of memory",
                        "UserInitiated",
                        "Task stopped by user",
                        "lifecycle.user_stopped",
                        "",
                        said("web", 137, "OutOfMemoryError: Container killed due to memory usage")),
                row(
                        "exit 137 of an interrupted Spot task is the interruption",
                        "SpotInterruption",
                        "Your Spot Task was interrupted.",
                        "host.spot",
                        "",
                        exited("web", 137)),
                row(
                        "a Spot task may come without a stop code",
                        "",
                        "Your Spot Task was interrupted.",
                        "host.spot",
                        "",
                        exited("web", 143)),
                row("a notice without words is Spot", "TerminationNotice", "", "host.spot", "", exited("web", 137)),
                row(
                        "maintenance is expected, whatever the exit code",
                        "ServiceSchedulerInitiated",
                        "ECS is performing maintenance on the underlying infrastructure hosting the task",
                        "host.fargate_maintenance",
                        "",
                        exited("web", 137)),
                scheduler(
                        "a load balancer's kill arrives with exit 0 and the stop code of a scale-in",
                        "Task failed ELB health checks in (target-group web)",
                        "health.elb",
                        "web",
                        exited("web", 0)),
                scheduler(
                        "a health kill is no crash of the container that was killed",
                        "Task failed container health checks",
                        "health.container",
                        "web",
                        exited("web", 143)));
    }

    private static List<Row> deferred() {
        return List.of(
                failed(
                        "a start that failed defers to the container's reason",
                        NOT_STARTED,
                        "app.command_not_found",
                        "web",
                        said(
                                "web",
                                null,
                                "CannotStartContainerError: exec: \"serve\": executable file not found in $PATH")),
                failed(
                        "a start that failed and no container that says why",
                        NOT_STARTED,
                        "unknown.generic",
                        "web",
                        quiet("web")),
                failed(
                        "the task's own reason counts where it names the cause",
                        "CannotPullContainerError: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/side:7: not found",
                        "image_pull.not_found",
                        "side",
                        quiet("web"),
                        new Container(
                                "side",
                                "111122223333.dkr.ecr.eu-west-1.amazonaws.com/side:7",
                                "",
                                "",
                                "STOPPED",
                                null,
                                "")),
                crashed("exit 137 alone is a kill, not out of memory", "app.sigkill", "web", exited("web", 137)),
                crashed(
                        "the words out of memory outweigh the exit code",
                        "memory.oom",
                        "web",
                        said("web", 137, "OutOfMemoryError: Container killed due to memory usage")),
                crashed(
                        "out of memory comes with exit 0 too",
                        "memory.oom",
                        "web",
                        said("web", 0, "OutOfMemoryError: Container killed due to memory usage")),
                crashed(
                        "out of memory hides inside a start that failed",
                        "memory.oom",
                        "web",
                        said(
                                "web",
                                null,
                                "CannotStartContainerError: OCI runtime create failed: container init was OOM-killed (memory limit too low?)")),
                crashed("a service's task that ended well", "app.exit_zero", "web", exited("web", 0)),
                oneOff("a one-off task that ended well", "app.exit_zero", "web", exited("web", 0)),
                crashed("exit 127 is a missing command", "app.command_not_found", "web", exited("web", 127)),
                crashed(
                        "exit 126 is a command that is not executable",
                        "app.command_not_executable",
                        "web",
                        exited("web", 126)),
                crashed("exit 139 is a segmentation fault", "app.segfault", "web", exited("web", 139)),
                crashed("exit 143 although nobody is seen to stop it", "app.exit_nonzero", "web", exited("web", 143)),
                crashed("no exit code is known", "app.essential_exited_unknown", "web", quiet("web")),
                crashed(
                        "a reason that says nothing leaves the exit code",
                        "app.exit_nonzero",
                        "web",
                        said("web", 3, "done")));
    }

    private static List<Row> culprits() {
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

    private static List<Row> dependencies() {
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
    void task_withItsContainers_isReadWhateverTheirOrder(Row row) {
        Task task = row.task(row.containers());
        Reading reading = RECOGNISER.read(task, row.definition());
        assertThat(List.of(reading.seen().label(), reading.culprit())).isEqualTo(List.of(row.label(), row.culprit()));
        List<Container> turned = new ArrayList<>(row.containers());
        for (int i = 0; i < turned.size(); i++) {
            Collections.rotate(turned, 1);
            assertThat(RECOGNISER.read(row.task(turned), row.definition())).isEqualTo(reading);
        }
        Collections.reverse(turned);
        assertThat(RECOGNISER.read(row.task(turned), row.definition())).isEqualTo(reading);
    }

    private static Row row(
            String name, String stopCode, String reason, String label, String culprit, Container... containers) {
        return new Row(name, stopCode, reason, "service:web", Timeline.NONE, List.of(containers), null, label, culprit);
    }

    private static Row scheduler(String name, String reason, String label, String culprit, Container... containers) {
        return row(name, "ServiceSchedulerInitiated", reason, label, culprit, containers);
    }

    private static Row failed(String name, String reason, String label, String culprit, Container... containers) {
        return row(name, "TaskFailedToStart", reason, label, culprit, containers);
    }

    private static Row crashed(String name, String label, String culprit, Container... containers) {
        return row(name, "EssentialContainerExited", EXITED, label, culprit, containers);
    }

    private static Row oneOff(String name, String label, String culprit, Container... containers) {
        return new Row(
                name,
                "EssentialContainerExited",
                EXITED,
                "family:import",
                Timeline.NONE,
                List.of(containers),
                null,
                label,
                culprit);
    }

    private static Row with(Row row, Timeline times, TaskDefinition definition) {
        return new Row(
                row.name(),
                row.stopCode(),
                row.reason(),
                row.group(),
                times,
                row.containers(),
                definition,
                row.label(),
                row.culprit());
    }

    private static Timeline stop(int seconds) {
        Instant stopping = Instant.parse("2026-02-03T08:00:00Z");
        return new Timeline(null, null, null, null, stopping, stopping.plusSeconds(seconds), null);
    }

    private static Container exited(String name, int exit) {
        return said(name, exit, "");
    }

    private static Container quiet(String name) {
        return said(name, null, "");
    }

    private static Container said(String name, @Nullable Integer exit, String reason) {
        return new Container(name, "example.com/" + name + ":1", "", "", "STOPPED", exit, reason);
    }

    private static TaskDefinition definition(ContainerDefinition... containers) {
        return new TaskDefinition(
                "arn:aws:ecs:eu-west-1:111122223333:task-definition/web:3",
                "web",
                3,
                "awsvpc",
                "",
                "",
                "X86_64",
                "LINUX",
                256,
                512,
                List.of(containers));
    }

    private static ContainerDefinition defined(String name, boolean essential) {
        return container(name, essential, Map.of());
    }

    private static ContainerDefinition waiting(String name, Map<String, String> dependsOn) {
        return container(name, true, dependsOn);
    }

    private static ContainerDefinition container(String name, boolean essential, Map<String, String> dependsOn) {
        return new ContainerDefinition(
                name,
                "example.com/" + name + ":1",
                essential,
                dependsOn,
                Map.of(),
                List.of(),
                "",
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
