package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** Security groups keep the load balancer from the task. */
public final class LbIngressDenied implements CauseRule {
    @Override
    public String id() {
        return "lb.ingress_denied";
    }

    @Override
    public String meaning() {
        return "The security groups or the network ACLs do not let the load balancer reach the task on the port of the health"
                + " check";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return HealthLabels.balanced(inquiry, "health.elb_timeout");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("balancer-ingress"), doesNotPass("health-check-answer", "timeout", "failed"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("balancer-ingress");
        String who = HealthLabels.balancer(proof, "balancer-ingress");
        String port = " on port " + found.first("port");
        String groups = String.join(", ", found.ids("security-group"));
        return switch (proof.fault("balancer-ingress")) {
            case "not-let-out" ->
                "The security groups of " + who + " (" + String.join(", ", found.ids("balancer-security-group"))
                        + ") do not let it out to the task" + port;
            case "acl-denied" ->
                "Network ACLs (" + String.join(", ", found.ids("network-acl")) + ") do not let " + who
                        + " reach the task" + port;
            default -> "The security groups of the task (" + groups + ") do not admit " + who + port;
        };
    }
}
