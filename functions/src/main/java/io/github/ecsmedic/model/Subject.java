package io.github.ecsmedic.model;

/**
 * What a diagnosis is about.
 *
 * @param service {@code ""} for a one-off task
 * @param taskArn {@code ""} where ECS created no task
 * @param taskDefinition {@code family:revision}, or {@code ""}
 * @param accountName the name that people know the account by; {@code ""} where none is set, and until it is told
 */
public record Subject(
        String account,
        String region,
        String cluster,
        String service,
        String taskArn,
        String taskDefinition,
        String accountName) {
    /** Without a name of its account. */
    public Subject(
            String account, String region, String cluster, String service, String taskArn, String taskDefinition) {
        this(account, region, cluster, service, taskArn, taskDefinition, "");
    }

    /** With the name of its account. */
    public Subject named(String name) {
        return new Subject(account, region, cluster, service, taskArn, taskDefinition, name);
    }
}
