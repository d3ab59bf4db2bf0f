package io.github.ecsmedic.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A VPC endpoint.
 *
 * @param service e.g. {@code com.amazonaws.us-east-1.ecr.api}
 * @param type {@code Interface}, {@code Gateway}, {@code GatewayLoadBalancer} …
 * @param state lower case; {@code available} is the good one
 * @param privateDns whether it answers to the service's public name inside the VPC
 * @param policy what it lets through; null when that could not be read
 */
public record Endpoint(
        String id,
        String vpcId,
        String service,
        String type,
        String state,
        boolean privateDns,
        List<String> routeTables,
        List<String> subnets,
        List<String> securityGroups,
        List<String> networkInterfaces,
        @Nullable AccessPolicy policy) {
    public Endpoint {
        routeTables = List.copyOf(routeTables);
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
        networkInterfaces = List.copyOf(networkInterfaces);
    }

    /** Whether it is usable. */
    public boolean available() {
        return state.equals("available");
    }
}
