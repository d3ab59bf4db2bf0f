package io.github.ecsmedic.model;

/**
 * What a diagnosis is about.
 *
 * @param service {@code ""} for a one-off task
 * @param taskArn {@code ""} where ECS created no task
 * @param taskDefinition {@code family:revision}, or {@code ""}
 */
public record Subject(
        String account, String region, String cluster, String service, String taskArn, String taskDefinition) {}
