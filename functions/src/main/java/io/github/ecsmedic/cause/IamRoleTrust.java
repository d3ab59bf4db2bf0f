package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** The role is there, and does not let ECS in. */
public final class IamRoleTrust implements CauseRule {
    @Override
    public String id() {
        return "iam.role_trust";
    }

    @Override
    public String meaning() {
        return "The trust policy of the role does not let ECS assume it for a task";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("iam.assume_role")
                || inquiry.seen().label().equals("iam.infrastructure_role");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("role-trust", "trust", "condition"), adds("stated-cause"));
    }

    /** Whether a condition is met, ECS alone knows for sure. */
    @Override
    public Certainty atMost(Proof proof) {
        return proof.fault("role-trust").equals("condition") ? Certainty.PROBABLE : Certainty.PROVEN;
    }

    @Override
    public String summary(Proof proof) {
        String role = Arn.lastPart(proof.resources("role-trust").first("role"));
        return "The trust policy of role " + role + " does not let "
                + proof.resources("role-trust").first("wanted-service") + " assume it"
                + (proof.fault("role-trust").equals("condition") ? " for this task: its condition is not met" : "");
    }
}
