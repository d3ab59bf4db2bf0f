package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** Every instance is too busy. */
public final class CapacityCpu implements CauseRule {
    @Override
    public String id() {
        return "capacity.cpu";
    }

    @Override
    public String meaning() {
        return "No instance has the CPU units left that the task needs";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return CapacityLabels.named(inquiry, "capacity.placement_cpu");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("instance-cpu"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return CapacityLabels.said(proof, "instance-cpu", meaning());
    }

    @Override
    public Certainty atMost(Proof proof) {
        return CapacityLabels.atMost(proof, "instance-cpu");
    }
}
