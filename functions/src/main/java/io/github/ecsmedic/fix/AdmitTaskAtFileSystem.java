package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the task a mount target that admits it. */
public final class AdmitTaskAtFileSystem implements Fix {
    private static final String NFS = "2049";

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
        if (!found.first("refusing-group").isEmpty() && !task.isEmpty()) {
            return List.of(new Ingress(subject.region(), found.first("refusing-group"), NFS, task, true));
        }
        if (!found.first("shut-group").isEmpty() && !group.isEmpty()) {
            return List.of(GroupRule.egress(found.first("shut-group"), NFS, GroupRule.group(group), subject));
        }
        if (!found.first("target-subnet").isEmpty()
                && !found.first("file-system").isEmpty()) {
            return List.of(new MountTarget(
                    subject.region(),
                    found.first("file-system"),
                    found.first("target-subnet"),
                    found.ids("file-system-group")));
        }
        if (!found.first("vpc-without-dns").isEmpty()) {
            return List.of(dns(found, "support", subject), dns(found, "hostnames", subject));
        }
        String system = found.first("file-system");
        return system.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "elasticfilesystem:DescribeMountTargets",
                        Aws.cli(subject.region(), "efs", "describe-mount-targets", "--file-system-id", system),
                        List.of()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        Resources found = cause.resources();
        return !found.first("refusing-group").isEmpty()
                ? "whatever else uses " + found.first("refusing-group") + " is opened to the task on port 2049 too"
                : !found.first("shut-group").isEmpty()
                        ? "whatever else uses " + found.first("shut-group") + " is let out on port 2049 too"
                        : !found.first("target-subnet").isEmpty()
                                ? "a new mount target takes an address of the subnet, and its name resolves after up to"
                                        + " 90 seconds"
                                : "make sure that it is this file system of this VPC that the task ought to mount";
    }

    private static Step dns(Resources found, String attribute, Subject subject) {
        return new Step.ByHand(
                "ec2:ModifyVpcAttribute",
                Aws.cli(
                        subject.region(),
                        "ec2",
                        "modify-vpc-attribute",
                        "--vpc-id",
                        found.first("vpc-without-dns"),
                        "--enable-dns-" + attribute,
                        "{\"Value\":true}"),
                List.of());
    }
}
