package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Compares how long the stop took with the container's stopTimeout, after which ECS kills. */
public final class StopDuration implements Check {
    private static final int DEFAULT_SECONDS = 30;
    private static final int SLACK_SECONDS = 2;

    @Override
    public String id() {
        return "stop-duration";
    }

    @Override
    public String question() {
        return "Did the container end within its stopTimeout";
    }

    @Override
    public Set<String> actions() {
        return Definitions.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Task task = inquiry.task();
        Instant asked = task == null ? null : task.times().stoppingAt();
        Instant ended = task == null ? null : task.times().executionStoppedAt();
        if (asked == null || ended == null) {
            return new NotApplicable("the event does not tell how long the stop took");
        }
        long seconds = Duration.between(asked, ended).toSeconds();
        return Reads.then(
                Definitions.of(inquiry), (definition, source) -> verdict(inquiry, definition, seconds, source));
    }

    private static CheckResult verdict(Inquiry inquiry, TaskDefinition definition, long seconds, String source) {
        Integer set = Definitions.culprit(inquiry, definition)
                .map(ContainerDefinition::stopTimeout)
                .orElse(null);
        int limit = set == null ? DEFAULT_SECONDS : set;
        Evidence took = new Evidence("The stop took " + seconds + " s", "event");
        Evidence allowed = new Evidence(
                "stopTimeout of " + definition.name() + " is " + limit + " s" + (set == null ? ", the default" : ""),
                source);
        return seconds >= limit - SLACK_SECONDS
                ? new Failed("too-long", Resources.of("task-definition", definition.arn()), took, allowed)
                : new Passed(Resources.of("task-definition", definition.arn()), took, allowed);
    }
}
