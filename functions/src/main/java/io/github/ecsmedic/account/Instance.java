package io.github.ecsmedic.account;

import java.util.List;

/**
 * An EC2 instance, as its primary network interface is seen.
 *
 * @param address its private IPv4 address
 * @param publicAddress {@code ""} when it has none
 * @param profile the ARN of its instance profile, or {@code ""}
 */
public record Instance(
        String id,
        String vpcId,
        String subnet,
        String address,
        String publicAddress,
        List<String> securityGroups,
        String profile) {
    public Instance {
        securityGroups = List.copyOf(securityGroups);
    }
}
