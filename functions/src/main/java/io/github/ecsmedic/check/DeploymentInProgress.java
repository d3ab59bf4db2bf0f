package io.github.ecsmedic.check;

import io.github.ecsmedic.account.DeploymentConfiguration;
import io.github.ecsmedic.account.ServiceDeployment;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the service deployment that brings the failed task's definition, and how it stands.
 *
 * <p>A deployment that ended well speaks for the revision: it has run before.
 */
public final class DeploymentInProgress implements Check {
    @Override
    public String id() {
        return "deployment-in-progress";
    }

    @Override
    public String question() {
        return "Has the deployment of the revision that fails ended well";
    }

    @Override
    public Set<String> actions() {
        return Rollout.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return inquiry.task() == null && !inquiry.seen().family().equals("deployment")
                ? new NotApplicable("no task is known to have failed")
                : Rollout.stated(
                        inquiry,
                        Rollout.newest(inquiry, rollout -> verdict(rollout, inquiry)),
                        "rollback-failed",
                        "The message says that ECS could not take the deployment back");
    }

    private static CheckResult verdict(Rollout rollout, Inquiry inquiry) {
        Task task = inquiry.task();
        String brought = rollout.target().definition();
        if (task != null && !task.taskDefinition().equals(brought)) {
            return ofAnother(rollout, task.taskDefinition(), brought);
        }
        ServiceDeployment deployment = rollout.deployment();
        return switch (deployment.status()) {
            case "PENDING", "IN_PROGRESS" ->
                failed(settling(deployment, inquiry) ? "settling" : "rolling-out", rollout);
            case "STOP_REQUESTED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS" -> failed("rolling-back", rollout);
            case "ROLLBACK_SUCCESSFUL" -> failed("rolled-back", rollout);
            case "ROLLBACK_FAILED" -> failed("rollback-failed", rollout);
            case "STOPPED" -> failed("stopped", rollout);
            case "SUCCESSFUL" ->
                new Passed(
                        named(rollout),
                        new Evidence("The deployment of " + brought + " ended well", Rollout.DEPLOYMENTS));
            default -> new Inconclusive("unknown status " + deployment.status() + ": " + Rollout.DEPLOYMENTS);
        };
    }

    private static CheckResult ofAnother(Rollout rollout, String failing, String brought) {
        boolean previous =
                rollout.previous().filter(p -> p.definition().equals(failing)).isPresent();
        return previous
                ? new Passed(
                        named(rollout),
                        new Evidence(
                                "The failed task is of " + failing + ", which " + brought + " replaces",
                                Rollout.REVISIONS))
                : new NotApplicable("the newest deployment brings " + brought + ", the failed task is of " + failing);
    }

    /**
     * All the tasks that it is meant to have run: what failed was not the revision as such. A task that fails a health check
     * runs too.
     */
    private static boolean settling(ServiceDeployment deployment, Inquiry inquiry) {
        return !inquiry.seen().family().equals("health")
                && deployment.target().requested() > 0
                && deployment.target().running() >= deployment.target().requested();
    }

    private static Resources named(Rollout rollout) {
        return Resources.of(
                "service-deployment",
                rollout.deployment().arn(),
                "service-revision",
                rollout.target().arn(),
                "task-definition",
                rollout.target().taskDefinition());
    }

    private static CheckResult failed(String fault, Rollout rollout) {
        ServiceDeployment deployment = rollout.deployment();
        Resources named = named(rollout);
        named = named.and(new Resources(deployment.triggeredAlarms().stream()
                .map(alarm -> new Resource("alarm", alarm))
                .toList()));
        if (deployment.status().equals("IN_PROGRESS")) {
            named = named.and(Resources.of("stoppable-deployment", deployment.arn()))
                    .and(withoutBreaker(deployment.configuration()));
        }
        if (fault.equals("stopped") || fault.equals("rollback-failed")) {
            named = named.and(Resources.of("ended-deployment", deployment.arn()));
        }
        return new Failed(fault, named, facts(rollout), List.of());
    }

    private static Resources withoutBreaker(@Nullable DeploymentConfiguration configuration) {
        return configuration == null || configuration.rollback()
                ? Resources.NONE
                : DeploymentPercent.settings(configuration);
    }

    private static List<Evidence> facts(Rollout rollout) {
        ServiceDeployment deployment = rollout.deployment();
        List<String> facts = new ArrayList<>();
        facts.add("The deployment of " + rollout.target().definition() + " is " + deployment.status() + ", "
                + deployment.target().running() + " of " + deployment.target().requested() + " of its tasks run");
        ServiceDeployment.Breaker breaker = deployment.breaker();
        if (breaker != null && breaker.status().equals("TRIGGERED")) {
            facts.add("Its circuit breaker tripped after " + breaker.failures() + " failed tasks of "
                    + breaker.threshold());
        }
        if (!deployment.triggeredAlarms().isEmpty()) {
            facts.add("Its alarms fired: " + String.join(", ", deployment.triggeredAlarms()));
        }
        DeploymentConfiguration configuration = deployment.configuration();
        if (deployment.status().equals("IN_PROGRESS") && configuration != null && !configuration.circuitBreaker()) {
            facts.add("It has no circuit breaker, so ECS does not end it by itself");
        }
        ServiceDeployment.Rollback rollback = deployment.rollback();
        if (rollback != null && !rollback.reason().isEmpty()) {
            facts.add("ECS says of the way back: " + Shown.text(rollback.reason()));
        } else if (!deployment.statusReason().isEmpty()) {
            facts.add("ECS says: " + Shown.text(deployment.statusReason()));
        }
        return facts.stream()
                .map(fact -> new Evidence(fact, Rollout.DEPLOYMENTS))
                .toList();
    }
}
