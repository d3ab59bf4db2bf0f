package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** AWS itself has no place. */
public final class CapacityFargate implements CauseRule {
    @Override
    public String id() {
        return "capacity.fargate";
    }

    @Override
    public String meaning() {
        return "Fargate has no capacity for the task at the moment";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("capacity.fargate")
                || inquiry.seen().label().equals("capacity.unknown");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("fargate-capacity"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return switch (proof.fault("fargate-capacity")) {
            case "spot-only" -> "Fargate Spot has no capacity at the moment, and the service may use nothing else";
            case "unsaid" -> "Fargate probably has no capacity in this zone at the moment";
            default -> "Fargate has no capacity for the task at the moment";
        };
    }

    /** A message that names no reason proves none. */
    @Override
    public Certainty atMost(Proof proof) {
        return proof.fault("fargate-capacity").equals("unsaid") ? Certainty.PROBABLE : Certainty.PROVEN;
    }
}
