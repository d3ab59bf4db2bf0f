package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Roles.Role;
import io.github.ecsmedic.account.Storage.BlockVolume;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds why ECS could not give the task its EBS volume.
 *
 * <p>Faults: {@code role-missing} and {@code role-trust}, of the infrastructure role; {@code key}, which the message
 * means though it does not say so; {@code file-system}, which most often lets the attachment time out.
 */
public final class BlockVolumes implements Check {
    /** Labels of messages about such a volume. */
    public static final Set<String> LABELS = Set.of("storage.ebs_attach_timeout", "storage.ebs_kms");

    private static final String MESSAGE = "message";

    @Override
    public String id() {
        return "block-volume";
    }

    @Override
    public String question() {
        return "Can ECS make and attach the EBS volume with the role, key and file system that the service names";
    }

    @Override
    public Set<String> actions() {
        return Set.of("ecs:DescribeServices", "iam:GetRole");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!LABELS.contains(inquiry.seen().label())) {
            return new NotApplicable("the message tells of no EBS volume");
        }
        boolean key = inquiry.seen().label().equals("storage.ebs_kms");
        List<Evidence> facts = new ArrayList<>(List.of(new Evidence(
                key
                        ? "The message says that the volume vanished while it was made, as happens when a key may not be used"
                        : "The message says that the volume was not attached in time",
                MESSAGE)));
        facts.addAll(reasons(inquiry.task()));
        Subject subject = inquiry.subject();
        String fault = key ? "key" : "file-system";
        if (subject.service().isEmpty()) {
            return new Failed(fault, Resources.NONE, facts, List.of());
        }
        return switch (inquiry.account().storage().blockVolumes(subject.cluster(), subject.service())) {
            case Unknown<List<BlockVolume>> unknown ->
                new Failed(fault, Resources.NONE, facts, List.of(new Exhibit.Unread(List.of(unknown.why()))));
            case Known<List<BlockVolume>>(List<BlockVolume> volumes, String source) ->
                volumes.isEmpty()
                        ? new Failed(fault, Resources.NONE, facts, List.of())
                        : volume(inquiry, volumes.getFirst(), fault, facts, source);
        };
    }

    private static List<Evidence> reasons(@Nullable Task task) {
        return task == null
                ? List.of()
                : task.attachments().stream()
                        .map(a -> a.detail("statusReason"))
                        .filter(reason -> !reason.isEmpty())
                        .map(reason -> new Evidence("The volume's attachment says: " + reason, "event"))
                        .toList();
    }

    private static CheckResult volume(
            Inquiry inquiry, BlockVolume volume, String fault, List<Evidence> facts, String source) {
        facts.add(new Evidence(
                "Volume " + volume.name() + " is made with role " + volume.role()
                        + (volume.key().isEmpty() ? "" : ", key " + volume.key())
                        + (volume.fileSystem().isEmpty() ? "" : ", file system " + volume.fileSystem())
                        + (volume.snapshot().isEmpty() ? "" : ", snapshot " + volume.snapshot()),
                source));
        Resources named = Resources.of("role", volume.role(), "key", volume.key(), "snapshot", volume.snapshot());
        return switch (inquiry.account().roles().role(volume.role())) {
            case Unknown<Optional<Role>> unknown ->
                new Failed(fault, named, facts, List.of(new Exhibit.Unread(List.of(unknown.why()))));
            case Known<Optional<Role>>(Optional<Role> role, String from) -> {
                boolean trusts = role.map(Role::trusted)
                        .filter(t -> t.contains("ecs.amazonaws.com") || t.contains("*"))
                        .isPresent();
                if (!trusts) {
                    facts.addFirst(new Evidence(
                            role.isEmpty()
                                    ? "Infrastructure role " + volume.role() + " does not exist"
                                    : "Infrastructure role " + volume.role() + " does not trust ecs.amazonaws.com",
                            from));
                }
                String found = trusts ? fault : role.isEmpty() ? "role-missing" : "role-trust";
                yield new Failed(found, named, facts, List.of());
            }
        };
    }
}
