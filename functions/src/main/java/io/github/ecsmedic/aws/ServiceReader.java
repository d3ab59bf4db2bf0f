package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.Tag;

/** A service as DescribeServices describes it. */
final class ServiceReader {
    private ServiceReader() {}

    static Service service(software.amazon.awssdk.services.ecs.model.Service service, String operation) {
        Map<String, String> tags = new HashMap<>();
        for (Tag tag : service.tags()) {
            tags.put(text(tag.key()), text(tag.value()));
        }
        return new Service(
                needed(service.serviceArn(), operation),
                text(service.serviceName()),
                text(service.clusterArn()),
                text(service.status()),
                needed(service.desiredCount(), operation),
                needed(service.runningCount(), operation),
                needed(service.pendingCount(), operation),
                text(service.taskDefinition()),
                text(service.launchTypeAsString()),
                controller(service),
                service.deployments().stream()
                        .map(deployment -> deployment(deployment, service))
                        .toList(),
                balancing(service),
                service.events().stream()
                        .map(event -> new Service.ServiceMessage(event.createdAt(), text(event.message())))
                        .toList(),
                tags,
                DeploymentReader.configuration(service.deploymentConfiguration()),
                new Service.Compute(
                        service.capacityProviderStrategy().stream()
                                .map(item -> text(item.capacityProvider()))
                                .filter(provider -> !provider.isEmpty())
                                .toList(),
                        text(service.platformVersion()),
                        text(service.schedulingStrategyAsString())));
    }

    /** A classic load balancer has no target group. */
    private static Service.Balancing balancing(software.amazon.awssdk.services.ecs.model.Service service) {
        return new Service.Balancing(
                service.loadBalancers().stream()
                        .filter(balancer -> balancer.targetGroupArn() != null)
                        .map(ServiceReader::registration)
                        .toList(),
                count(service.healthCheckGracePeriodSeconds()));
    }

    private static Service.Registration registration(LoadBalancer balancer) {
        return new Service.Registration(
                text(balancer.targetGroupArn()), text(balancer.containerName()), balancer.containerPort());
    }

    /** ECS leaves its own controller out. */
    private static String controller(software.amazon.awssdk.services.ecs.model.Service service) {
        return service.deploymentController() == null
                        || service.deploymentController().typeAsString() == null
                ? "ECS"
                : service.deploymentController().typeAsString();
    }

    private static Service.Deployment deployment(
            software.amazon.awssdk.services.ecs.model.Deployment deployment,
            software.amazon.awssdk.services.ecs.model.Service service) {
        AwsVpcConfiguration network = network(deployment.networkConfiguration(), service.networkConfiguration());
        return new Service.Deployment(
                text(deployment.id()),
                text(deployment.status()),
                text(deployment.rolloutStateAsString()),
                text(deployment.taskDefinition()),
                count(deployment.desiredCount()),
                count(deployment.runningCount()),
                count(deployment.failedTasks()),
                network == null ? List.of() : network.subnets(),
                network == null ? List.of() : network.securityGroups(),
                network != null && "ENABLED".equals(network.assignPublicIpAsString()),
                deployment.createdAt());
    }

    private static @Nullable AwsVpcConfiguration network(
            @Nullable NetworkConfiguration own, @Nullable NetworkConfiguration ofService) {
        NetworkConfiguration decisive = own == null || own.awsvpcConfiguration() == null ? ofService : own;
        return decisive == null ? null : decisive.awsvpcConfiguration();
    }

    private static int count(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
