package io.github.ecsmedic.event;

import io.github.ecsmedic.model.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event of EventBridge that concerns ECS. Text that AWS left out is {@code ""}, a time that it left out is null.
 *
 * <p>AWS adds types and fields without notice: an unknown type, a foreign source and a malformed event are
 * {@link Ignored}, with the reason.
 */
public sealed interface EcsEvent {
    /** {@code ECS Task State Change}. */
    record TaskStateChange(Envelope envelope, Task task) implements EcsEvent {}

    /**
     * {@code ECS Service Action}. It has no resource version.
     *
     * @param eventType {@code INFO}, {@code WARN} or {@code ERROR}
     */
    record ServiceAction(
            Envelope envelope,
            String eventType,
            String eventName,
            String clusterArn,
            String serviceArn,
            String reason,
            List<String> capacityProviderArns,
            List<String> containerInstanceArns,
            @Nullable Instant createdAt)
            implements EcsEvent {
        public ServiceAction {
            capacityProviderArns = List.copyOf(capacityProviderArns);
            containerInstanceArns = List.copyOf(containerInstanceArns);
        }
    }

    /** {@code ECS Deployment State Change}. The cluster stands only in the service's ARN. */
    record DeploymentStateChange(
            Envelope envelope,
            String eventType,
            String eventName,
            String deploymentId,
            String serviceArn,
            String reason,
            @Nullable Instant updatedAt)
            implements EcsEvent {}

    /** {@code ECS Container Instance State Change}. */
    record ContainerInstanceStateChange(
            Envelope envelope,
            String clusterArn,
            String containerInstanceArn,
            String ec2InstanceId,
            String status,
            String statusReason,
            boolean agentConnected,
            long version)
            implements EcsEvent {}

    /** {@code ECS Container Instance Health Change}. */
    record ContainerInstanceHealthChange(
            Envelope envelope,
            String clusterArn,
            String containerInstanceArn,
            String ec2InstanceId,
            String overallStatus,
            List<HealthCheck> checks)
            implements EcsEvent {
        public ContainerInstanceHealthChange {
            checks = List.copyOf(checks);
        }

        /** One health check of the instance. */
        public record HealthCheck(String type, String status, String reason) {}
    }

    /** {@code ECS Hook State Change}. */
    record HookStateChange(
            Envelope envelope,
            String eventType,
            String eventName,
            String hookId,
            String hookType,
            String lifecycleStage,
            String clusterArn,
            String serviceArn,
            String serviceDeploymentArn,
            @Nullable Instant expiresAt)
            implements EcsEvent {}

    /** {@code ECS Daemon Service Action}. */
    record DaemonServiceAction(
            Envelope envelope,
            String eventType,
            String eventName,
            String clusterArn,
            String daemonArn,
            String failureType,
            String reason,
            String taskArn,
            String containerInstanceArn)
            implements EcsEvent {}

    /** {@code ECS Daemon Deployment State Change}. */
    record DaemonDeploymentStateChange(
            Envelope envelope, String eventType, String eventName, String daemonDeploymentArn, String reason)
            implements EcsEvent {}

    /** {@code AWS Health Event} about ECS: a planned retirement and its tasks or services. */
    record HealthEvent(
            Envelope envelope,
            String eventTypeCode,
            String eventTypeCategory,
            String description,
            List<String> affectedEntities)
            implements EcsEvent {
        public HealthEvent {
            affectedEntities = List.copyOf(affectedEntities);
        }
    }

    /**
     * Not sent by ECS: a service that lacks tasks, though no event says so, as the sweep saw it.
     *
     * @param since when it began; with the service it tells one shortfall from another
     * @param says what was seen, in one sentence
     */
    record Shortfall(Envelope envelope, String clusterArn, String serviceArn, Instant since, String says)
            implements EcsEvent {}

    /** Nothing for us: a foreign source, an unknown detail-type, or text that is no event. */
    record Ignored(String why) implements EcsEvent {}

    /** The region that it comes from, or {@code ""}. */
    default String region() {
        return sent().map(Envelope::region).orElse("");
    }

    /** The account that it comes from, or {@code ""}. */
    default String account() {
        return sent().map(Envelope::account).orElse("");
    }

    private Optional<Envelope> sent() {
        return switch (this) {
            case TaskStateChange e -> Optional.of(e.envelope());
            case ServiceAction e -> Optional.of(e.envelope());
            case DeploymentStateChange e -> Optional.of(e.envelope());
            case ContainerInstanceStateChange e -> Optional.of(e.envelope());
            case ContainerInstanceHealthChange e -> Optional.of(e.envelope());
            case HookStateChange e -> Optional.of(e.envelope());
            case DaemonServiceAction e -> Optional.of(e.envelope());
            case DaemonDeploymentStateChange e -> Optional.of(e.envelope());
            case HealthEvent e -> Optional.of(e.envelope());
            case Shortfall e -> Optional.of(e.envelope());
            case Ignored e -> Optional.empty();
        };
    }
}
