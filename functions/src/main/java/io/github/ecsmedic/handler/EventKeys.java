package io.github.ecsmedic.handler;

import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.event.Envelope;
import io.github.ecsmedic.incident.EventKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which fact an event reports, and when it happened. */
final class EventKeys {
    private EventKeys() {}

    static EventKey key(EcsEvent event) {
        return switch (event) {
            case EcsEvent.TaskStateChange e ->
                new EventKey(e.task().arn(), Math.max(1, e.task().version()));
            case EcsEvent.ContainerInstanceStateChange e ->
                new EventKey(e.containerInstanceArn(), Math.max(1, e.version()));
            case EcsEvent.ServiceAction e -> once(e.serviceArn(), e.eventName(), time(e.createdAt(), e.envelope()));
            case EcsEvent.DeploymentStateChange e ->
                once(e.serviceArn(), e.eventName(), e.deploymentId(), time(e.updatedAt(), e.envelope()));
            case EcsEvent.DaemonServiceAction e ->
                once(e.daemonArn(), e.eventName(), e.taskArn(), e.containerInstanceArn(), time(null, e.envelope()));
            case EcsEvent.ContainerInstanceHealthChange e ->
                once(e.containerInstanceArn(), e.overallStatus(), time(null, e.envelope()));
            case EcsEvent.HookStateChange e -> once(e.hookId(), e.eventName(), e.lifecycleStage());
            case EcsEvent.DaemonDeploymentStateChange e -> once(e.daemonDeploymentArn(), e.eventName());
            case EcsEvent.HealthEvent e -> once(e.envelope().id());
            case EcsEvent.Shortfall e ->
                once(e.serviceArn(), "shortfall", e.since().toString());
            case EcsEvent.Ignored _ -> once("");
        };
    }

    /** By AWS's clock; null where the event does not say. */
    static @Nullable Instant at(EcsEvent event) {
        return switch (event) {
            case EcsEvent.TaskStateChange e ->
                e.task().times().stoppedAt() == null
                        ? e.envelope().time()
                        : e.task().times().stoppedAt();
            case EcsEvent.ServiceAction e ->
                e.createdAt() == null ? e.envelope().time() : e.createdAt();
            case EcsEvent.DeploymentStateChange e ->
                e.updatedAt() == null ? e.envelope().time() : e.updatedAt();
            case EcsEvent.ContainerInstanceStateChange e -> e.envelope().time();
            case EcsEvent.ContainerInstanceHealthChange e -> e.envelope().time();
            case EcsEvent.HookStateChange e -> e.envelope().time();
            case EcsEvent.DaemonServiceAction e -> e.envelope().time();
            case EcsEvent.DaemonDeploymentStateChange e -> e.envelope().time();
            case EcsEvent.HealthEvent e -> e.envelope().time();
            case EcsEvent.Shortfall e -> e.envelope().time();
            case EcsEvent.Ignored _ -> null;
        };
    }

    /** When the task that the event is about was created; null where it is about none, or does not say. */
    static @Nullable Instant createdAt(EcsEvent event) {
        return event instanceof EcsEvent.TaskStateChange e ? e.task().times().createdAt() : null;
    }

    private static EventKey once(String... parts) {
        return new EventKey(String.join("|", parts), 1);
    }

    private static String time(@Nullable Instant own, Envelope envelope) {
        return own != null ? own.toString() : String.valueOf(envelope.time());
    }
}
