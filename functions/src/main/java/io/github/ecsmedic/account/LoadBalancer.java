package io.github.ecsmedic.account;

import java.util.List;

/**
 * An application, network or gateway load balancer.
 *
 * @param scheme {@code internet-facing} or {@code internal}
 * @param securityGroups none for a network load balancer that was made without
 * @param zones where it is enabled
 */
public record LoadBalancer(
        String arn,
        String name,
        String type,
        String scheme,
        String vpcId,
        List<String> securityGroups,
        List<Zone> zones) {
    public LoadBalancer {
        securityGroups = List.copyOf(securityGroups);
        zones = List.copyOf(zones);
    }

    /** An Availability Zone with the subnet in which the load balancer stands there. */
    public record Zone(String name, String subnet) {}
}
