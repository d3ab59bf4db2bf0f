package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.DeploymentConfiguration;
import io.github.ecsmedic.account.ServiceDeployment;
import io.github.ecsmedic.account.ServiceRevision;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.ContainerImage;
import software.amazon.awssdk.services.ecs.model.DeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.Rollback;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.ServiceRevisionSummary;

/** Service deployments and revisions as ECS describes them. */
final class DeploymentReader {
    private DeploymentReader() {}

    static ServiceDeployment deployment(
            software.amazon.awssdk.services.ecs.model.ServiceDeployment deployment, String operation) {
        return new ServiceDeployment(
                needed(deployment.serviceDeploymentArn(), operation),
                needed(deployment.statusAsString(), operation),
                text(deployment.statusReason()),
                tasks(needed(deployment.targetServiceRevision(), operation)),
                deployment.sourceServiceRevisions().stream()
                        .map(DeploymentReader::tasks)
                        .toList(),
                configuration(deployment.deploymentConfiguration()),
                breaker(deployment.deploymentCircuitBreaker()),
                deployment.alarms() == null ? List.of() : deployment.alarms().triggeredAlarmNames(),
                rollback(deployment.rollback()));
    }

    static ServiceRevision revision(
            software.amazon.awssdk.services.ecs.model.ServiceRevision revision, String operation) {
        AwsVpcConfiguration network = revision.networkConfiguration() == null
                ? null
                : revision.networkConfiguration().awsvpcConfiguration();
        return new ServiceRevision(
                needed(revision.serviceRevisionArn(), operation),
                needed(revision.taskDefinition(), operation),
                compute(revision),
                text(revision.platformVersion()),
                network == null ? List.of() : network.subnets(),
                network == null ? List.of() : network.securityGroups(),
                network != null && "ENABLED".equals(network.assignPublicIpAsString()),
                revision.loadBalancers().stream()
                        .map(DeploymentReader::targetGroup)
                        .toList(),
                digests(revision.containerImages()));
    }

    static @Nullable DeploymentConfiguration configuration(
            software.amazon.awssdk.services.ecs.model.@Nullable DeploymentConfiguration configuration) {
        if (configuration == null) {
            return null;
        }
        DeploymentCircuitBreaker breaker = configuration.deploymentCircuitBreaker();
        String strategy = text(configuration.strategyAsString());
        boolean alarms = configuration.alarms() != null
                && !configuration.alarms().alarmNames().isEmpty();
        Integer bake = configuration.bakeTimeInMinutes();
        return new DeploymentConfiguration(
                configuration.minimumHealthyPercent(),
                configuration.maximumPercent(),
                breaker != null && Boolean.TRUE.equals(breaker.enable()),
                breaker != null && Boolean.TRUE.equals(breaker.rollback()),
                (strategy.isEmpty() || strategy.equals("ROLLING"))
                        && !alarms
                        && (bake == null || bake == 0)
                        && configuration.lifecycleHooks().isEmpty());
    }

    private static ServiceDeployment.Tasks tasks(ServiceRevisionSummary summary) {
        return new ServiceDeployment.Tasks(
                text(summary.arn()), count(summary.requestedTaskCount()), count(summary.runningTaskCount()));
    }

    private static ServiceDeployment.@Nullable Breaker breaker(@Nullable ServiceDeploymentCircuitBreaker breaker) {
        return breaker == null
                ? null
                : new ServiceDeployment.Breaker(
                        text(breaker.statusAsString()), count(breaker.failureCount()), count(breaker.threshold()));
    }

    private static ServiceDeployment.@Nullable Rollback rollback(@Nullable Rollback rollback) {
        return rollback == null
                ? null
                : new ServiceDeployment.Rollback(text(rollback.serviceRevisionArn()), text(rollback.reason()));
    }

    private static String compute(software.amazon.awssdk.services.ecs.model.ServiceRevision revision) {
        return revision.capacityProviderStrategy().isEmpty()
                ? text(revision.launchTypeAsString())
                : revision.capacityProviderStrategy().stream()
                        .map(CapacityProviderStrategyItem::capacityProvider)
                        .map(Given::text)
                        .collect(Collectors.joining(", "));
    }

    private static String targetGroup(LoadBalancer balancer) {
        String group = balancer.targetGroupArn() == null ? balancer.loadBalancerName() : balancer.targetGroupArn();
        return text(group) + " to " + text(balancer.containerName()) + ":" + balancer.containerPort();
    }

    private static Map<String, String> digests(List<ContainerImage> images) {
        Map<String, String> digests = new TreeMap<>();
        for (ContainerImage image : images) {
            digests.put(text(image.containerName()), text(image.imageDigest()));
        }
        return digests;
    }

    private static int count(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
