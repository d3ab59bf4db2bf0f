package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.event.Envelope;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Field;
import io.github.ecsmedic.signature.Message;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an event says has failed, as far as it may have. */
sealed interface Failing {
    /** A task that stopped, or that was told to. */
    record OfTask(Subject subject, Task task) implements Failing {}

    /** A message about a service, a host or a deployment. */
    record OfService(
            Subject subject, Message message, @Nullable Instant at) implements Failing {}

    /** A service that lacks tasks and of which nothing was said. */
    record OfShortfall(Subject subject, EcsEvent.Shortfall shortfall) implements Failing {}

    /** Nothing for us. */
    record Nothing(String why) implements Failing {}

    static Failing of(EcsEvent event) {
        return switch (event) {
            case EcsEvent.TaskStateChange(Envelope envelope, Task task) -> task(envelope, task);
            case EcsEvent.ServiceAction action ->
                service(
                        action.envelope(),
                        action.clusterArn(),
                        action.serviceArn(),
                        message(Field.SERVICE_EVENT, action.eventName(), action.reason()));
            case EcsEvent.DeploymentStateChange change ->
                service(
                        change.envelope(),
                        "",
                        change.serviceArn(),
                        message(Field.DEPLOYMENT_STATE_REASON, change.eventName(), change.reason()));
            case EcsEvent.DaemonServiceAction action ->
                service(
                        action.envelope(),
                        action.clusterArn(),
                        "",
                        message(Field.SERVICE_EVENT, action.eventName(), action.reason()));
            case EcsEvent.HealthEvent health ->
                service(
                        health.envelope(),
                        "",
                        "",
                        message(Field.SERVICE_EVENT, health.eventTypeCode(), health.description()));
            case EcsEvent.ContainerInstanceHealthChange change -> instanceHealth(change);
            case EcsEvent.ContainerInstanceStateChange change ->
                new Nothing("a container instance's state is not diagnosed: " + change.status());
            case EcsEvent.HookStateChange change ->
                new Nothing("a deployment hook is not diagnosed: " + change.eventName());
            case EcsEvent.DaemonDeploymentStateChange change ->
                new Nothing("a daemon's deployment is not diagnosed: " + change.eventName());
            case EcsEvent.Shortfall shortfall ->
                new OfShortfall(
                        subject(shortfall.envelope(), shortfall.clusterArn(), shortfall.serviceArn()), shortfall);
            case EcsEvent.Ignored(String why) -> new Nothing(why);
        };
    }

    /** A task that goes on running is no failure; one that has been told to stop (Spot) is looked at already. */
    private static Failing task(Envelope envelope, Task task) {
        return task.lastStatus().equals("STOPPED") || !task.stopCode().isEmpty()
                ? new OfTask(
                        new Subject(
                                envelope.account(),
                                envelope.region(),
                                task.cluster(),
                                task.service(),
                                task.arn(),
                                task.taskDefinition()),
                        task)
                : new Nothing("the task has not stopped: " + task.lastStatus());
    }

    private static Failing service(Envelope envelope, String clusterArn, String serviceArn, Message message) {
        return new OfService(subject(envelope, clusterArn, serviceArn), message, envelope.time());
    }

    /** The cluster stands in the event or, in long service ARNs, before the service's name. */
    private static Subject subject(Envelope envelope, String clusterArn, String serviceArn) {
        String path = Arn.parse(serviceArn).map(Arn::resource).orElse("");
        String[] parts = path.split("/", -1);
        String cluster = clusterArn.isEmpty() ? parts.length == 3 ? parts[1] : "" : Arn.lastPart(clusterArn);
        return new Subject(
                envelope.account(),
                envelope.region(),
                cluster,
                parts.length > 1 ? parts[parts.length - 1] : "",
                "",
                "");
    }

    private static Failing instanceHealth(EcsEvent.ContainerInstanceHealthChange change) {
        if (!change.overallStatus().equals("IMPAIRED")) {
            return new Nothing("a container instance's health is " + change.overallStatus());
        }
        String text = change.checks().stream()
                .filter(check -> check.status().equals("IMPAIRED"))
                .map(check -> check.type() + " " + check.reason())
                .collect(Collectors.joining("; "));
        return service(
                change.envelope(),
                change.clusterArn(),
                "",
                message(Field.SERVICE_EVENT, "container instance IMPAIRED", text));
    }

    private static Message message(Field field, String name, String reason) {
        return Message.of(field, reason.isEmpty() ? name : name + " " + reason);
    }
}
