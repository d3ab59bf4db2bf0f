package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.FileSystemPath;
import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** There is nothing at that path. */
public final class StorageEfsPathMissing implements CauseRule {
    @Override
    public String id() {
        return "storage.efs_path_missing";
    }

    @Override
    public String meaning() {
        return "The directory that the volume wants does not exist on the file system";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals(FileSystemPath.LABEL);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("file-system-path"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        String path = proof.resources("file-system-path").first("path");
        String system = proof.resources("file-system-path").first("file-system");
        return "The directory" + (path.isEmpty() ? "" : " " + path) + " does not exist on "
                + (system.isEmpty() ? "the file system" : "file system " + system);
    }
}
