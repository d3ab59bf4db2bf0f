package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** Where there is no room, another instance ought to come. */
public final class CapacityProvider implements CauseRule {
    @Override
    public String id() {
        return "capacity.provider";
    }

    @Override
    public String meaning() {
        return "The capacity provider or its Auto Scaling group brings no further instance";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return CapacityLabels.placement(
                inquiry, "capacity.ec2_insufficient", "capacity.no_instances", "capacity.provisioning_limit");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("scaling-group"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return CapacityLabels.said(proof, "scaling-group", meaning());
    }

    @Override
    public Certainty atMost(Proof proof) {
        return CapacityLabels.atMost(proof, "scaling-group");
    }
}
