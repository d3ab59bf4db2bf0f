package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.only;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Balancers;
import io.github.ecsmedic.account.LoadBalancer;
import io.github.ecsmedic.account.Target;
import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Elastic Load Balancing through the SDK. Objects asked by ARN are there or {@code NotFound}. */
final class SdkBalancers implements Balancers {
    private static final String GROUPS = "elasticloadbalancing:DescribeTargetGroups";
    private static final String HEALTH = "elasticloadbalancing:DescribeTargetHealth";
    private static final String BALANCERS = "elasticloadbalancing:DescribeLoadBalancers";
    private static final String LISTENERS = "elasticloadbalancing:DescribeListeners";
    private static final String RULES = "elasticloadbalancing:DescribeRules";

    private final Clients clients;
    private final Reads reads;

    SdkBalancers(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<Optional<TargetGroup>> targetGroup(String arn) {
        return reads.ask(
                "target group " + arn,
                GROUPS,
                () -> reads.sendUnless(
                                "TargetGroupNotFound",
                                GROUPS,
                                () -> clients.balancing().describeTargetGroups(r -> r.targetGroupArns(arn)))
                        .map(answer -> group(only(answer.targetGroups(), GROUPS))));
    }

    private static TargetGroup group(software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup group) {
        return new TargetGroup(
                needed(group.targetGroupArn(), GROUPS),
                text(group.targetGroupName()),
                text(group.targetTypeAsString()),
                text(group.vpcId()),
                listed(group.hasLoadBalancerArns(), group.loadBalancerArns(), GROUPS),
                check(group));
    }

    private static TargetGroup.HealthCheck check(
            software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup group) {
        String grpc = group.matcher() == null ? "" : text(group.matcher().grpcCode());
        String http = group.matcher() == null ? "" : text(group.matcher().httpCode());
        return new TargetGroup.HealthCheck(
                text(group.healthCheckProtocolAsString()),
                text(group.healthCheckPort()),
                text(group.healthCheckPath()),
                grpc.isEmpty() ? http : grpc,
                !grpc.isEmpty(),
                needed(group.healthCheckIntervalSeconds(), GROUPS),
                needed(group.healthCheckTimeoutSeconds(), GROUPS),
                needed(group.healthyThresholdCount(), GROUPS),
                needed(group.unhealthyThresholdCount(), GROUPS));
    }

    @Override
    public Answer<List<Target>> targets(String targetGroup) {
        return reads.ask("targets " + targetGroup, HEALTH, () -> {
            DescribeTargetHealthResponse answer = reads.send(
                    HEALTH, () -> clients.balancing().describeTargetHealth(r -> r.targetGroupArn(targetGroup)));
            return listed(answer.hasTargetHealthDescriptions(), answer.targetHealthDescriptions(), HEALTH).stream()
                    .map(SdkBalancers::target)
                    .toList();
        });
    }

    private static Target target(TargetHealthDescription described) {
        var target = needed(described.target(), HEALTH);
        var health = needed(described.targetHealth(), HEALTH);
        return new Target(
                text(target.id()),
                text(target.availabilityZone()),
                text(health.stateAsString()),
                text(health.reasonAsString()),
                text(health.description()));
    }

    @Override
    public Answer<Optional<LoadBalancer>> loadBalancer(String arn) {
        return reads.ask(
                "load balancer " + arn,
                BALANCERS,
                () -> reads.sendUnless(
                                "LoadBalancerNotFound",
                                BALANCERS,
                                () -> clients.balancing().describeLoadBalancers(r -> r.loadBalancerArns(arn)))
                        .map(answer -> balancer(only(answer.loadBalancers(), BALANCERS))));
    }

    private static LoadBalancer balancer(
            software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer balancer) {
        return new LoadBalancer(
                needed(balancer.loadBalancerArn(), BALANCERS),
                text(balancer.loadBalancerName()),
                text(balancer.typeAsString()),
                text(balancer.schemeAsString()),
                text(balancer.vpcId()),
                balancer.securityGroups(),
                listed(balancer.hasAvailabilityZones(), balancer.availabilityZones(), BALANCERS).stream()
                        .map(zone -> new LoadBalancer.Zone(text(zone.zoneName()), text(zone.subnetId())))
                        .toList());
    }

    @Override
    public Answer<Optional<Listener>> listener(String loadBalancer, String targetGroup) {
        return reads.ask("listener " + loadBalancer + " " + targetGroup, LISTENERS, () -> {
            var all = listeners(loadBalancer);
            return Stream.concat(
                            all.stream().filter(l -> forwards(l.defaultActions(), targetGroup)),
                            all.stream()
                                    .filter(l -> rules(l.listenerArn()).stream()
                                            .anyMatch(rule -> forwards(rule.actions(), targetGroup))))
                    .findFirst()
                    .map(SdkBalancers::listener);
        });
    }

    private List<software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener> listeners(String balancer) {
        return reads.pages(
                LISTENERS,
                token -> clients.balancing()
                        .describeListeners(r -> r.loadBalancerArn(balancer).marker(token)),
                answer -> listed(answer.hasListeners(), answer.listeners(), LISTENERS),
                DescribeListenersResponse::nextMarker);
    }

    private List<Rule> rules(@Nullable String listener) {
        return reads.pages(
                RULES,
                token -> clients.balancing()
                        .describeRules(r -> r.listenerArn(listener).marker(token)),
                answer -> listed(answer.hasRules(), answer.rules(), RULES),
                DescribeRulesResponse::nextMarker);
    }

    private static boolean forwards(List<Action> actions, String targetGroup) {
        return actions.stream()
                .flatMap(action -> Stream.concat(
                        Stream.ofNullable(action.targetGroupArn()),
                        action.forwardConfig() == null
                                ? Stream.empty()
                                : action.forwardConfig().targetGroups().stream().map(TargetGroupTuple::targetGroupArn)))
                .filter(Objects::nonNull)
                .anyMatch(targetGroup::equals);
    }

    private static Listener listener(software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener listener) {
        return new Listener(
                needed(listener.listenerArn(), LISTENERS),
                text(listener.protocolAsString()),
                needed(listener.port(), LISTENERS));
    }
}
