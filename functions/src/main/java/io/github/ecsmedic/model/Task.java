package io.github.ecsmedic.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task of ECS as an event or DescribeTasks describes it. Text that AWS left out is {@code ""}.
 *
 * <p>{@code group} is {@code service:NAME} for a service's task, {@code family:FAMILY} or free text for any other.
 * {@code startedBy} is {@code ecs-svc/DIGITS}, the deployment's id, for a service's task. {@code cpu} (units) and
 * {@code memory} (MiB) are null where the event says {@code "null"} or nothing.
 *
 * @param version which rises with every event of the task; 0 where AWS does not tell
 */
public record Task(
        String arn,
        String clusterArn,
        String taskDefinitionArn,
        long version,
        String lastStatus,
        String desiredStatus,
        String stopCode,
        String stoppedReason,
        String group,
        String startedBy,
        String launchType,
        String capacityProvider,
        String containerInstanceArn,
        String availabilityZone,
        String platformVersion,
        String cpuArchitecture,
        @Nullable Integer cpu,
        @Nullable Integer memory,
        Timeline times,
        List<Container> containers,
        List<Attachment> attachments) {
    public Task {
        containers = List.copyOf(containers);
        attachments = List.copyOf(attachments);
    }

    /** The service's name, or {@code ""} for a one-off task. */
    public String service() {
        return group.startsWith("service:") ? group.substring("service:".length()) : "";
    }

    /** Whether the task runs on Fargate, told by launch type, capacity provider or platform version. */
    public boolean fargate() {
        return launchType.equals("FARGATE")
                || capacityProvider.startsWith("FARGATE")
                || (launchType.isEmpty() && containerInstanceArn.isEmpty() && !platformVersion.isEmpty());
    }

    /** The cluster's name. */
    public String cluster() {
        return clusterArn.substring(clusterArn.lastIndexOf('/') + 1);
    }

    /** {@code family:revision}. */
    public String taskDefinition() {
        return taskDefinitionArn.substring(taskDefinitionArn.lastIndexOf('/') + 1);
    }

    /** The subnet of the task's own network interface, or {@code ""} (bridge and host mode, or never attached). */
    public String subnet() {
        return networkInterfaceDetail("subnetId");
    }

    /** The private IPv4 address of the task's own network interface, or {@code ""}. */
    public String address() {
        return networkInterfaceDetail("privateIPv4Address");
    }

    /** The id of the task's own network interface unless it is known to be gone, else {@code ""}. */
    public String networkInterface() {
        return attachments.stream()
                .filter(a -> a.type().equals("eni") || a.type().equals("ElasticNetworkInterface"))
                .filter(a -> !a.status().equals("DELETED"))
                .map(a -> a.detail("networkInterfaceId"))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String networkInterfaceDetail(String name) {
        return attachments.stream()
                .filter(a -> a.type().equals("eni") || a.type().equals("ElasticNetworkInterface"))
                .map(a -> a.detail(name))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
