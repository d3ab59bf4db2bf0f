package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.FakeBalancers;
import io.github.ecsmedic.account.LoadBalancer;
import io.github.ecsmedic.account.Target;
import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.account.TargetGroup.HealthCheck;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** Elastic Load Balancing: objects by ARN, and an error for those that are not there. */
final class WireElb implements WireService {
    private final Contents.Balancing balancing;
    private final Pages pages;

    WireElb(Contents.Balancing balancing, Pages pages) {
        this.balancing = balancing;
        this.pages = pages;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "DescribeTargetGroups" -> groups(q);
            case "DescribeTargetHealth" ->
                balancing.groups().containsKey(q.text("TargetGroupArn"))
                        ? ok(
                                q,
                                Tree.of(
                                        "TargetHealthDescriptions",
                                        balancing.targets().stream()
                                                .map(WireElb::target)
                                                .toList()))
                        : Protocol.QUERY.error(400, "TargetGroupNotFound");
            case "DescribeLoadBalancers" ->
                q.texts("LoadBalancerArns.member")
                                .equals(List.of(balancing.balancer().arn()))
                        ? ok(q, Tree.of("LoadBalancers", List.of(balancer(balancing.balancer()))))
                        : Protocol.QUERY.error(400, "LoadBalancerNotFound");
            case "DescribeListeners" ->
                q.text("LoadBalancerArn").equals(balancing.balancer().arn())
                        ? page(q, "Listeners", List.of(listener()))
                        : Protocol.QUERY.error(400, "LoadBalancerNotFound");
            case "DescribeRules" ->
                page(
                        q,
                        "Rules",
                        List.of(Tree.of(
                                "RuleArn",
                                "default",
                                "IsDefault",
                                true,
                                "Actions",
                                listener().members().get("DefaultActions"))));
            default -> throw new NotRendered(q.operation());
        };
    }

    private HttpExecuteResponse groups(Question q) {
        List<String> arns = q.texts("TargetGroupArns.member");
        Map<String, TargetGroup> all = balancing.groups();
        return all.keySet().containsAll(arns)
                ? page(
                        q,
                        "TargetGroups",
                        all.values().stream()
                                .filter(g -> arns.isEmpty() || arns.contains(g.arn()))
                                .map(WireElb::group)
                                .toList())
                : Protocol.QUERY.error(400, "TargetGroupNotFound");
    }

    private static Tree group(TargetGroup g) {
        HealthCheck h = g.healthCheck();
        return Tree.of(
                "TargetGroupArn", g.arn(),
                "TargetGroupName", g.name(),
                "TargetType", g.targetType(),
                "VpcId", g.vpcId(),
                "LoadBalancerArns", g.loadBalancers(),
                "HealthCheckProtocol", h.protocol(),
                "HealthCheckPort", h.port(),
                "HealthCheckPath", h.path(),
                "Matcher", h.matcher().isEmpty() ? null : Tree.of(h.grpc() ? "GrpcCode" : "HttpCode", h.matcher()),
                "HealthCheckIntervalSeconds", h.interval(),
                "HealthCheckTimeoutSeconds", h.timeout(),
                "HealthyThresholdCount", h.healthyThreshold(),
                "UnhealthyThresholdCount", h.unhealthyThreshold());
    }

    private static Tree target(Target t) {
        return Tree.of(
                "Target",
                Tree.of("Id", t.id(), "Port", 8080, "AvailabilityZone", t.zone()),
                "TargetHealth",
                Tree.of("State", t.state(), "Reason", t.reason(), "Description", t.description()));
    }

    private static Tree balancer(LoadBalancer b) {
        return Tree.of(
                "LoadBalancerArn",
                b.arn(),
                "LoadBalancerName",
                b.name(),
                "Type",
                b.type(),
                "Scheme",
                b.scheme(),
                "VpcId",
                b.vpcId(),
                "SecurityGroups",
                b.securityGroups(),
                "AvailabilityZones",
                b.zones().stream()
                        .map(zone -> Tree.of("ZoneName", zone.name(), "SubnetId", zone.subnet()))
                        .toList());
    }

    /** The one listener; its only rule is its default action. */
    private Tree listener() {
        Tree action = balancing.forwarding()
                ? Tree.of("Type", "forward", "TargetGroupArn", FakeBalancers.TARGET_GROUP)
                : Tree.of("Type", "fixed-response");
        return Tree.of(
                "ListenerArn",
                FakeBalancers.LISTENER,
                "Protocol",
                "HTTPS",
                "Port",
                443,
                "DefaultActions",
                List.of(action));
    }

    private HttpExecuteResponse page(Question q, String name, List<Tree> all) {
        Pages.Page<Tree> page = pages.of(all, q.text("Marker"), 0);
        return ok(q, Tree.of(name, page.items(), "NextMarker", page.next()));
    }

    private static HttpExecuteResponse ok(Question q, Tree tree) {
        return Protocol.QUERY.answer(q.operation(), tree);
    }
}
