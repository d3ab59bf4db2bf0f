package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the load balancer reach the task. */
public final class AdmitLoadBalancer implements Fix {
    @Override
    public String id() {
        return "admit-load-balancer";
    }

    @Override
    public String says() {
        return "let the load balancer reach the task on the port of the health check";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("lb.ingress_denied");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        List<String> tasks = found.ids("security-group");
        List<String> balancers = found.ids("balancer-security-group");
        String port = found.first("port");
        if (tasks.isEmpty() || port.isEmpty()) {
            return List.of();
        }
        if (letsOut(found)) {
            return List.of(GroupRule.egress(balancers.getFirst(), port, GroupRule.group(tasks.getFirst()), subject));
        }
        return balancers.isEmpty()
                ? found.ids("cidr").stream()
                        .map(cidr -> GroupRule.ingress(tasks.getFirst(), port, GroupRule.range(cidr), subject))
                        .toList()
                : List.of(GroupRule.ingress(tasks.getFirst(), port, GroupRule.group(balancers.getFirst()), subject));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return cause.resources().ids("balancer-security-group").isEmpty()
                ? "whatever else uses the security group is opened to these subnets on the port too"
                : "whatever else uses the security group is opened on the port too";
    }

    /** The task already admits the load balancer, whose own group does not let it out. */
    private static boolean letsOut(Resources found) {
        return !found.first("shut-group").isEmpty();
    }
}
