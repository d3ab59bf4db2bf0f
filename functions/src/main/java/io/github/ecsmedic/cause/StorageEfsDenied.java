package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passLeavesOpen;

import io.github.ecsmedic.check.CheckResult;
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
        return List.of(
                fails("stated-cause", FileSystemAccess.LABELS.toArray(String[]::new)),
                passLeavesOpen("file-system-access"));
    }

    @Override
    public String summary(Proof proof) {
        return proof.result("file-system-access") instanceof CheckResult.Passed
                ? "File system " + proof.resources("file-system-access").first("file-system")
                        + " refuses the mount, although what could be read allows it"
                : CapacityLabels.said(proof, "file-system-access", meaning());
    }

    @Override
    public Certainty atMost(Proof proof) {
        return CapacityLabels.atMost(proof, "file-system-access");
    }
}
