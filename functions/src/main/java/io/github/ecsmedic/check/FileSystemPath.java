package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Storage.AccessPoint;
import io.github.ecsmedic.account.Storage.FileVolume;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the directory of the file system that the message says does not exist: nobody but who mounts it can look.
 *
 * <p>Fault: {@code missing}.
 */
public final class FileSystemPath implements Check {
    /** The label of a message that says so. */
    public static final String LABEL = "storage.efs_path_missing";

    @Override
    public String id() {
        return "file-system-path";
    }

    @Override
    public String question() {
        return "Which directory of the file system does the volume want";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(FileVolumes.ACTIONS), "elasticfilesystem:DescribeAccessPoints");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!inquiry.seen().label().equals(LABEL)) {
            return new NotApplicable("the message tells of no missing directory");
        }
        List<Evidence> facts = new ArrayList<>();
        facts.add(new Evidence("The message says that the directory does not exist on the file system", "message"));
        return switch (FileVolumes.failing(inquiry)) {
            case Unknown<FileVolume> unknown ->
                new Failed(
                        "missing",
                        Resources.of("file-system", inquiry.seen().facts().get(Fact.FILE_SYSTEM)),
                        facts,
                        List.of(new Exhibit.Unread(List.of(unknown.why()))));
            case Known<FileVolume>(FileVolume volume, String source) -> wanted(inquiry, volume, facts, source);
        };
    }

    private static CheckResult wanted(Inquiry inquiry, FileVolume volume, List<Evidence> facts, String source) {
        Resources named = Resources.of("file-system", volume.fileSystem(), "access-point", volume.accessPoint());
        if (volume.accessPoint().isEmpty()) {
            facts.add(new Evidence("Volume " + volume.name() + " mounts " + volume.root(), source));
            return new Failed("missing", named.and(Resources.of("path", volume.root())), facts, List.of());
        }
        return switch (inquiry.account().storage().accessPoint(volume.accessPoint())) {
            case Unknown<Optional<AccessPoint>> unknown ->
                new Failed("missing", named, facts, List.of(new Exhibit.Unread(List.of(unknown.why()))));
            case Known<Optional<AccessPoint>>(Optional<AccessPoint> found, String from) -> {
                found.ifPresent(point -> facts.add(new Evidence(
                        "Access point " + point.id() + " leads to " + point.path() + ", which EFS "
                                + (point.creates() ? "makes" : "does not make") + " when it is missing",
                        from)));
                yield new Failed(
                        "missing",
                        named.and(Resources.of(
                                "path", found.map(AccessPoint::path).orElse(""))),
                        facts,
                        List.of());
            }
        };
    }
}
