package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** Every GPU is given away. */
public final class CapacityGpu implements CauseRule {
    @Override
    public String id() {
        return "capacity.gpu";
    }

    @Override
    public String meaning() {
        return "No instance has the GPUs left that the task needs";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return CapacityLabels.named(inquiry, "capacity.placement_gpu");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("instance-gpus"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return CapacityLabels.said(proof, "instance-gpus", meaning());
    }

    @Override
    public Certainty atMost(Proof proof) {
        return CapacityLabels.atMost(proof, "instance-gpus");
    }
}
