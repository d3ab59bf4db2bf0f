package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.account.Storage.FileVolume;
import io.github.ecsmedic.account.Storage.Statement;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks why the file system refuses the mount: its policy against the volume's settings, then the task role, with which a
 * mount is signed.
 *
 * <p>Faults: {@code owner}, the message says that the owner of a path cannot be changed; {@code in-transit}, the policy
 * demands encryption; {@code iam-off}, it demands a signature; {@code access-point}, it demands another access point;
 * {@code policy-denies}; {@code role}, the task role is not allowed to mount.
 */
public final class FileSystemAccess implements Check {
    /** Labels of mounts that were refused. */
    public static final Set<String> LABELS = Set.of("storage.efs_access_denied", "storage.efs_permission");

    private static final String MOUNT = "elasticfilesystem:ClientMount";

    @Override
    public String id() {
        return "file-system-access";
    }

    @Override
    public String question() {
        return "Do the file system's policy and the task role let the task mount it";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(FileVolumes.ACTIONS, Definitions.ACTIONS),
                "elasticfilesystem:DescribeFileSystemPolicy",
                "iam:SimulatePrincipalPolicy");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return switch (inquiry.seen().label()) {
            case "storage.efs_permission" ->
                new Failed(
                        "owner",
                        Resources.NONE,
                        new Evidence(
                                "The message says that the owner or mode of a path on the volume cannot be changed",
                                "message"));
            case "storage.efs_access_denied" ->
                Reads.then(
                        FileVolumes.failing(inquiry),
                        (volume, _) -> Reads.then(
                                inquiry.account().storage().fileSystemPolicy(volume.fileSystem()),
                                (policy, source) -> policy(inquiry, volume, policy, source)));
            default -> new NotApplicable("the message tells of no mount that was refused");
        };
    }

    private static CheckResult policy(
            Inquiry inquiry, FileVolume volume, Optional<List<Statement>> policy, String source) {
        List<Statement> mounting = policy.orElseGet(List::of).stream()
                .filter(FileSystemAccess::mounts)
                .toList();
        Resources named = Resources.of("file-system", volume.fileSystem(), "access-point", volume.accessPoint());
        String who = "The policy of file system " + volume.fileSystem();
        List<Statement> denying = mounting.stream().filter(s -> !s.allows()).toList();
        List<Statement> allowing = mounting.stream().filter(Statement::allows).toList();
        if (!volume.encrypted() && denying.stream().anyMatch(Statement::secureOnly)) {
            return failed(
                    "in-transit", named, who + " demands encryption in transit, which the volume has off", source);
        }
        if (denying.stream().anyMatch(s -> plain(s) && s.principals().contains("*"))) {
            return failed("policy-denies", named, who + " denies the mount to everyone", source);
        }
        if (policy.isPresent() && !volume.iam() && allowing.stream().noneMatch(FileSystemAccess::everyone)) {
            return failed(
                    "iam-off",
                    named,
                    who + " lets only named roles mount it, and the volume does not sign with"
                            + " the task role (iam is off)",
                    source);
        }
        List<Statement> open =
                allowing.stream().filter(s -> s.accessPoints().isEmpty()).toList();
        boolean elsewhere = allowing.stream()
                .flatMap(s -> s.accessPoints().stream())
                .noneMatch(arn -> !volume.accessPoint().isEmpty() && arn.endsWith("/" + volume.accessPoint()));
        if (!allowing.isEmpty() && open.isEmpty() && elsewhere) {
            return failed("access-point", named, who + " lets tasks in by another access point only", source);
        }
        return volume.iam()
                ? role(inquiry, volume, named, allowing)
                : new Passed(named, new Evidence(who + " lets the task mount it", source));
    }

    private static boolean mounts(Statement statement) {
        return statement.actions().stream()
                .anyMatch(a -> a.equals("*")
                        || a.equals("elasticfilesystem:*")
                        || a.equals("elasticfilesystem:Client*")
                        || a.equalsIgnoreCase(MOUNT));
    }

    private static boolean plain(Statement statement) {
        return !statement.secureOnly() && statement.accessPoints().isEmpty() && !statement.otherConditions();
    }

    private static boolean everyone(Statement statement) {
        return statement.principals().contains("*") && !statement.otherConditions();
    }

    /** Within one account either the role's own policies or the file system's may allow. */
    private static CheckResult role(Inquiry inquiry, FileVolume volume, Resources named, List<Statement> allowing) {
        return Reads.then(Definitions.of(inquiry), (definition, from) -> {
            String role = definition.taskRoleArn();
            if (role.isEmpty()) {
                return failed(
                        "role", named, "The volume signs with the task role, and the task definition has none", from);
            }
            String arn = "arn:aws:elasticfilesystem:" + inquiry.subject().region() + ":"
                    + inquiry.subject().account() + ":file-system/" + volume.fileSystem();
            return Reads.then(
                    inquiry.account().roles().simulate(role, MOUNT, arn),
                    (decision, source) -> decided(
                            named.and(Resources.of("role", role, "action", MOUNT, "denied-resource", arn)),
                            decision,
                            definition,
                            allowing,
                            source));
        });
    }

    private static CheckResult decided(
            Resources named, Decision decision, TaskDefinition definition, List<Statement> allowing, String source) {
        String role = definition.taskRoleArn();
        boolean byPolicy = allowing.stream()
                .anyMatch(s -> s.principals().contains(role) || s.principals().contains("*"));
        if (decision.decision().equals("allowed")) {
            return new Passed(named, new Evidence("Task role " + role + " is allowed " + MOUNT, source));
        }
        if (!decision.missingContext().isEmpty()) {
            return new Inconclusive(
                    "the simulation lacked " + String.join(", ", decision.missingContext()) + ": " + source);
        }
        return decision.decision().equals("implicitDeny") && byPolicy
                ? new Passed(named, new Evidence("The file system's policy lets " + role + " mount it", source))
                : failed("role", named, "Task role " + role + " is not allowed " + MOUNT, source);
    }

    private static CheckResult failed(String fault, Resources named, String says, String source) {
        return new Failed(fault, named, new Evidence(says, source));
    }
}
