package io.github.ecsmedic.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service of ECS as it stands now; {@code configuration} is null where ECS does not tell. */
public record Service(
        String arn,
        String name,
        String clusterArn,
        String status,
        int desired,
        int running,
        int pending,
        String taskDefinition,
        String launchType,
        String deploymentController,
        List<Deployment> deployments,
        Balancing balancing,
        List<ServiceMessage> messages,
        Map<String, String> tags,
        @Nullable DeploymentConfiguration configuration,
        Compute compute) {
    public Service {
        deployments = List.copyOf(deployments);
        messages = List.copyOf(messages);
        tags = Map.copyOf(tags);
    }

    /** Without what ECS tells of its compute. */
    public Service(
            String arn,
            String name,
            String clusterArn,
            String status,
            int desired,
            int running,
            int pending,
            String taskDefinition,
            String launchType,
            String deploymentController,
            List<Deployment> deployments,
            Balancing balancing,
            List<ServiceMessage> messages,
            Map<String, String> tags,
            @Nullable DeploymentConfiguration configuration) {
        this(
                arn,
                name,
                clusterArn,
                status,
                desired,
                running,
                pending,
                taskDefinition,
                launchType,
                deploymentController,
                deployments,
                balancing,
                messages,
                tags,
                configuration,
                Compute.UNTOLD);
    }

    /** Whether its tasks run on Fargate. */
    public boolean onFargate() {
        List<String> providers = compute.capacityProviders();
        return launchType.equals("FARGATE")
                || (launchType.isEmpty()
                        && (providers.isEmpty()
                                ? !compute.platformVersion().isEmpty()
                                : providers.stream().allMatch(provider -> provider.startsWith("FARGATE"))));
    }

    /**
     * On what its tasks run, beside the launch type.
     *
     * @param capacityProviders those of its strategy; with them ECS tells no launch type
     * @param platformVersion of Fargate, {@code LATEST} or a number; {@code ""} on EC2
     * @param scheduling {@code REPLICA} or {@code DAEMON}
     */
    public record Compute(List<String> capacityProviders, String platformVersion, String scheduling) {
        public static final Compute UNTOLD = new Compute(List.of(), "", "");

        public Compute {
            capacityProviders = List.copyOf(capacityProviders);
        }
    }

    /** The ARNs of the target groups in which it registers its tasks. */
    public List<String> targetGroups() {
        return balancing.targets().stream().map(Registration::targetGroup).toList();
    }

    /**
     * How load balancers reach it.
     *
     * @param gracePeriod seconds after a task's start in which failed health checks do not count
     */
    public record Balancing(List<Registration> targets, int gracePeriod) {
        public static final Balancing NONE = new Balancing(List.of(), 0);

        public Balancing {
            targets = List.copyOf(targets);
        }
    }

    /** One port of one container that is registered in a target group. */
    public record Registration(
            String targetGroup, String container, @Nullable Integer port) {}

    /**
     * One deployment. {@code publicIp} is whether its tasks are given a public address ({@code assignPublicIp}).
     *
     * @param id {@code ecs-svc/DIGITS}, the {@code startedBy} of its tasks
     */
    public record Deployment(
            String id,
            String status,
            String rolloutState,
            String taskDefinition,
            int desired,
            int running,
            int failed,
            List<String> subnets,
            List<String> securityGroups,
            boolean publicIp,
            @Nullable Instant createdAt) {
        public Deployment {
            subnets = List.copyOf(subnets);
            securityGroups = List.copyOf(securityGroups);
        }
    }

    /** One service event, at most the newest 100. */
    public record ServiceMessage(@Nullable Instant at, String text) {}
}
