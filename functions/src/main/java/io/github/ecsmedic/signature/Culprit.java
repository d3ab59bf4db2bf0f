package io.github.ecsmedic.signature;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.model.Timeline;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the container that explains why a task stopped. The order of the list means nothing, and an event holds
 * neither which containers are essential nor when each ended.
 */
final class Culprit {
    /** The default of {@code stopTimeout}, after which ECS kills what did not end by itself. */
    private static final int STOP_TIMEOUT_SECONDS = 30;

    private static final Duration ROUNDING = Duration.ofSeconds(2);
    private static final int SIGKILL = 137;
    private static final int SIGTERM = 143;

    /** How much a container's end explains, the most first. */
    private enum Weight {
        /** Its reason names a cause. */
        NAMED,
        /** It ended by itself with an error. */
        FAILED,
        /** Its reason says that it failed, and no more. */
        SAID,
        /** It was killed, and nothing shows that another's end was why. */
        KILLED,
        /** It ended without an error. */
        ENDED,
        /** It was stopped because another had ended. */
        CONSEQUENCE,
        /** It tells nothing. */
        SILENT
    }

    private final Task task;
    private final Recogniser recogniser;
    private final Map<String, ContainerDefinition> defined;
    private final boolean known;

    Culprit(Task task, @Nullable TaskDefinition definition, Recogniser recogniser) {
        this.task = task;
        this.recogniser = recogniser;
        this.known = definition != null;
        this.defined = definition == null
                ? Map.of()
                : definition.containers().stream()
                        .collect(Collectors.toMap(ContainerDefinition::name, Function.identity(), (a, b) -> a));
    }

    /** The container that explains the stop; empty when none tells anything. */
    Optional<Container> find() {
        return task.containers().stream()
                .filter(c -> weight(c) != Weight.SILENT)
                .min(order())
                .map(this::root);
    }

    /** The container whose image or name the text holds, the only one, or {@code ""}. */
    String namedIn(String text) {
        List<Container> own =
                task.containers().stream().filter(c -> !injected(c)).toList();
        if (own.size() == 1) {
            return own.getFirst().name();
        }
        String squeezed = Text.squeeze(text);
        List<String> named = own.stream()
                .filter(c -> !c.image().isEmpty() && squeezed.contains(Text.squeeze(c.image())))
                .map(Container::name)
                .toList();
        if (named.size() == 1) {
            return named.getFirst();
        }
        return find().filter(c -> weight(c) == Weight.NAMED || weight(c) == Weight.SAID)
                .map(Container::name)
                .orElse("");
    }

    /** The container that a health check watches: by its own check, else by its port, else the essential one. */
    String watched() {
        List<Container> essential =
                task.containers().stream().filter(this::essential).toList();
        List<Function<ContainerDefinition, List<?>>> signs =
                List.of(ContainerDefinition::healthCheckCommand, ContainerDefinition::containerPorts);
        return Stream.concat(
                        signs.stream()
                                .map(sign -> essential.stream()
                                        .filter(c -> defined.containsKey(c.name())
                                                && !sign.apply(defined.get(c.name()))
                                                        .isEmpty())
                                        .toList()),
                        Stream.of(essential))
                .filter(some -> some.size() == 1)
                .findFirst()
                .map(some -> some.getFirst().name())
                .orElse("");
    }

    private Comparator<Container> order() {
        return Comparator.comparing((Container c) -> !essential(c))
                .thenComparing(this::weight)
                .thenComparing(Container::name);
    }

    /** A container that this one waits for, and that failed, explains both. */
    private Container root(Container container) {
        Container current = container;
        Set<String> seen = new HashSet<>(Set.of(container.name()));
        Optional<Container> next = failedDependency(current, seen);
        while (next.isPresent()) {
            current = next.get();
            seen.add(current.name());
            next = failedDependency(current, seen);
        }
        return current;
    }

    private Optional<Container> failedDependency(Container container, Set<String> seen) {
        ContainerDefinition definition = defined.get(container.name());
        if (definition == null) {
            return Optional.empty();
        }
        return task.containers().stream()
                .filter(c -> definition.dependsOn().containsKey(c.name()) && !seen.contains(c.name()))
                .filter(c ->
                        !definition.dependsOn().getOrDefault(c.name(), "").equals("COMPLETE") || c.exitCode() == null)
                .filter(c -> explains(weight(c), weight(container)))
                .min(order());
    }

    private static boolean explains(Weight dependency, Weight dependent) {
        return dependency.compareTo(Weight.SAID) <= 0
                || (dependency == Weight.KILLED && dependent.compareTo(Weight.KILLED) > 0);
    }

    private boolean essential(Container container) {
        ContainerDefinition definition = defined.get(container.name());
        return known ? definition != null && definition.essential() : !injected(container);
    }

    /** A sidecar that AWS adds: it stands in no definition, and an event shows it without an image. */
    private boolean injected(Container container) {
        return known
                ? !defined.containsKey(container.name())
                : container.image().isEmpty()
                        && task.containers().stream().anyMatch(c -> !c.image().isEmpty());
    }

    private Weight weight(Container container) {
        Integer exit = container.exitCode();
        if (!container.reason().isBlank()) {
            Signature seen =
                    recogniser.find(TaskRecogniser.message(task, Field.CONTAINER_REASON, container.reason(), null));
            if (!seen.fallback()) {
                return Weight.NAMED;
            }
            if (exit == null) {
                return Weight.SAID;
            }
        }
        if (exit == null) {
            return Weight.SILENT;
        }
        return switch (exit) {
            case 0 -> Weight.ENDED;
            case SIGTERM ->
                others(container).anyMatch(c -> c.exitCode() != null && c.exitCode() != SIGTERM)
                        ? Weight.CONSEQUENCE
                        : Weight.FAILED;
            case SIGKILL -> killedAfterAnother(container) ? Weight.CONSEQUENCE : Weight.KILLED;
            default -> Weight.FAILED;
        };
    }

    private boolean othersEnded(Container container) {
        return others(container)
                .anyMatch(c -> c.exitCode() != null && c.exitCode() != SIGTERM && c.exitCode() != SIGKILL);
    }

    /** Another failed by itself, or the stop took as long as ECS waits before it kills. */
    private boolean killedAfterAnother(Container container) {
        boolean anotherFailed = others(container)
                .anyMatch(c -> c.exitCode() != null
                        && c.exitCode() != 0
                        && c.exitCode() != SIGTERM
                        && c.exitCode() != SIGKILL);
        return anotherFailed || (othersEnded(container) && outlasted(container));
    }

    private boolean outlasted(Container container) {
        Timeline times = task.times();
        if (times.stoppingAt() == null || times.executionStoppedAt() == null) {
            return false;
        }
        ContainerDefinition definition = defined.get(container.name());
        Integer own = definition == null ? null : definition.stopTimeout();
        Duration timeout = Duration.ofSeconds(own == null ? STOP_TIMEOUT_SECONDS : own);
        Duration took = Duration.between(times.stoppingAt(), times.executionStoppedAt());
        return took.compareTo(timeout.minus(ROUNDING)) >= 0;
    }

    /** A sidecar that AWS injected ends with the task, not before it. */
    private Stream<Container> others(Container container) {
        return task.containers().stream().filter(c -> !c.name().equals(container.name()) && !injected(c));
    }
}
