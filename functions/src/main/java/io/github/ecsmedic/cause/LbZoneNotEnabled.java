package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The task stands where the load balancer does not. */
public final class LbZoneNotEnabled implements CauseRule {
    @Override
    public String id() {
        return "lb.zone_not_enabled";
    }

    @Override
    public String meaning() {
        return "The load balancer is not enabled in the Availability Zone of the task";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return HealthLabels.balanced(inquiry, "health.elb_az_not_enabled");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("balancer-zones"), doesNotPass("health-check-answer", "zone-not-enabled", "unused", "failed"));
    }

    @Override
    public String summary(Proof proof) {
        return "The task was placed in " + proof.resources("balancer-zones").first("zone") + ", where "
                + HealthLabels.balancer(proof, "balancer-zones") + " is not enabled";
    }
}
