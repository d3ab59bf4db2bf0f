package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The target group of the service is gone. */
public final class LbTargetGroupMissing implements CauseRule {
    @Override
    public String id() {
        return "lb.target_group_missing";
    }

    @Override
    public String meaning() {
        return "The target group in which the service registers its tasks does not exist";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return HealthLabels.balanced(inquiry, "health.elb_target_group_missing");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("target-group-use", "missing"), doesNotPass("health-check-answer", "group-missing", "failed"));
    }

    @Override
    public String summary(Proof proof) {
        return "Target group " + proof.resources("target-group-use").first("target-group") + " does not exist";
    }
}
