package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the task a mount target that admits it. */
public final class AdmitTaskAtFileSystem implements Fix {
    @Override
    public String id() {
        return "admit-task-at-file-system";
    }

    @Override
    public String says() {
        return "give the file system a mount target in the task's zone, and admit the task on port 2049";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("storage.efs_unreachable");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        String group = found.first("file-system-group");
        String task = found.first("security-group");
        if (!task.isEmpty() && !group.isEmpty()) {
            return List.of(new Step.ByHand(
                    "ec2:AuthorizeSecurityGroupIngress",
                    rule("authorize", group, task, subject),
                    rule("revoke", group, task, subject)));
        }
        String system = found.first("file-system");
        String subnet = found.first("subnet");
        if (system.isEmpty()) {
            return List.of();
        }
        if (subnet.isEmpty()) {
            return List.of(new Step.ByHand(
                    "elasticfilesystem:DescribeFileSystems",
                    Aws.cli(subject.region(), "efs", "describe-file-systems", "--file-system-id", system),
                    List.of()));
        }
        return List.of(new Step.ByHand("elasticfilesystem:CreateMountTarget", target(found, subject), List.of()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return cause.resources().first("security-group").isEmpty()
                ? "a new mount target takes an address of the subnet, and its name resolves after up to 90 seconds"
                : "whatever else uses " + cause.resources().first("file-system-group")
                        + " is opened to the task on port 2049 too";
    }

    private static List<String> target(Resources found, Subject subject) {
        List<String> command = new ArrayList<>(List.of(
                "efs",
                "create-mount-target",
                "--file-system-id",
                found.first("file-system"),
                "--subnet-id",
                found.first("subnet")));
        List<String> groups = found.ids("file-system-group");
        if (!groups.isEmpty()) {
            command.add("--security-groups");
            command.addAll(groups);
        }
        return Aws.cli(subject.region(), command);
    }

    private static List<String> rule(String verb, String group, String task, Subject subject) {
        return Aws.cli(
                subject.region(),
                "ec2",
                verb + "-security-group-ingress",
                "--group-id",
                group,
                "--protocol",
                "tcp",
                "--port",
                "2049",
                "--source-group",
                task);
    }
}
