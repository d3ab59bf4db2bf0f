package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.MountTargets;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** The mount does not get through. */
public final class StorageEfsUnreachable implements CauseRule {
    @Override
    public String id() {
        return "storage.efs_unreachable";
    }

    @Override
    public String meaning() {
        return "The task does not reach the file system: no mount target in its zone, or its security groups do not admit the task";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return MountTargets.LABELS.contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("mount-target"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return CapacityLabels.said(proof, "mount-target", meaning());
    }

    @Override
    public Certainty atMost(Proof proof) {
        return CapacityLabels.atMost(proof, "mount-target");
    }
}
