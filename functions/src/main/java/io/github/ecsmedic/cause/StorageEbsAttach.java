package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.BlockVolumes;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** The task did not get its volume. */
public final class StorageEbsAttach implements CauseRule {
    @Override
    public String id() {
        return "storage.ebs_attach";
    }

    @Override
    public String meaning() {
        return "ECS could not make or attach the EBS volume";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return BlockVolumes.LABELS.contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("block-volume"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        String role = proof.resources("block-volume").first("role");
        String key = proof.resources("block-volume").first("key");
        return switch (proof.fault("block-volume")) {
            case "role-missing" ->
                "Infrastructure role " + role + ", with which ECS makes the EBS volume, does not exist";
            case "role-trust" ->
                "Infrastructure role " + role
                        + ", with which ECS makes the EBS volume, does not trust ecs.amazonaws.com";
            case "key" ->
                "The EBS volume could not be made: its key" + (key.isEmpty() ? "" : " " + key) + " may not be used";
            default ->
                "The EBS volume was not attached in time; most often its file system type is not that of the snapshot or"
                        + " of the task's operating system";
        };
    }

    /** What the words only suggest is not proven. */
    @Override
    public Certainty atMost(Proof proof) {
        return proof.fault("block-volume").startsWith("role-") ? Certainty.PROVEN : Certainty.PROBABLE;
    }
}
