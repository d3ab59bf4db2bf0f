package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** Another task has the port. */
public final class CapacityPorts implements CauseRule {
    @Override
    public String id() {
        return "capacity.ports";
    }

    @Override
    public String meaning() {
        return "The fixed port of the host that the task needs is taken on every instance";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return CapacityLabels.named(inquiry, "capacity.placement_ports");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("instance-ports"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return CapacityLabels.said(proof, "instance-ports", meaning());
    }

    @Override
    public Certainty atMost(Proof proof) {
        return CapacityLabels.atMost(proof, "instance-ports");
    }
}
