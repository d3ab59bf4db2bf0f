package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Logs.Line;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the time at which the log says that the application is up with the time that its health check gave it. */
public final class BootTime implements Check {
    @Override
    public String id() {
        return "boot-time";
    }

    @Override
    public String question() {
        return "Was the application up early enough to be found healthy before it was stopped";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Lifetime.ACTIONS, ContainerLog.ACTIONS));
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Task task = inquiry.task();
        Instant start = task == null ? null : task.times().startedAt();
        if (start == null) {
            return new Inconclusive("the event does not tell when the task started: event");
        }
        return Reads.then(
                Lifetime.of(inquiry),
                (life, _) -> Reads.then(ContainerLog.of(inquiry), (log, source) -> verdict(life, log, start, source)));
    }

    private static CheckResult verdict(Lifetime life, ContainerLog log, Instant start, String source) {
        Optional<Line> ready = ReadyLine.first(log.lines());
        if (ready.isEmpty()) {
            return new Inconclusive("the log does not say when the application is up: " + source);
        }
        long seen = Duration.between(start, ready.get().at()).toSeconds();
        long boot = Math.max(
                seen, ReadyLine.took(ready.get()).map(Duration::toSeconds).orElse(0L));
        Evidence fact = new Evidence("The log says that the application is up after " + boot + " s", source);
        return boot + life.toBecomeHealthy() > life.lived()
                ? new Failed("slow", Resources.of("boot-time", boot + "s"), fact)
                : new Passed(Resources.NONE, fact);
    }
}
