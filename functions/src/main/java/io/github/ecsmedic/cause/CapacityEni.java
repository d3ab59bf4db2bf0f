package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** In awsvpc mode a task needs a network interface of its own. */
public final class CapacityEni implements CauseRule {
    @Override
    public String id() {
        return "capacity.eni";
    }

    @Override
    public String meaning() {
        return "Every instance has as many network interfaces as it can, and the task needs one of its own";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return CapacityLabels.named(inquiry, "capacity.placement_eni");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("instance-interfaces"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return CapacityLabels.said(proof, "instance-interfaces", meaning());
    }

    @Override
    public Certainty atMost(Proof proof) {
        return CapacityLabels.atMost(proof, "instance-interfaces");
    }
}
