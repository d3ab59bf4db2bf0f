package io.github.ecsmedic.account;

import java.util.List;
import java.util.Map;

/**
 * What a service was at one deployment.
 *
 * @param taskDefinition its ARN
 * @param compute the launch type, or the capacity providers
 * @param targetGroups each with the container and port that it sends to
 * @param digests container name → the image digest to which ECS resolved its tag
 */
public record ServiceRevision(
        String arn,
        String taskDefinition,
        String compute,
        String platformVersion,
        List<String> subnets,
        List<String> securityGroups,
        boolean publicIp,
        List<String> targetGroups,
        Map<String, String> digests) {
    public ServiceRevision {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
        targetGroups = List.copyOf(targetGroups);
        digests = Map.copyOf(digests);
    }

    /** {@code family:revision} of the task definition. */
    public String definition() {
        return taskDefinition.substring(taskDefinition.lastIndexOf('/') + 1);
    }
}
