package io.github.ecsmedic.check;

import io.github.ecsmedic.account.DeploymentConfiguration;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.ServiceDeployment;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Set;

/**
 * Reckons whether the percentages of the deployment leave it room: ECS rounds the least number of tasks up and the
 * greatest number down.
 */
public final class DeploymentPercent implements Check {
    private static final String SERVICES = "ecs:DescribeServices";

    @Override
    public String id() {
        return "deployment-percent";
    }

    @Override
    public String question() {
        return "Do the percentages let a deployment stop an old task or start a new one";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Rollout.ACTIONS), SERVICES);
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Subject subject = inquiry.subject();
        if (subject.service().isEmpty()) {
            return new NotApplicable("the task belongs to no service");
        }
        return Reads.then(
                inquiry.account().workloads().service(subject.cluster(), subject.service()),
                (service, source) -> service.map(found -> reckon(found, source, inquiry))
                        .orElseGet(() -> new NotApplicable("there is no such service")));
    }

    /** The service tells how it is set now; where it does not, its newest deployment does. */
    private static CheckResult reckon(Service service, String source, Inquiry inquiry) {
        DeploymentConfiguration configuration = service.configuration();
        return configuration == null
                ? Rollout.newest(inquiry, rollout -> ofDeployment(service, rollout.deployment()))
                : verdict(service.desired(), configuration, source);
    }

    private static CheckResult ofDeployment(Service service, ServiceDeployment deployment) {
        DeploymentConfiguration configuration = deployment.configuration();
        return configuration == null
                ? new Inconclusive("no deployment configuration: " + SERVICES)
                : verdict(service.desired(), configuration, Rollout.DEPLOYMENTS);
    }

    private static CheckResult verdict(int desired, DeploymentConfiguration configuration, String source) {
        Integer minimum = configuration.minimumHealthyPercent();
        Integer maximum = configuration.maximumPercent();
        if (minimum == null || maximum == null) {
            return new Inconclusive("no percentages: " + source);
        }
        int least = ceil(minimum, desired);
        int most = Math.floorDiv(maximum * desired, 100);
        Evidence fact = new Evidence(
                "Of " + desired + " desired tasks at least " + least + " must run (" + minimum + " %) and at most "
                        + most + " may (" + maximum + " %)",
                source);
        return most <= desired && least >= desired
                ? new Failed("deadlock", settings(configuration), fact)
                : new Passed(Resources.NONE, fact);
    }

    private static int ceil(int percent, int desired) {
        return -Math.floorDiv(-percent * desired, 100);
    }

    /**
     * The settings in the short form of the AWS CLI, one by one; none where they are not all known, because what a
     * command leaves out may be reset.
     */
    static Resources settings(DeploymentConfiguration configuration) {
        Integer minimum = configuration.minimumHealthyPercent();
        Integer maximum = configuration.maximumPercent();
        return minimum == null || maximum == null || !configuration.plain()
                ? Resources.NONE
                : Resources.of(
                        "deployment-setting",
                        breaker(configuration.circuitBreaker(), configuration.rollback()),
                        "deployment-setting",
                        "maximumPercent=" + maximum,
                        "deployment-setting",
                        "minimumHealthyPercent=" + minimum);
    }

    private static String breaker(boolean enable, boolean rollback) {
        return "deploymentCircuitBreaker={enable=" + enable + ",rollback=" + rollback + "}";
    }
}
