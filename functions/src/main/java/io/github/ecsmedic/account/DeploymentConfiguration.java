package io.github.ecsmedic.account;

import org.jspecify.annotations.Nullable;

/**
 * How ECS is told to roll a service out. The percentages are of the desired count.
 *
 * @param plain nothing else is set: rolling update without alarms, hooks or bake time
 */
public record DeploymentConfiguration(
        @Nullable Integer minimumHealthyPercent,
        @Nullable Integer maximumPercent,
        boolean circuitBreaker,
        boolean rollback,
        boolean plain) {}
