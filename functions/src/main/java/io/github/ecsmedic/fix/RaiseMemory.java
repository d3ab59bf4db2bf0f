package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Gives the container or the task more memory by a new revision. */
public final class RaiseMemory implements Fix {
    private static final String LEAK = "; a leak is only hidden by it";

    @Override
    public String id() {
        return "raise-memory";
    }

    @Override
    public String says() {
        return "raise the limit of memory in a new revision";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("memory.container_limit", "memory.task_limit");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.ofEntries(
                Map.entry("app.missing_configuration", "a setting is missing, not memory"),
                Map.entry(
                        "app.stop_timeout",
                        "the container was killed because its stop took too long, not for its memory"),
                Map.entry("memory.runtime_heap", "the limit is the runtime's own heap, not the task's memory"));
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String cpu = cause.resources().first("next-cpu");
        String memory = cause.resources().first("next-memory");
        String host = cause.resources().first("container-instance");
        List<Step> revision =
                Revision.of(subject, memory.isEmpty() ? List.of() : List.of("--cpu", cpu, "--memory", memory));
        return revision.isEmpty() || host.isEmpty()
                ? revision
                : Stream.concat(Stream.of(room(subject, host)), revision.stream())
                        .toList();
    }

    /** What the instance has left, which no revision may ask more than. */
    private static Step room(Subject subject, String host) {
        return new Step.ByHand(
                "ecs:DescribeContainerInstances",
                Aws.cli(
                        subject.region(),
                        "ecs",
                        "describe-container-instances",
                        "--cluster",
                        subject.cluster(),
                        "--container-instances",
                        host,
                        "--query",
                        "containerInstances[].[registeredResources,remainingResources]"),
                List.of());
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return cause.id().equals("memory.container_limit")
                ? "raise memory of the container" + above(cause, "container-mib") + ", at most to " + most(cause) + LEAK
                : size(cause) + LEAK;
    }

    private static String size(Cause cause) {
        String next = cause.resources().first("next-memory");
        return next.isEmpty()
                ? "raise memory of the task" + above(cause, "task-mib") + ", at most to what an instance has"
                : "the next size that Fargate has is " + next + " MiB with "
                        + cause.resources().first("next-cpu") + " CPU units";
    }

    private static String above(Cause cause, String kind) {
        String limit = cause.resources().first(kind);
        return limit.isEmpty() ? "" : " above " + limit;
    }

    private static String most(Cause cause) {
        String whole = cause.resources().first("task-mib");
        return whole.isEmpty() ? "what an instance has" : "the task's " + whole;
    }
}
