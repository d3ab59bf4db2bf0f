package io.github.ecsmedic.check;

import io.github.ecsmedic.account.LoadBalancer;
import io.github.ecsmedic.account.LoadBalancer.Zone;
import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Asks whether the load balancer is enabled in the Availability Zone of the task. */
public final class BalancerZones implements Check {
    @Override
    public String id() {
        return "balancer-zones";
    }

    @Override
    public String question() {
        return "Is the load balancer enabled in the Availability Zone of the task";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(FailingGroup.ACTIONS), "elasticloadbalancing:DescribeLoadBalancers");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return FailingGroup.about(inquiry, (group, _) -> about(inquiry, group));
    }

    private static CheckResult about(Inquiry inquiry, TargetGroup group) {
        Task task = inquiry.task();
        String zone = task == null ? "" : task.availabilityZone();
        String subnet = task == null ? "" : task.subnet();
        if (group.loadBalancers().isEmpty()) {
            return new NotApplicable("no load balancer uses target group " + group.name());
        }
        if (zone.isEmpty()) {
            return new Inconclusive("the event does not name the Availability Zone of the task: event");
        }
        String arn = group.loadBalancers().getFirst();
        return Reads.then(
                inquiry.account().balancers().loadBalancer(arn),
                (found, source) -> found.map(balancer -> verdict(balancer, zone, subnet, source))
                        .orElseGet(() -> new NotApplicable("there is no load balancer " + arn)));
    }

    private static CheckResult verdict(LoadBalancer balancer, String zone, String subnet, String source) {
        List<String> enabled =
                balancer.zones().stream().map(Zone::name).sorted().toList();
        List<Resource> named = new ArrayList<>(List.of(
                new Resource("load-balancer", balancer.arn()),
                new Resource("zone", zone),
                new Resource("subnet", subnet)));
        balancer.zones().forEach(z -> named.add(new Resource("balancer-subnet", z.subnet())));
        String where = "Load balancer " + balancer.name() + " is enabled in " + String.join(", ", enabled);
        return enabled.contains(zone)
                ? new Passed(new Resources(named), new Evidence(where + ", where the task was placed", source))
                : new Failed(
                        "not-enabled",
                        new Resources(named),
                        new Evidence(where + ", and the task was placed in " + zone, source));
    }
}
