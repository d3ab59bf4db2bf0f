package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.util.Optional;
import java.util.Set;

/**
 * Says how the container that failed first ended.
 *
 * <p>137 is SIGKILL, which is not yet "out of memory": a stop that took too long, a health check and a lost host end so
 * too.
 */
public final class ContainerExit implements Check {
    @Override
    public String id() {
        return "container-exit";
    }

    @Override
    public String question() {
        return "How did the container that failed first end";
    }

    @Override
    public Set<String> actions() {
        return Set.of();
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Task task = inquiry.task();
        if (task == null) {
            return new NotApplicable("there is no task");
        }
        Optional<Container> culprit = culprit(task, inquiry.culprit());
        if (culprit.isEmpty()) {
            return new NotApplicable("the event names no container that failed");
        }
        Container container = culprit.get();
        Resources named = Resources.of("container", container.name(), "image", container.image());
        String name = "Container " + container.name();
        Integer code = container.exitCode();
        if (code == null) {
            return new Failed("not-started", named, new Evidence(name + " never ran", "event"));
        }
        if (memory(container)) {
            return new Failed(
                    "out-of-memory",
                    named,
                    new Evidence(name + " was killed for its use of memory (exit code " + code + ")", "event"));
        }
        return new Failed(
                fault(code), named, new Evidence(name + " ended with exit code " + code + meaning(code), "event"));
    }

    private static Optional<Container> culprit(Task task, String name) {
        return task.containers().size() == 1 && name.isEmpty()
                ? Optional.of(task.containers().getFirst())
                : task.containers().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    private static boolean memory(Container container) {
        String reason = container.reason().replace(" ", "");
        return reason.contains("OutOfMemory") || reason.contains("OOM");
    }

    private static String fault(int code) {
        return switch (code) {
            case 0 -> "zero";
            case 126 -> "not-executable";
            case 127 -> "not-found";
            case 137 -> "sigkill";
            case 139 -> "segfault";
            case 143 -> "sigterm";
            default -> "nonzero";
        };
    }

    private static String meaning(int code) {
        return switch (code) {
            case 0 -> ", which is success";
            case 126 -> ": the command was found and could not be executed";
            case 127 -> ": the command was not found";
            case 134 -> ": the process aborted itself (SIGABRT)";
            case 137 -> ": it was killed (SIGKILL)";
            case 139 -> ": invalid use of memory (SIGSEGV)";
            case 143 -> ": it was asked to end (SIGTERM)";
            default -> "";
        };
    }
}
