package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Optional;

/** Reads of Elastic Load Balancing. */
public interface Balancers {
    /** Empty when there is none ({@code elasticloadbalancing:DescribeTargetGroups}). */
    Answer<Optional<TargetGroup>> targetGroup(String arn);

    /** What is registered in it now, with its health ({@code elasticloadbalancing:DescribeTargetHealth}). */
    Answer<List<Target>> targets(String targetGroup);

    /** Empty when there is none ({@code elasticloadbalancing:DescribeLoadBalancers}). */
    Answer<Optional<LoadBalancer>> loadBalancer(String arn);

    /**
     * The listener that forwards to the target group, by its default action or a rule; empty when none does
     * ({@code elasticloadbalancing:DescribeListeners}, {@code elasticloadbalancing:DescribeRules}).
     */
    Answer<Optional<Listener>> listener(String loadBalancer, String targetGroup);

    /** A listener of a load balancer. */
    record Listener(String arn, String protocol, int port) {}
}
