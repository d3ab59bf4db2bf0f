package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** Every instance is too full. */
public final class CapacityMemory implements CauseRule {
    @Override
    public String id() {
        return "capacity.memory";
    }

    @Override
    public String meaning() {
        return "No instance has the memory left that the task needs";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return CapacityLabels.named(inquiry, "capacity.placement_memory");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("instance-memory"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return CapacityLabels.said(proof, "instance-memory", meaning());
    }

    @Override
    public Certainty atMost(Proof proof) {
        return CapacityLabels.atMost(proof, "instance-memory");
    }
}
