package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.FileSystemAccess;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** The file system is reached and says no. */
public final class StorageEfsDenied implements CauseRule {
    @Override
    public String id() {
        return "storage.efs_denied";
    }

    @Override
    public String meaning() {
        return "The file system refuses the mount: its policy, its access point or the task role";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return FileSystemAccess.LABELS.contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("file-system-access"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return CapacityLabels.said(proof, "file-system-access", meaning());
    }

    @Override
    public Certainty atMost(Proof proof) {
        return CapacityLabels.atMost(proof, "file-system-access");
    }
}
