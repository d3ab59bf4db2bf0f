package io.github.ecsmedic.account;

import java.util.List;

/**
 * A target group of a load balancer.
 *
 * @param targetType {@code ip}, {@code instance}, {@code lambda} or {@code alb}
 * @param loadBalancers the ARNs of those that route to it
 */
public record TargetGroup(
        String arn, String name, String targetType, String vpcId, List<String> loadBalancers, HealthCheck healthCheck) {
    public TargetGroup {
        loadBalancers = List.copyOf(loadBalancers);
    }

    /**
     * How its targets are checked; times in seconds.
     *
     * @param protocol {@code HTTP}, {@code HTTPS}, {@code TCP} …
     * @param port a number, or {@code traffic-port} for the one at which the target is registered
     * @param path {@code ""} where the protocol has none
     * @param matcher the codes that pass, e.g. {@code 200-299,302}; {@code ""} where the protocol has none
     * @param grpc whether they are codes of gRPC
     */
    public record HealthCheck(
            String protocol,
            String port,
            String path,
            String matcher,
            boolean grpc,
            int interval,
            int timeout,
            int healthyThreshold,
            int unhealthyThreshold) {}
}
