package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Asks how much memory the tasks of the family used before one was killed.
 *
 * <p>Container Insights sees a figure a minute, so a peak may be higher; without it the figure was not seen.
 */
public final class MemoryUsed implements Check {
    private static final Duration BEFORE = Duration.ofMinutes(5);

    @Override
    public String id() {
        return "memory-used";
    }

    @Override
    public String question() {
        return "How much memory was used before the container was killed";
    }

    @Override
    public Set<String> actions() {
        return Set.of("cloudwatch:GetMetricData");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Task task = inquiry.task();
        if (task == null || !inquiry.seen().label().equals("memory.oom")) {
            return new NotApplicable("no container was killed for memory");
        }
        Instant stopping = task.times().stoppingAt();
        Instant end = stopping == null ? task.times().stoppedAt() : stopping;
        if (end == null) {
            return new NotApplicable("the event does not tell when the task stopped");
        }
        String definition = task.taskDefinition();
        int colon = definition.indexOf(':');
        String family = colon < 0 ? definition : definition.substring(0, colon);
        return Reads.then(
                inquiry.account().metrics().memoryUsed(inquiry.subject().cluster(), family, end.minus(BEFORE), end),
                (used, source) -> used.<CheckResult>map(mebibytes -> new Passed(
                                Resources.of("memory-used", Math.round(mebibytes) + "MiB"),
                                new Evidence(
                                        "A task of " + family + " used at most " + Math.round(mebibytes)
                                                + " MiB in the five minutes before, seen once a minute",
                                        source)))
                        .orElseGet(() -> new Inconclusive(
                                "Container Insights has no figure of the memory that was used: " + source)));
    }
}
