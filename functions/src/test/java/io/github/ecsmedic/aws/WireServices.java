package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.DeploymentConfiguration;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.account.ServiceDeployment;
import io.github.ecsmedic.account.ServiceDeployment.Breaker;
import io.github.ecsmedic.account.ServiceDeployment.Rollback;
import io.github.ecsmedic.account.ServiceDeployment.Tasks;
import io.github.ecsmedic.account.ServiceRevision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Services, their deployments and revisions as ECS writes them. */
final class WireServices {
    private WireServices() {}

    static Tree service(Service s, boolean tags) {
        Tree described = Tree.of(
                "serviceArn", s.arn(),
                "serviceName", s.name(),
                "clusterArn", s.clusterArn(),
                "status", s.status(),
                "desiredCount", s.desired(),
                "runningCount", s.running(),
                "pendingCount", s.pending(),
                "taskDefinition", s.taskDefinition(),
                "launchType", s.launchType(),
                // ECS leaves its own controller out
                "deploymentController",
                        s.deploymentController().equals("ECS") ? null : Tree.of("type", s.deploymentController()),
                "deployments",
                        s.deployments().stream().map(WireServices::deployment).toList(),
                "loadBalancers",
                        s.balancing().targets().stream()
                                .map(WireServices::registration)
                                .toList(),
                "healthCheckGracePeriodSeconds", s.balancing().gracePeriod(),
                "events",
                        s.messages().stream()
                                .map(m -> Tree.of("createdAt", WireTasks.seconds(m.at()), "message", m.text()))
                                .toList(),
                "deploymentConfiguration", configuration(s.configuration()));
        return tags ? described.with("tags", WireTasks.pairs("key", "value", s.tags())) : described;
    }

    private static Tree registration(Service.Registration r) {
        return Tree.of("targetGroupArn", r.targetGroup(), "containerName", r.container(), "containerPort", r.port());
    }

    private static Tree deployment(Deployment d) {
        return Tree.of(
                "id", d.id(),
                "status", d.status(),
                "rolloutState", d.rolloutState(),
                "taskDefinition", d.taskDefinition(),
                "desiredCount", d.desired(),
                "runningCount", d.running(),
                "failedTasks", d.failed(),
                "networkConfiguration", network(d.subnets(), d.securityGroups(), d.publicIp()),
                "createdAt", WireTasks.seconds(d.createdAt()));
    }

    private static Tree network(List<String> subnets, List<String> groups, boolean publicIp) {
        return Tree.of(
                "awsvpcConfiguration",
                Tree.of(
                        "subnets", subnets,
                        "securityGroups", groups,
                        "assignPublicIp", publicIp ? "ENABLED" : "DISABLED"));
    }

    private static @Nullable Tree configuration(@Nullable DeploymentConfiguration c) {
        return c == null
                ? null
                : Tree.of(
                        "minimumHealthyPercent", c.minimumHealthyPercent(),
                        "maximumPercent", c.maximumPercent(),
                        "deploymentCircuitBreaker", Tree.of("enable", c.circuitBreaker(), "rollback", c.rollback()),
                        "strategy", "ROLLING",
                        "bakeTimeInMinutes", c.plain() ? 0 : 5);
    }

    static Tree deployment(ServiceDeployment d) {
        Breaker breaker = d.breaker();
        Rollback rollback = d.rollback();
        return Tree.of(
                "serviceDeploymentArn",
                d.arn(),
                "status",
                d.status(),
                "statusReason",
                d.statusReason(),
                "targetServiceRevision",
                tasks(d.target()),
                "sourceServiceRevisions",
                d.sources().stream().map(WireServices::tasks).toList(),
                "deploymentConfiguration",
                configuration(d.configuration()),
                "deploymentCircuitBreaker",
                breaker == null
                        ? null
                        : Tree.of(
                                "status", breaker.status(),
                                "failureCount", breaker.failures(),
                                "threshold", breaker.threshold()),
                "alarms",
                d.triggeredAlarms().isEmpty() ? null : Tree.of("triggeredAlarmNames", d.triggeredAlarms()),
                "rollback",
                rollback == null
                        ? null
                        : Tree.of("serviceRevisionArn", rollback.revision(), "reason", rollback.reason()));
    }

    private static Tree tasks(Tasks t) {
        return Tree.of("arn", t.revision(), "requestedTaskCount", t.requested(), "runningTaskCount", t.running());
    }

    static Tree revision(ServiceRevision r) {
        boolean providers = !r.compute().equals("FARGATE") && !r.compute().equals("EC2");
        return Tree.of(
                "serviceRevisionArn",
                r.arn(),
                "taskDefinition",
                r.taskDefinition(),
                "launchType",
                providers ? null : r.compute(),
                "capacityProviderStrategy",
                providers
                        ? List.of(r.compute().split(", ", -1)).stream()
                                .map(name -> Tree.of("capacityProvider", name))
                                .toList()
                        : null,
                "platformVersion",
                r.platformVersion(),
                "networkConfiguration",
                network(r.subnets(), r.securityGroups(), r.publicIp()),
                "loadBalancers",
                r.targetGroups().stream().map(WireServices::balancer).toList(),
                "containerImages",
                WireTasks.pairs("containerName", "imageDigest", r.digests()));
    }

    /** {@code GROUP to CONTAINER:PORT}, as the record puts it together. */
    private static Tree balancer(String words) {
        int to = words.indexOf(" to ");
        int colon = words.lastIndexOf(':');
        return Tree.of(
                "targetGroupArn", words.substring(0, to),
                "containerName", words.substring(to + 4, colon),
                "containerPort", Integer.valueOf(words.substring(colon + 1)));
    }
}
