package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** The instances are of another kind. */
public final class CapacityAttributes implements CauseRule {
    @Override
    public String id() {
        return "capacity.attributes";
    }

    @Override
    public String meaning() {
        return "No instance has the attributes, the constraints or the zone that the task demands";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return CapacityLabels.named(
                inquiry,
                "capacity.placement_attribute",
                "capacity.placement_constraint",
                "capacity.placement_location");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("instance-attributes"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return CapacityLabels.said(proof, "instance-attributes", meaning());
    }

    @Override
    public Certainty atMost(Proof proof) {
        return CapacityLabels.atMost(proof, "instance-attributes");
    }
}
