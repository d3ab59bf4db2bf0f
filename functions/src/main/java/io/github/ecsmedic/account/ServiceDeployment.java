package io.github.ecsmedic.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deployment of a service: the revision that it brings and those that it replaces.
 *
 * @param status {@code PENDING}, {@code IN_PROGRESS}, {@code STOP_REQUESTED}, {@code STOPPED}, {@code SUCCESSFUL},
 *     {@code ROLLBACK_REQUESTED}, {@code ROLLBACK_IN_PROGRESS}, {@code ROLLBACK_SUCCESSFUL}, {@code ROLLBACK_FAILED}
 * @param sources none for the first deployment of a service
 * @param configuration null where ECS does not tell
 * @param breaker null where ECS does not tell
 * @param triggeredAlarms names of the alarms that ended it
 * @param rollback null as long as the service does not go back
 */
public record ServiceDeployment(
        String arn,
        String status,
        String statusReason,
        Tasks target,
        List<Tasks> sources,
        @Nullable DeploymentConfiguration configuration,
        @Nullable Breaker breaker,
        List<String> triggeredAlarms,
        @Nullable Rollback rollback) {
    public ServiceDeployment {
        sources = List.copyOf(sources);
        triggeredAlarms = List.copyOf(triggeredAlarms);
    }

    /** How many tasks a revision has; {@code revision} is its ARN. */
    public record Tasks(String revision, int requested, int running) {}

    /** The circuit breaker; {@code status} is {@code TRIGGERED}, {@code MONITORING}, {@code DISABLED} … */
    public record Breaker(String status, int failures, int threshold) {}

    /** The way back to an earlier revision, and why it was taken. */
    public record Rollback(String revision, String reason) {}
}
