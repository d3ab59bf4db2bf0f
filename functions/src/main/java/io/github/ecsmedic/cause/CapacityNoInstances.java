package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** There is nothing to place a task on. */
public final class CapacityNoInstances implements CauseRule {
    @Override
    public String id() {
        return "capacity.no_instances";
    }

    @Override
    public String meaning() {
        return "The cluster has no active instance on which the service may place tasks";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return CapacityLabels.placement(inquiry, "capacity.no_instances");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("cluster-instances"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return CapacityLabels.said(proof, "cluster-instances", meaning());
    }

    @Override
    public Certainty atMost(Proof proof) {
        return CapacityLabels.atMost(proof, "cluster-instances");
    }
}
