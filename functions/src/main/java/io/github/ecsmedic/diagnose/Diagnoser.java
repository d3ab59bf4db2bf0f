package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.event.Envelope;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Field;
import io.github.ecsmedic.signature.Message;
import io.github.ecsmedic.signature.Signature;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From an event, or a task, to a diagnosis. Same input, same answer. */
public final class Diagnoser {
    /** What the engine reads itself: the task's definition and service, and the service's stopped tasks. */
    public static final Set<String> ACTIONS =
            Set.of("ecs:DescribeServices", "ecs:DescribeTaskDefinition", "ecs:DescribeTasks", "ecs:ListTasks");

    /** What it reads once the cause is known: who else is hit, and what was changed before. */
    public static final Set<String> AFTERMATH_ACTIONS = Aftermath.ACTIONS;

    private final Investigation investigation;

    public Diagnoser(List<Signature> signatures, List<Check> checks, List<CauseRule> causes, List<Fix> fixes) {
        this.investigation = new Investigation(signatures, checks, causes, fixes);
    }

    /** Diagnoses an event; benign ones cost no read. */
    public Outcome diagnose(EcsEvent event, Account account) {
        return switch (event) {
            case EcsEvent.TaskStateChange(Envelope envelope, Task task) -> taskStateChange(envelope, task, account);
            case EcsEvent.ServiceAction action ->
                service(
                        subject(action.envelope(), action.clusterArn(), action.serviceArn()),
                        message(Field.SERVICE_EVENT, action.eventName(), action.reason()),
                        action.envelope(),
                        account);
            case EcsEvent.DeploymentStateChange change ->
                service(
                        subject(change.envelope(), "", change.serviceArn()),
                        message(Field.DEPLOYMENT_STATE_REASON, change.eventName(), change.reason()),
                        change.envelope(),
                        account);
            case EcsEvent.DaemonServiceAction action ->
                service(
                        subject(action.envelope(), action.clusterArn(), ""),
                        message(Field.SERVICE_EVENT, action.eventName(), action.reason()),
                        action.envelope(),
                        account);
            case EcsEvent.HealthEvent health ->
                service(
                        subject(health.envelope(), "", ""),
                        message(Field.SERVICE_EVENT, health.eventTypeCode(), health.description()),
                        health.envelope(),
                        account);
            case EcsEvent.ContainerInstanceHealthChange change -> instanceHealth(change, account);
            case EcsEvent.ContainerInstanceStateChange change ->
                new Outcome.Ignored("a container instance's state is not diagnosed: " + change.status());
            case EcsEvent.HookStateChange change ->
                new Outcome.Ignored("a deployment hook is not diagnosed: " + change.eventName());
            case EcsEvent.DaemonDeploymentStateChange change ->
                new Outcome.Ignored("a daemon's deployment is not diagnosed: " + change.eventName());
            case EcsEvent.Ignored(String why) -> new Outcome.Ignored(why);
        };
    }

    /** Diagnoses a task on demand. */
    public Outcome diagnose(Subject subject, Task task, Account account) {
        return new Outcome.Diagnosed(investigation.task(subject, task, account));
    }

    /** A task that goes on running is no failure; one that has been told to stop (Spot) is looked at already. */
    private Outcome taskStateChange(Envelope envelope, Task task, Account account) {
        return task.lastStatus().equals("STOPPED") || !task.stopCode().isEmpty()
                ? diagnose(subject(envelope, task), task, account)
                : new Outcome.Ignored("the task has not stopped: " + task.lastStatus());
    }

    /** The newest stopped task of the subject's service that did not end as it should; empty when there is none. */
    public Answer<Optional<Task>> newestFailed(Subject subject, Account account) {
        return investigation.newestFailed(subject, account);
    }

    private Outcome service(Subject subject, Message message, Envelope envelope, Account account) {
        return new Outcome.Diagnosed(investigation.service(subject, message, envelope.time(), account));
    }

    private Outcome instanceHealth(EcsEvent.ContainerInstanceHealthChange change, Account account) {
        if (!change.overallStatus().equals("IMPAIRED")) {
            return new Outcome.Ignored("a container instance's health is " + change.overallStatus());
        }
        String text = change.checks().stream()
                .filter(check -> check.status().equals("IMPAIRED"))
                .map(check -> check.type() + " " + check.reason())
                .collect(Collectors.joining("; "));
        return service(
                subject(change.envelope(), change.clusterArn(), ""),
                message(Field.SERVICE_EVENT, "container instance IMPAIRED", text),
                change.envelope(),
                account);
    }

    private static Message message(Field field, String name, String reason) {
        return Message.of(field, reason.isEmpty() ? name : name + " " + reason);
    }

    private static Subject subject(Envelope envelope, Task task) {
        return new Subject(
                envelope.account(),
                envelope.region(),
                task.cluster(),
                task.service(),
                task.arn(),
                task.taskDefinition());
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
}
