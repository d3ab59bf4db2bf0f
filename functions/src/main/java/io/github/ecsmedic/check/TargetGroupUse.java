package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Balancers.Listener;
import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks whether the target group exists and a listener of a load balancer forwards to it. */
public final class TargetGroupUse implements Check {
    private static final Set<String> ASKED_THE_TARGET = Set.of("health.elb_status_code", "health.elb_timeout");

    @Override
    public String id() {
        return "target-group-use";
    }

    @Override
    public String question() {
        return "Does a listener of a load balancer forward to the target group";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(FailingGroup.ACTIONS),
                "elasticloadbalancing:DescribeListeners",
                "elasticloadbalancing:DescribeRules");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!FailingGroup.complained(inquiry)) {
            return new NotApplicable("no load balancer complained of the task");
        }
        if (ASKED_THE_TARGET.contains(inquiry.seen().label())) {
            return new NotApplicable("a load balancer asked the target, so it uses the target group");
        }
        return Reads.then(
                FailingGroup.arn(inquiry),
                (arn, _) -> Reads.then(
                        inquiry.account().balancers().targetGroup(arn),
                        (group, source) ->
                                group.map(g -> used(inquiry, g, source)).orElseGet(() -> missing(arn, source))));
    }

    private static CheckResult missing(String arn, String source) {
        return new Failed(
                "missing", Resources.of("target-group", arn), new Evidence("There is no target group " + arn, source));
    }

    private static CheckResult used(Inquiry inquiry, TargetGroup group, String source) {
        if (group.loadBalancers().isEmpty()) {
            return unused(group, "No load balancer uses target group " + group.name(), source);
        }
        String balancer = group.loadBalancers().getFirst();
        return Reads.then(
                inquiry.account().balancers().listener(balancer, group.arn()),
                (Optional<Listener> listener, String from) -> listener.<CheckResult>map(l -> new Passed(
                                Resources.of("target-group", group.arn(), "load-balancer", balancer),
                                new Evidence(
                                        "The listener on port " + l.port() + " forwards to target group "
                                                + group.name(),
                                        from)))
                        .orElseGet(() -> unused(
                                group,
                                "No listener of load balancer " + name(balancer) + " forwards to target group "
                                        + group.name(),
                                from)));
    }

    private static CheckResult unused(TargetGroup group, String fact, String source) {
        return new Failed(
                "unused",
                Resources.of(
                        "target-group",
                        group.arn(),
                        "vpc",
                        group.vpcId(),
                        "load-balancer",
                        group.loadBalancers().stream().findFirst().orElse("")),
                new Evidence(fact, source));
    }

    /** {@code front} of {@code …:loadbalancer/app/front/0123}. */
    static String name(String balancer) {
        String[] parts = balancer.split("/", -1);
        return parts.length >= 3 ? parts[parts.length - 2] : balancer;
    }
}
