package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Optional;

/** Reads of volumes and file systems. */
public interface Storage {
    /** The Amazon EFS volumes of a task definition ({@code ecs:DescribeTaskDefinition}). */
    Answer<List<FileVolume>> fileVolumes(String taskDefinition);

    /** The Amazon EBS volumes that the service lets ECS make, of its primary deployment ({@code ecs:DescribeServices}). */
    Answer<List<BlockVolume>> blockVolumes(String cluster, String service);

    /** Empty when there is none ({@code elasticfilesystem:DescribeFileSystems}). */
    Answer<Optional<FileSystem>> fileSystem(String id);

    /** {@code elasticfilesystem:DescribeMountTargets}. */
    Answer<List<MountTarget>> mountTargets(String fileSystem);

    /** The security groups of a mount target ({@code elasticfilesystem:DescribeMountTargetSecurityGroups}). */
    Answer<List<String>> mountTargetGroups(String mountTarget);

    /** Empty when it has no policy, so that everyone who reaches it may mount it ({@code elasticfilesystem:DescribeFileSystemPolicy}). */
    Answer<Optional<List<Statement>>> fileSystemPolicy(String fileSystem);

    /** Empty when there is none ({@code elasticfilesystem:DescribeAccessPoints}). */
    Answer<Optional<AccessPoint>> accessPoint(String id);

    /**
     * An EFS volume of a task definition.
     *
     * @param root the directory that is mounted, {@code ""} or {@code /} for all
     * @param accessPoint its id, or {@code ""}
     * @param encrypted whether transit encryption is on
     * @param iam whether the mount is signed with the task role
     */
    record FileVolume(
            String name, String fileSystem, String root, String accessPoint, boolean encrypted, boolean iam) {}

    /**
     * An EBS volume that ECS makes for each task.
     *
     * @param role the infrastructure role with which ECS makes it
     * @param key the KMS key, or {@code ""}
     * @param fileSystem {@code ext4}, {@code xfs} …, or {@code ""}
     */
    record BlockVolume(String name, String role, String key, String fileSystem, String snapshot) {}

    /** A file system; {@code state} is {@code available} when it works. */
    record FileSystem(String id, String arn, String state) {}

    /** Where a subnet reaches a file system. */
    record MountTarget(String id, String subnet, String zone, String vpc, String address, String state) {}

    /**
     * One statement of a file-system policy.
     *
     * @param principals ARNs, accounts or {@code *}
     * @param secureOnly whether it is about connections without encryption ({@code aws:SecureTransport} false)
     * @param accessPoints those to which a condition limits it
     * @param otherConditions whether it has conditions that are not weighed here
     */
    record Statement(
            boolean allows,
            List<String> principals,
            List<String> actions,
            boolean secureOnly,
            List<String> accessPoints,
            boolean otherConditions) {
        public Statement {
            principals = List.copyOf(principals);
            actions = List.copyOf(actions);
            accessPoints = List.copyOf(accessPoints);
        }
    }

    /**
     * An access point.
     *
     * @param path its root directory
     * @param creates whether EFS makes the directory when it is missing
     */
    record AccessPoint(String id, String arn, String fileSystem, String path, boolean creates, String state) {}
}
