package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.account.Target;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.Set;

/**
 * Asks whether other tasks of the same revision are healthy, so that the revision itself is able to become so.
 *
 * <p>That none is seen to be healthy proves nothing: it may be the first.
 */
public final class RevisionHealth implements Check {
    @Override
    public String id() {
        return "revision-health";
    }

    @Override
    public String question() {
        return "Are other tasks of the same revision healthy";
    }

    @Override
    public Set<String> actions() {
        return Set.of("ecs:DescribeServices", "elasticloadbalancing:DescribeTargetHealth");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Task task = inquiry.task();
        if (task == null) {
            return new NotApplicable("there is no task");
        }
        return Reads.then(
                FailingGroup.service(inquiry),
                (service, source) -> service.map(s -> of(inquiry, task, s, source))
                        .orElseGet(() -> new Inconclusive("there is no such service: " + source)));
    }

    private static CheckResult of(Inquiry inquiry, Task task, Service service, String source) {
        String name = task.taskDefinition();
        List<Deployment> same = service.deployments().stream()
                .filter(d -> d.taskDefinition().equals(task.taskDefinitionArn()))
                .toList();
        if (same.stream().anyMatch(d -> d.rolloutState().equals("COMPLETED") && d.running() > 0)) {
            return new Passed(
                    Resources.NONE,
                    new Evidence("A deployment of " + name + " is complete: its tasks became healthy", source));
        }
        boolean alone = !same.isEmpty() && same.size() == service.deployments().size();
        if (alone
                && FailingGroup.complained(inquiry)
                && FailingGroup.arn(inquiry) instanceof Known<String>(String arn, String _)) {
            return Reads.then(
                    inquiry.account().balancers().targets(arn), (targets, from) -> among(targets, name, from));
        }
        return new Inconclusive("no other task of " + name + " is seen to be healthy: " + source);
    }

    private static CheckResult among(List<Target> targets, String name, String source) {
        long healthy = targets.stream().filter(t -> t.state().equals("healthy")).count();
        return healthy > 0
                ? new Passed(
                        Resources.NONE,
                        new Evidence(healthy + " targets are healthy, and all tasks are of " + name, source))
                : new Inconclusive("no other task of " + name + " is seen to be healthy: " + source);
    }
}
