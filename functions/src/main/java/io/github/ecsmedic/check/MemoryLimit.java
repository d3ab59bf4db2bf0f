package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which limit of memory a container met: its own, or that of the whole task; and the next size that is valid. */
public final class MemoryLimit implements Check {
    @Override
    public String id() {
        return "memory-limit";
    }

    @Override
    public String question() {
        return "Which limit of memory holds for the container that was killed";
    }

    @Override
    public Set<String> actions() {
        return Definitions.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!inquiry.seen().family().equals("memory")) {
            return new NotApplicable("the message is not about memory");
        }
        return Reads.then(Definitions.of(inquiry), (definition, source) -> verdict(inquiry, definition, source));
    }

    private static CheckResult verdict(Inquiry inquiry, TaskDefinition definition, String source) {
        Optional<ContainerDefinition> culprit = Definitions.culprit(inquiry, definition);
        Integer own = culprit.map(ContainerDefinition::memory).orElse(null);
        Integer whole = definition.memory();
        String name = culprit.map(ContainerDefinition::name).orElse("");
        Resources named = Resources.of("task-definition", definition.arn(), "container", name);
        if (own != null && (whole == null || own < whole)) {
            return new Failed(
                    "container",
                    named.and(Resources.of("container-mib", mebibytes(own), "task-mib", mebibytes(whole)))
                            .and(host(inquiry)),
                    new Evidence(
                            "Container " + name + " of " + definition.name() + " may use " + own + " MiB"
                                    + (whole == null ? "" : " of the task's " + whole + " MiB"),
                            source));
        }
        if (whole == null && culprit.isEmpty()) {
            return new CheckResult.Inconclusive("it is not known which container was killed: message");
        }
        if (whole == null) {
            return new NotApplicable(definition.name() + " sets no limit of memory");
        }
        return ofTask(inquiry, definition, named.and(Resources.of("task-mib", mebibytes(whole))), source);
    }

    private static CheckResult ofTask(Inquiry inquiry, TaskDefinition definition, Resources named, String source) {
        int whole = Objects.requireNonNullElse(definition.memory(), 0);
        List<Evidence> facts = new ArrayList<>();
        facts.add(new Evidence("All containers of " + definition.name() + " share " + whole + " MiB", source));
        Integer cpu = definition.cpu();
        Task task = inquiry.task();
        boolean hosted = task != null && Place.onInstance(task);
        Optional<Size> next = cpu == null || hosted ? Optional.empty() : next(cpu, whole);
        next.ifPresent(size -> facts.add(new Evidence("The next valid size is " + size, source)));
        Resources sized = next.map(size -> Resources.of(
                        "next-cpu", Integer.toString(size.cpu()), "next-memory", Integer.toString(size.memory())))
                .orElse(Resources.NONE);
        return new Failed("task", named.and(host(inquiry)).and(sized), facts, List.of());
    }

    private static String mebibytes(@Nullable Integer some) {
        return some == null ? "" : some + " MiB";
    }

    /** The container instance on which the task ran; none on Fargate. */
    private static Resources host(Inquiry inquiry) {
        Task task = inquiry.task();
        return task == null || !Place.onInstance(task)
                ? Resources.NONE
                : Resources.of("container-instance", task.containerInstanceArn());
    }

    /** A pair that Fargate has. */
    record Size(int cpu, int memory) {
        @Override
        public String toString() {
            return cpu + " CPU units with " + memory + " MiB";
        }
    }

    /** The next valid pair of Fargate: more memory for the same CPU, else more CPU. */
    static Optional<Size> next(int cpu, int memory) {
        for (int units = cpu; units <= 16384; units *= 2) {
            int step = units <= 256 ? 512 : units <= 4096 ? 1024 : units == 8192 ? 4096 : 8192;
            int most = most(units);
            int least = least(units);
            int wanted = Math.max(least, (memory / step + 1) * step);
            int valid = units == 256 && wanted == 1536 ? 2048 : wanted;
            if (valid <= most) {
                return Optional.of(new Size(units, valid));
            }
        }
        return Optional.empty();
    }

    private static int least(int units) {
        return switch (units) {
            case 256 -> 512;
            case 512 -> 1024;
            case 1024 -> 2048;
            case 2048 -> 4096;
            case 4096 -> 8192;
            case 8192 -> 16384;
            default -> 32768;
        };
    }

    private static int most(int units) {
        return switch (units) {
            case 256 -> 2048;
            case 512 -> 4096;
            case 1024 -> 8192;
            case 2048 -> 16384;
            case 4096 -> 30720;
            case 8192 -> 61440;
            default -> 122880;
        };
    }
}
