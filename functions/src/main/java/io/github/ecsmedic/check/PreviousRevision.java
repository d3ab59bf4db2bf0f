package io.github.ecsmedic.check;

import io.github.ecsmedic.account.ServiceDeployment;
import io.github.ecsmedic.account.ServiceRevision;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks whether there is a revision to go back to: it was rolled out to the end or still runs, and its tasks do not fail as
 * the new ones do.
 */
public final class PreviousRevision implements Check {
    @Override
    public String id() {
        return "previous-revision-healthy";
    }

    @Override
    public String question() {
        return "Is the revision before the failing one healthy";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Rollout.ACTIONS), "ecs:DescribeTasks", "ecs:ListTasks");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return Rollout.stated(
                inquiry,
                Rollout.newest(inquiry, rollout -> before(rollout, inquiry)),
                "none",
                "The message says that there is no revision to go back to");
    }

    private static CheckResult before(Rollout rollout, Inquiry inquiry) {
        return rollout.deployment().status().equals("SUCCESSFUL")
                ? new NotApplicable("the deployment of " + rollout.target().definition() + " ended well")
                : rollout.previous()
                        .<CheckResult>map(previous -> verdict(rollout, previous, inquiry))
                        .orElseGet(() -> new Failed(
                                "none",
                                Resources.NONE,
                                new Evidence(
                                        "There is no revision before "
                                                + rollout.target().definition(),
                                        Rollout.DEPLOYMENTS)));
    }

    private static CheckResult verdict(Rollout rollout, ServiceRevision previous, Inquiry inquiry) {
        Resources named = Resources.of(
                "previous-revision", previous.arn(), "previous-task-definition", previous.taskDefinition());
        Optional<ServiceDeployment.Tasks> running = rollout.previousTasks().filter(tasks -> tasks.running() > 0);
        if (!rollout.succeeded() && running.isEmpty()) {
            return new Failed(
                    "unproven",
                    named,
                    new Evidence(
                            previous.definition() + " was not rolled out to the end, and none of its tasks runs",
                            Rollout.DEPLOYMENTS));
        }
        List<Evidence> facts = new ArrayList<>();
        if (rollout.succeeded()) {
            facts.add(new Evidence(previous.definition() + " was rolled out to the end", "ecs:ListServiceDeployments"));
        }
        running.ifPresent(tasks -> facts.add(new Evidence(
                tasks.running() + " of " + tasks.requested() + " tasks of " + previous.definition() + " run",
                Rollout.DEPLOYMENTS)));
        return previous.taskDefinition().equals(rollout.target().taskDefinition())
                ? new Passed(named, facts, List.of())
                : unlessItFailsToo(previous, named, facts, inquiry);
    }

    private static CheckResult unlessItFailsToo(
            ServiceRevision previous, Resources named, List<Evidence> facts, Inquiry inquiry) {
        return Reads.then(
                inquiry.account()
                        .workloads()
                        .stoppedTasks(
                                inquiry.subject().cluster(), inquiry.subject().service()),
                (stopped, source) -> stopped.stream()
                        .filter(task -> task.taskDefinitionArn().equals(previous.taskDefinition()))
                        .filter(task -> failsAlike(task, inquiry))
                        .findFirst()
                        .<CheckResult>map(task -> new Failed(
                                "fails-too",
                                named,
                                new Evidence(
                                        "Task " + task.arn() + " of " + previous.definition() + " failed alike",
                                        source)))
                        .orElseGet(() -> new Passed(named, facts, List.of())));
    }

    /** The same stop code and, where the culprit ended, the same exit code; any failure where no task is known. */
    private static boolean failsAlike(Task old, Inquiry inquiry) {
        Task failed = inquiry.task();
        return failed == null
                ? old.stopCode().equals("EssentialContainerExited")
                        || old.stopCode().equals("TaskFailedToStart")
                        || old.stoppedReason().startsWith("Task failed ")
                : old.stopCode().equals(failed.stopCode())
                        && exit(old, inquiry.culprit()).equals(exit(failed, inquiry.culprit()));
    }

    private static String exit(Task task, String culprit) {
        return task.containers().stream()
                .filter(c -> c.name().equals(culprit))
                .map(c -> String.valueOf(c.exitCode()))
                .findFirst()
                .orElse("");
    }
}
