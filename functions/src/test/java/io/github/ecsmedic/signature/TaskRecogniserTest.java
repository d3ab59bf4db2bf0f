package io.github.ecsmedic.signature;

import static io.github.ecsmedic.signature.TaskRow.NOT_STARTED;
import static io.github.ecsmedic.signature.TaskRow.crashed;
import static io.github.ecsmedic.signature.TaskRow.exited;
import static io.github.ecsmedic.signature.TaskRow.failed;
import static io.github.ecsmedic.signature.TaskRow.oneOff;
import static io.github.ecsmedic.signature.TaskRow.quiet;
import static io.github.ecsmedic.signature.TaskRow.row;
import static io.github.ecsmedic.signature.TaskRow.said;
import static io.github.ecsmedic.signature.TaskRow.scheduler;

import io.github.ecsmedic.model.Container;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TaskRecogniserTest {
    static Stream<TaskRow> rows() {
        return Stream.of(endedByPlatform(), deferred()).flatMap(List::stream);
    }

    private static List<TaskRow> endedByPlatform() {
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

    private static List<TaskRow> deferred() {
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void task_withItsContainers_isReadWhateverTheirOrder(TaskRow row) {
        row.check();
    }
}
