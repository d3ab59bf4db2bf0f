package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets a listener forward to the target group. */
public final class ForwardToTargetGroup implements Fix {
    private static final String UNKNOWN_BALANCER = "<LOAD_BALANCER_ARN>";

    @Override
    public String id() {
        return "forward-to-target-group";
    }

    @Override
    public String says() {
        return "let a listener of a load balancer forward to the target group";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("lb.target_group_unused");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        String group = found.first("target-group");
        String balancer = found.first("load-balancer");
        if (group.isEmpty()) {
            return List.of();
        }
        Step look = new Step.ByHand(
                "elasticloadbalancing:DescribeLoadBalancers",
                Aws.cli(
                        subject.region(),
                        "elbv2",
                        "describe-load-balancers",
                        "--query",
                        "LoadBalancers[?VpcId==`" + found.first("vpc") + "`].LoadBalancerArn"),
                List.of());
        Step listen = new Step.ByHand(
                "elasticloadbalancing:CreateListener",
                Aws.cli(
                        subject.region(),
                        "elbv2",
                        "create-listener",
                        "--load-balancer-arn",
                        balancer.isEmpty() ? UNKNOWN_BALANCER : balancer,
                        "--protocol",
                        "HTTP",
                        "--port",
                        "80",
                        "--default-actions",
                        "Type=forward,TargetGroupArn=" + group),
                List.of());
        return balancer.isEmpty() ? List.of(look, listen) : List.of(listen);
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return (cause.resources().first("load-balancer").isEmpty()
                        ? "which load balancer is meant is not known: put its ARN in place of " + UNKNOWN_BALANCER
                        : "a listener that is there may need a rule instead of a new one beside it")
                + "; take the protocol, port and certificate that your clients use";
    }
}
