package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the container for which another one waited in vain.
 *
 * <p>Faults: {@code exited}, {@code not-started}, {@code unhealthy}.
 */
public final class FailedDependency implements Check {
    @Override
    public String id() {
        return "container-dependency";
    }

    @Override
    public String question() {
        return "Which container did not become what another one waits for";
    }

    @Override
    public Set<String> actions() {
        return Definitions.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Task task = inquiry.task();
        if (task == null || !inquiry.seen().family().equals("container_dependency")) {
            return new NotApplicable("the message is not about a container that waits for another");
        }
        return Reads.then(Definitions.of(inquiry), (definition, source) -> verdict(inquiry, task, definition, source));
    }

    /** The container that failed first, for a check that reads its log. */
    static Optional<String> name(Inquiry inquiry, Task task, TaskDefinition definition) {
        return broken(inquiry, task, definition).map(b -> b.link().on());
    }

    private record Wait(String container, String on, String condition) {}

    private record Broken(Wait link, String fault, String says) {}

    private static CheckResult verdict(Inquiry inquiry, Task task, TaskDefinition definition, String source) {
        List<Wait> waits = waits(definition);
        if (waits.isEmpty()) {
            return new NotApplicable(definition.name() + " lets no container wait for another");
        }
        Optional<Broken> broken = broken(inquiry, task, definition);
        if (broken.isEmpty()) {
            return new Passed(
                    Resources.NONE,
                    new Evidence(
                            "Every container that another one of " + definition.name() + " waits for is as it"
                                    + " must be",
                            source));
        }
        Wait wait = broken.get().link();
        return new Failed(
                broken.get().fault(),
                Resources.of("container", wait.on(), "dependent", wait.container(), "condition", wait.condition()),
                new Evidence(
                        "Container " + wait.container() + " of " + definition.name() + " waits until " + wait.on()
                                + " is " + wait.condition(),
                        source),
                new Evidence("Container " + wait.on() + " " + broken.get().says(), "event"));
    }

    private static List<Wait> waits(TaskDefinition definition) {
        List<Wait> waits = new ArrayList<>();
        for (ContainerDefinition container : definition.containers()) {
            new TreeMap<>(container.dependsOn())
                    .forEach((on, condition) -> waits.add(new Wait(container.name(), on, condition)));
        }
        return waits;
    }

    /** An exit code is surer than a container that never ran, and that surer than a health that no event tells. */
    private static Optional<Broken> broken(Inquiry inquiry, Task task, TaskDefinition definition) {
        List<Broken> all = waits(definition).stream()
                .flatMap(wait -> broken(inquiry, task, wait).stream())
                .toList();
        return Map.of("exited", 0, "not-started", 1, "unhealthy", 2).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .flatMap(e -> all.stream().filter(b -> b.fault().equals(e.getKey())))
                .findFirst();
    }

    private static Optional<Broken> broken(Inquiry inquiry, Task task, Wait wait) {
        Optional<Container> on = task.containers().stream()
                .filter(c -> c.name().equals(wait.on()))
                .findFirst();
        if (on.isEmpty()) {
            return Optional.empty();
        }
        Integer exit = on.get().exitCode();
        boolean ran = exit != null || !on.get().runtimeId().isEmpty();
        return switch (wait.condition()) {
            case "COMPLETE" -> ran ? Optional.empty() : Optional.of(neverRan(wait));
            case "SUCCESS", "START" ->
                exit != null && exit != 0
                        ? Optional.of(exited(wait, exit))
                        : ran ? Optional.empty() : Optional.of(neverRan(wait));
            case "HEALTHY" ->
                exit != null && exit != 0 && exit != 137 && exit != 143
                        ? Optional.of(exited(wait, exit))
                        : !ran
                                ? Optional.of(neverRan(wait))
                                : unhealthy(inquiry)
                                        ? Optional.of(new Broken(wait, "unhealthy", "did not become healthy"))
                                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean unhealthy(Inquiry inquiry) {
        String text = StatedCause.text(inquiry).toLowerCase(Locale.ROOT);
        return text.contains("health") || text.contains("timed out") || text.contains("did not");
    }

    private static Broken exited(Wait wait, int code) {
        return new Broken(wait, "exited", "ended with exit code " + code);
    }

    private static Broken neverRan(Wait wait) {
        return new Broken(wait, "not-started", "never ran");
    }
}
