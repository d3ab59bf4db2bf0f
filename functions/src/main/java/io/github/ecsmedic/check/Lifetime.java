package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.HealthCheck;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How long the task lived, and what its health check gave it; all in seconds.
 *
 * @param lived from its start to the order to stop
 * @param grace for how long failures did not count
 * @param toBecomeHealthy what a ready container needs to be found healthy
 * @param toFail after what time without a single success the task is stopped, at the latest
 */
record Lifetime(long lived, int grace, int toBecomeHealthy, int toFail, String source) {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS =
            Set.of("ecs:DescribeServices", "ecs:DescribeTaskDefinition", "elasticloadbalancing:DescribeTargetGroups");

    /** Unknown where the event does not tell the times, or no health check is found. */
    static Answer<Lifetime> of(Inquiry inquiry) {
        Task task = inquiry.task();
        Instant start = task == null ? null : task.times().startedAt();
        Instant stop = task == null ? null : task.times().stoppingAt();
        if (start == null || stop == null) {
            return new Unknown<>("the event does not tell how long the task lived", "event");
        }
        long lived = Duration.between(start, stop).toSeconds();
        return FailingGroup.complained(inquiry) ? balanced(inquiry, lived) : own(inquiry, lived);
    }

    /** Whether it was stopped no later than a task that was never found healthy. */
    boolean neverHealthy() {
        return lived <= toFail;
    }

    private static Answer<Lifetime> own(Inquiry inquiry, long lived) {
        return switch (Definitions.of(inquiry)) {
            case Unknown<TaskDefinition> unknown -> unknown.as();
            case Known<TaskDefinition>(TaskDefinition definition, String source) -> {
                HealthCheck check = ContainerLog.container(inquiry, definition)
                        .map(TaskDefinition.ContainerDefinition::healthCheck)
                        .orElse(null);
                yield check == null
                        ? new Unknown<>("the task definition has no health check of the container", source)
                        : new Known<>(
                                new Lifetime(
                                        lived,
                                        check.startPeriod(),
                                        check.interval(),
                                        check.startPeriod()
                                                + (check.retries() + 1) * (check.interval() + check.timeout()),
                                        source),
                                source);
            }
        };
    }

    private static Answer<Lifetime> balanced(Inquiry inquiry, long lived) {
        return switch (FailingGroup.arn(inquiry)) {
            case Unknown<String> unknown -> unknown.as();
            case Known<String>(String arn, String _) ->
                switch (FailingGroup.service(inquiry)) {
                    case Unknown<Optional<Service>> unknown -> unknown.as();
                    case Known<Optional<Service>>(Optional<Service> service, String _) ->
                        switch (inquiry.account().balancers().targetGroup(arn)) {
                            case Unknown<Optional<TargetGroup>> unknown -> unknown.as();
                            case Known<Optional<TargetGroup>>(Optional<TargetGroup> group, String source) ->
                                group.isEmpty()
                                        ? new Unknown<>("there is no target group " + arn, source)
                                        : new Known<>(
                                                of(
                                                        group.get().healthCheck(),
                                                        service.map(s -> s.balancing()
                                                                        .gracePeriod())
                                                                .orElse(0),
                                                        lived,
                                                        source),
                                                source);
                        };
                };
        };
    }

    private static Lifetime of(TargetGroup.HealthCheck check, int grace, long lived, String source) {
        int once = check.interval() + check.timeout();
        return new Lifetime(
                lived,
                grace,
                check.healthyThreshold() * check.interval(),
                grace + (check.unhealthyThreshold() + 1) * once,
                source);
    }
}
