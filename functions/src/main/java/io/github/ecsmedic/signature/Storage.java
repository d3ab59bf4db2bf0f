package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Clue.tight;
import static io.github.ecsmedic.signature.Fact.ACTION;
import static io.github.ecsmedic.signature.Fact.ADDRESS;
import static io.github.ecsmedic.signature.Fact.DENIED_BY;
import static io.github.ecsmedic.signature.Fact.FILE_SYSTEM;
import static io.github.ecsmedic.signature.Fact.HOST;
import static io.github.ecsmedic.signature.Fact.PATH;
import static io.github.ecsmedic.signature.Fact.PHASE;
import static io.github.ecsmedic.signature.Fact.PORT;
import static io.github.ecsmedic.signature.Fact.RESOLVER;
import static io.github.ecsmedic.signature.Fact.RESOURCE;
import static io.github.ecsmedic.signature.Fact.ROLE;

import java.util.List;
import java.util.stream.Stream;

/** Volumes and disks. */
public final class Storage {
    private static final Clue EFS = any(
            hasAny(
                    "EFS utils",
                    "invoke EFS",
                    "efs-utils",
                    "mount.nfs",
                    "mount.efs",
                    "EFS volume",
                    "EFS mount",
                    "EFS file system",
                    "amazon-efs-mount",
                    "supervisor_mount_efs",
                    "elasticfilesystem:",
                    "nfsvers"),
            all(has("fs-"), tight("fs-[0-9a-fx]{5,}\\.(efs|s3files)")));
    private static final Clue EBS = hasAny("EBS volume", "EBS attachment", "AmazonElasticBlockStorage");
    /** The words of docker and of the agent, which a log of a running application does not use. */
    private static final Clue CONTAINER_CREATION = any(
            not(Phrases.LOG_LINE),
            hasAny(
                    "CannotCreateContainer",
                    "CannotStartContainer",
                    "Error response from daemon",
                    "API error (500)",
                    "thin pool",
                    "/var/lib/docker"));

    private Storage() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return Stream.concat(volumes().stream(), Stream.concat(efs().stream(), disks().stream()))
                .toList();
    }

    private static List<Signature> efs() {
        return List.of(
                Signature.of(
                        "storage.s3files_mount",
                        FAILURE,
                        "The S3 Files file system could not be mounted",
                        all(any(EFS, hasAny("mount", "volume")), hasAny("s3files", "S3 Files")),
                        HOST,
                        FILE_SYSTEM,
                        PHASE),
                Signature.of(
                        "storage.efs_dns",
                        FAILURE,
                        "The name of the file system does not resolve in this VPC and zone",
                        any(
                                all(
                                        EFS,
                                        hasAny(
                                                "failed to resolve",
                                                "name or service not known",
                                                "no such host",
                                                "mount-dns-name",
                                                "could not resolve",
                                                "name resolution")),
                                hasAny("lookup mount target ip", "address using botocore", "dependency botocore")),
                        HOST,
                        RESOLVER,
                        FILE_SYSTEM,
                        PHASE),
                Signature.of(
                        "storage.efs_access_denied",
                        FAILURE,
                        "The file system refused the mount: IAM, file system policy or access point",
                        all(EFS, any(has("access denied by server"), Phrases.DENIED)),
                        HOST,
                        FILE_SYSTEM,
                        ROLE,
                        ACTION,
                        RESOURCE,
                        DENIED_BY,
                        PHASE),
                Signature.of(
                        "storage.efs_permission",
                        FAILURE,
                        "The owner or mode of a path on the volume cannot be changed or does not let the container in",
                        all(
                                not(Phrases.PULL),
                                any(
                                        all(has("chown"), hasAny("not permitted", "permission denied")),
                                        all(has("chown", "failed to"), not(Phrases.LOG_LINE)),
                                        all(EFS, hasAny("permission denied", "operation not permitted")))),
                        PATH,
                        FILE_SYSTEM,
                        PHASE),
                Signature.of(
                        "storage.efs_path_missing",
                        FAILURE,
                        "The root directory does not exist on the file system",
                        all(
                                EFS,
                                any(
                                        hasAny("by server: no such file", "root directory does not exist"),
                                        all(has("no such file or directory"), not(Phrases.UNREACHABLE)))),
                        PATH,
                        HOST,
                        FILE_SYSTEM,
                        PHASE),
                Signature.of(
                        "storage.efs_mount_network",
                        FAILURE,
                        "The mount target does not answer",
                        all(
                                EFS,
                                any(
                                        Phrases.UNREACHABLE,
                                        hasAny(
                                                "timeout",
                                                "TLS tunnel",
                                                "stunnel",
                                                "broken pipe",
                                                "unreachable",
                                                "OCSP",
                                                "unable to connect"))),
                        HOST,
                        ADDRESS,
                        PORT,
                        FILE_SYSTEM,
                        PHASE),
                Signature.fallback(
                        "storage.efs_unknown",
                        FAILURE,
                        "The EFS volume could not be mounted, and the text does not say why",
                        EFS,
                        HOST,
                        FILE_SYSTEM,
                        PATH,
                        PHASE));
    }

    private static List<Signature> volumes() {
        return List.of(
                Signature.of(
                        "storage.ephemeral_provisioning",
                        FAILURE,
                        "The task's ephemeral storage was not ready in time",
                        hasAny("EphemeralStorage provisioning", "waiting for EphemeralStorage"),
                        PHASE),
                Signature.of(
                        "storage.ebs_attach_timeout",
                        FAILURE,
                        "The EBS volume was not attached in time; often its file system type is wrong",
                        all(EBS, hasAny("timed out", "timeout")),
                        PHASE),
                Signature.of(
                        "storage.ebs_kms",
                        FAILURE,
                        "The EBS volume vanished while it was created, which a key without rights for it causes",
                        any(
                                has("IdempotentParameterMismatch"),
                                all(EBS, hasAny("resource that is already deleted", "KMS", "InvalidKey"))),
                        PHASE),
                Signature.of(
                        "storage.bind_mount",
                        FAILURE,
                        "A host path or volume could not be mounted into the container",
                        all(
                                not(Phrases.PULL),
                                any(
                                        hasAny(
                                                "mount a directory onto a file",
                                                "bind source path does not exist",
                                                "invalid mount config",
                                                "creating mount source path",
                                                "mounts denied"),
                                        all(has("mounting"), hostMount()))),
                        PATH,
                        PHASE),
                Signature.of(
                        "storage.docker_volume_missing",
                        FAILURE,
                        "The docker volume does not exist",
                        any(
                                has("no such volume"),
                                all(
                                        not(Phrases.LOG_LINE),
                                        has("volume"),
                                        not(has("vol-")),
                                        hasAny("does not exist", "not found", "could not be found"),
                                        tight(
                                                "volume:?(with)?(name)?[a-z0-9_.=-]{0,80}(doesnotexist|notfound|couldnotbefound)"))),
                        PATH,
                        PHASE),
                Signature.of(
                        "storage.volume_driver",
                        FAILURE,
                        "The docker volume plugin failed",
                        all(
                                not(Phrases.LOG_LINE),
                                hasAny(
                                        "VolumeDriver.",
                                        "volume plugin",
                                        "volume driver",
                                        "plugin not found",
                                        "error while mounting volume"),
                                not(hasAny("mount.nfs", "mount.efs", "EFS utils", "nfsvers", "network volume address")),
                                not(hasAny("VOLUME instruction", "dockerfile contains"))),
                        PATH,
                        PHASE));
    }

    /** A mount that names a path of the host or of a volume, not one of the kernel's own file systems. */
    private static Clue hostMount() {
        return all(
                tight("mounting:?/[a-z0-9]"),
                not(tight("mounting:?/?(proc|sys|dev|cgroup)(/|to|:|at)")),
                hasAny("rootfs", "mount", "container"));
    }

    private static List<Signature> disks() {
        return List.of(
                Signature.of(
                        "storage.host_disk_full",
                        FAILURE,
                        "The disk on which the host keeps containers is full",
                        all(Phrases.NO_SPACE, CONTAINER_CREATION, not(Phrases.PULL)),
                        PATH,
                        PHASE),
                Signature.of(
                        "storage.task_disk_full",
                        FAILURE,
                        "The disk of the running task is full",
                        all(Phrases.NO_SPACE, Phrases.LOG_LINE, not(Phrases.PULL)),
                        PATH));
    }
}
