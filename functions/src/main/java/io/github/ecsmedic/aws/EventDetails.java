package io.github.ecsmedic.aws;

import static java.util.Objects.requireNonNullElse;

import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.event.Envelope;
import java.util.List;

/** The {@code detail} of each detail-type but the task's. */
final class EventDetails {
    private EventDetails() {}

    static EcsEvent serviceAction(Envelope envelope, Json detail) {
        return new EcsEvent.ServiceAction(
                envelope,
                detail.text("eventType"),
                detail.text("eventName"),
                detail.text("clusterArn"),
                serviceArn(envelope),
                detail.text("reason"),
                detail.texts("capacityProviderArns"),
                detail.texts("containerInstanceArns"),
                detail.time("createdAt"));
    }

    static EcsEvent deployment(Envelope envelope, Json detail) {
        return new EcsEvent.DeploymentStateChange(
                envelope,
                detail.text("eventType"),
                detail.text("eventName"),
                detail.text("deploymentId"),
                serviceArn(envelope),
                detail.text("reason"),
                detail.time("updatedAt"));
    }

    static EcsEvent instance(Envelope envelope, Json detail) {
        return new EcsEvent.ContainerInstanceStateChange(
                envelope,
                detail.text("clusterArn"),
                detail.text("containerInstanceArn"),
                detail.text("ec2InstanceId"),
                detail.text("status"),
                detail.text("statusReason"),
                detail.isTrue("agentConnected"),
                requireNonNullElse(detail.number("version"), 0L));
    }

    static EcsEvent instanceHealth(Envelope envelope, Json detail) {
        return new EcsEvent.ContainerInstanceHealthChange(
                envelope,
                detail.text("clusterArn"),
                detail.text("containerInstanceArn"),
                detail.text("ec2InstanceId"),
                detail.text("overallStatus"),
                detail.objects("healthChecks").stream()
                        .map(check -> new EcsEvent.ContainerInstanceHealthChange.HealthCheck(
                                check.text("type"), check.text("status"), check.text("statusReason")))
                        .toList());
    }

    static EcsEvent hook(Envelope envelope, Json detail) {
        return new EcsEvent.HookStateChange(
                envelope,
                detail.text("eventType"),
                detail.text("eventName"),
                detail.text("hookId"),
                detail.text("hookType"),
                detail.text("lifecycleStage"),
                detail.text("clusterArn"),
                detail.text("serviceArn"),
                detail.text("serviceDeploymentArn"),
                detail.time("expiresAt"));
    }

    static EcsEvent daemonAction(Envelope envelope, Json detail) {
        return new EcsEvent.DaemonServiceAction(
                envelope,
                detail.text("eventType"),
                detail.text("eventName"),
                detail.text("clusterArn"),
                detail.text("daemonArn"),
                detail.text("failureType"),
                detail.text("reason"),
                detail.text("taskArn"),
                detail.text("containerInstanceArn"));
    }

    static EcsEvent daemonDeployment(Envelope envelope, Json detail) {
        return new EcsEvent.DaemonDeploymentStateChange(
                envelope,
                detail.text("eventType"),
                detail.text("eventName"),
                detail.text("daemonDeploymentArn"),
                detail.text("reason"));
    }

    static EcsEvent health(Envelope envelope, Json detail) {
        List<Json> descriptions = detail.objects("eventDescription");
        Json description = descriptions.stream()
                .filter(d -> d.text("language").startsWith("en"))
                .findFirst()
                .orElse(descriptions.isEmpty() ? new Json.Nothing() : descriptions.getFirst());
        List<String> entities = detail.objects("affectedEntities").stream()
                .map(entity -> entity.text("entityValue"))
                .filter(value -> !value.isEmpty())
                .toList();
        return new EcsEvent.HealthEvent(
                envelope,
                detail.text("eventTypeCode"),
                detail.text("eventTypeCategory"),
                description.text("latestDescription"),
                entities.isEmpty() ? envelope.resources() : entities);
    }

    private static String serviceArn(Envelope envelope) {
        return envelope.resources().stream()
                .filter(arn -> arn.contains(":service/"))
                .findFirst()
                .orElse("");
    }
}
