package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Storage;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.EFSVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.ServiceManagedEBSVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.ServiceVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.Volume;
import software.amazon.awssdk.services.efs.model.AccessPointDescription;
import software.amazon.awssdk.services.efs.model.DescribeAccessPointsResponse;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsResponse;
import software.amazon.awssdk.services.efs.model.DescribeMountTargetsResponse;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;

/** Volumes and Amazon EFS through the SDK. */
final class SdkStorage implements Storage {
    private static final String SYSTEMS = "elasticfilesystem:DescribeFileSystems";
    private static final String TARGETS = "elasticfilesystem:DescribeMountTargets";
    private static final String GROUPS = "elasticfilesystem:DescribeMountTargetSecurityGroups";
    private static final String POLICY = "elasticfilesystem:DescribeFileSystemPolicy";
    private static final String POINTS = "elasticfilesystem:DescribeAccessPoints";

    private final Clients clients;
    private final Reads reads;

    SdkStorage(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<List<FileVolume>> fileVolumes(String taskDefinition) {
        return reads.ask(
                "file volumes of " + taskDefinition,
                Described.DEFINITION,
                () -> Described.definition(clients, reads, taskDefinition).volumes().stream()
                        .filter(volume -> volume.efsVolumeConfiguration() != null)
                        .map(SdkStorage::volume)
                        .toList());
    }

    private static FileVolume volume(Volume volume) {
        EFSVolumeConfiguration efs = volume.efsVolumeConfiguration();
        var authorization = efs.authorizationConfig();
        return new FileVolume(
                text(volume.name()),
                needed(efs.fileSystemId(), Described.DEFINITION),
                text(efs.rootDirectory()),
                authorization == null ? "" : text(authorization.accessPointId()),
                "ENABLED".equals(efs.transitEncryptionAsString()),
                authorization != null && "ENABLED".equals(authorization.iamAsString()));
    }

    @Override
    public Answer<List<BlockVolume>> blockVolumes(String cluster, String service) {
        return reads.ask(
                "block volumes of " + cluster + " " + service,
                Described.SERVICES,
                () -> Described.service(clients, reads, cluster, service).stream()
                        .flatMap(found -> found.deployments().stream())
                        .filter(deployment -> "PRIMARY".equals(deployment.status()))
                        .flatMap(SdkStorage::blocks)
                        .toList());
    }

    private static Stream<BlockVolume> blocks(Deployment deployment) {
        return deployment.volumeConfigurations().stream()
                .filter(volume -> volume.managedEBSVolume() != null)
                .map(SdkStorage::block);
    }

    private static BlockVolume block(ServiceVolumeConfiguration volume) {
        ServiceManagedEBSVolumeConfiguration ebs = volume.managedEBSVolume();
        return new BlockVolume(
                text(volume.name()),
                text(ebs.roleArn()),
                text(ebs.kmsKeyId()),
                text(ebs.filesystemTypeAsString()),
                text(ebs.snapshotId()));
    }

    @Override
    public Answer<Optional<FileSystem>> fileSystem(String id) {
        return reads.ask(
                "file system " + id,
                SYSTEMS,
                () -> reads.sendUnless(
                                "FileSystemNotFound",
                                SYSTEMS,
                                () -> clients.efs().describeFileSystems(r -> r.fileSystemId(id)))
                        .map(DescribeFileSystemsResponse::fileSystems)
                        .map(found -> Given.only(found, SYSTEMS))
                        .map(found -> new FileSystem(
                                needed(found.fileSystemId(), SYSTEMS),
                                text(found.fileSystemArn()),
                                text(found.lifeCycleStateAsString()))));
    }

    @Override
    public Answer<List<MountTarget>> mountTargets(String fileSystem) {
        return reads.ask(
                "mount targets of " + fileSystem,
                TARGETS,
                () -> reads
                        .pages(
                                TARGETS,
                                marker -> clients.efs()
                                        .describeMountTargets(
                                                r -> r.fileSystemId(fileSystem).marker(marker)),
                                answer -> listed(answer.hasMountTargets(), answer.mountTargets(), TARGETS),
                                DescribeMountTargetsResponse::nextMarker)
                        .stream()
                        .map(SdkStorage::target)
                        .toList());
    }

    private static MountTarget target(MountTargetDescription found) {
        return new MountTarget(
                needed(found.mountTargetId(), TARGETS),
                needed(found.subnetId(), TARGETS),
                text(found.availabilityZoneName()),
                text(found.vpcId()),
                text(found.ipAddress()),
                text(found.lifeCycleStateAsString()));
    }

    @Override
    public Answer<List<String>> mountTargetGroups(String mountTarget) {
        return reads.ask("groups of mount target " + mountTarget, GROUPS, () -> {
            var answer = reads.send(
                    GROUPS, () -> clients.efs().describeMountTargetSecurityGroups(r -> r.mountTargetId(mountTarget)));
            return listed(answer.hasSecurityGroups(), answer.securityGroups(), GROUPS);
        });
    }

    @Override
    public Answer<Optional<List<Statement>>> fileSystemPolicy(String fileSystem) {
        return reads.ask(
                "policy of " + fileSystem,
                POLICY,
                () -> reads.sendUnless(
                                "PolicyNotFound",
                                POLICY,
                                () -> clients.efs().describeFileSystemPolicy(r -> r.fileSystemId(fileSystem)))
                        .map(answer -> FileSystemPolicy.statements(needed(answer.policy(), POLICY), POLICY)));
    }

    @Override
    public Answer<Optional<AccessPoint>> accessPoint(String id) {
        return reads.ask(
                "access point " + id,
                POINTS,
                () -> reads.sendUnless(
                                "AccessPointNotFound",
                                POINTS,
                                () -> clients.efs().describeAccessPoints(r -> r.accessPointId(id)))
                        .map(DescribeAccessPointsResponse::accessPoints)
                        .map(found -> point(Given.only(found, POINTS))));
    }

    private static AccessPoint point(AccessPointDescription found) {
        var root = found.rootDirectory();
        return new AccessPoint(
                needed(found.accessPointId(), POINTS),
                text(found.accessPointArn()),
                text(found.fileSystemId()),
                root == null ? "" : text(root.path()),
                root != null && root.creationInfo() != null,
                text(found.lifeCycleStateAsString()));
    }
}
