package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** Nobody forwards to the target group. */
public final class LbTargetGroupUnused implements CauseRule {
    @Override
    public String id() {
        return "lb.target_group_unused";
    }

    @Override
    public String meaning() {
        return "No listener of a load balancer forwards to the target group";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return HealthLabels.balanced(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("target-group-use", "unused"), doesNotPass("health-check-answer", "unused", "failed"));
    }

    @Override
    public String summary(Proof proof) {
        return "No listener forwards to " + HealthLabels.group(proof, "target-group-use")
                + ", so its targets are never checked";
    }
}
