package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.DiskSpace;
import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** There is no space left. */
public final class StorageDiskFull implements CauseRule {
    @Override
    public String id() {
        return "storage.disk_full";
    }

    @Override
    public String meaning() {
        return "The disk of the instance or of the task is full";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return DiskSpace.LABELS.contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("disk-space"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return proof.fault("disk-space").equals("host")
                ? "The disk on which the instance keeps containers is full"
                : "The disk of the task is full";
    }
}
