package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.not;

import java.util.List;

/** The container cannot be created or started because of its definition or of what the host offers. */
public final class ContainerConfig {
    private ContainerConfig() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "container_config.volume_unsupported",
                        FAILURE,
                        "The image declares a volume, which the platform does not support",
                        any(has("VOLUME instruction"), all(has("unsupported"), has("dockerfile contains"))),
                        Fact.PHASE),
                Signature.of(
                        "container_config.host_config",
                        FAILURE,
                        "The host configuration of the container is invalid",
                        has("HostConfigError"),
                        Fact.PATH,
                        Fact.PHASE),
                Signature.of(
                        "container_config.cgroup",
                        FAILURE,
                        "The control groups of the task could not be set up",
                        all(
                                any(
                                        hasAny(
                                                "CgroupError",
                                                "create tasks platform resources",
                                                "cgroup mountpoint does not exist",
                                                "unable to apply cgroup",
                                                "platform resources"),
                                        all(
                                                has("cgroup"),
                                                hasAny(
                                                        "failed to create",
                                                        "could not create",
                                                        "unable to create",
                                                        "oci runtime",
                                                        "runc create",
                                                        "container init",
                                                        "container_linux.go",
                                                        "cannotstart",
                                                        "cannotcreate"),
                                                not(has("nvidia")))),
                                not(hasAny("out of memory", "logging driver"))),
                        Fact.PHASE),
                Signature.of(
                        "container_config.device_missing",
                        FAILURE,
                        "A device of the definition does not exist on the host",
                        all(
                                hasAny(
                                        "gathering device information",
                                        "adding custom device",
                                        "is not a device node",
                                        "no such device or address",
                                        "device not found",
                                        "custom device"),
                                not(has("nvidia-container"))),
                        Fact.PATH,
                        Fact.PHASE),
                Signature.of(
                        "container_config.gpu_runtime",
                        FAILURE,
                        "The GPU driver or its hook failed",
                        any(
                                hasAny(
                                        "nvidia-container-cli",
                                        "no nvidia driver",
                                        "prestart hook",
                                        "running hook #",
                                        "error running hook",
                                        "could not select device driver",
                                        "libnvidia",
                                        "libcuda",
                                        "unknown runtime specified nvidia",
                                        "unknown or invalid runtime name: nvidia",
                                        "cuda driver version is insufficient",
                                        "no cuda-capable device",
                                        "cudaErrorNoDevice",
                                        "nvml: driver/library"),
                                all(
                                        has("running"),
                                        has("hook"),
                                        hasAny(
                                                "oci runtime",
                                                "container_linux.go",
                                                "runc",
                                                "container init",
                                                "createRuntime",
                                                "startContainer hook")),
                                all(has("nvml"), hasAny("failed to initialize", "mismatch")),
                                all(
                                        has("nvidia"),
                                        hasAny("driver", "failed to", "hook", "runtime"),
                                        hasAny("error", "fail", "not found", "unable", "could not", "cannot"))),
                        Fact.PHASE),
                Signature.of(
                        "container_config.incompatible_compute",
                        FAILURE,
                        "The task definition does not suit the launch type or capacity provider",
                        any(
                                has("compatible with the selected compute strategy"),
                                hasAny("PlatformTaskDefinitionIncompatibility", "no fargate configuration exists"),
                                all(
                                        has("task definition"),
                                        hasAny("not compatible", "incompatible", "does not support", "not support")),
                                all(has("invalid cpu setting for task")))),
                Signature.of(
                        "container_config.port_conflict",
                        FAILURE,
                        "The host port is already taken",
                        any(
                                hasAny(
                                        "failed programming external connectivity",
                                        "port is already allocated",
                                        "userland proxy",
                                        "EADDRINUSE",
                                        "failed to set up container networking: driver failed"),
                                all(
                                        hasAny("address already in use", "address in use"),
                                        hasAny("bind", "listen", "port", "socket"))),
                        Fact.PORT,
                        Fact.ADDRESS,
                        Fact.PHASE),
                Signature.of(
                        "container_config.bad_user",
                        FAILURE,
                        "The image does not know the user that the definition names",
                        hasAny(
                                "/etc/passwd",
                                "unable to find user",
                                "no matching entries in passwd",
                                "unable to find group",
                                "no matching entries in group",
                                "/etc/group:",
                                "linux spec user",
                                "no users found",
                                "getting uid for",
                                "unknown user id",
                                "user: unknown user"),
                        Fact.PATH,
                        Fact.NAME,
                        Fact.PHASE),
                Signature.of(
                        "container_config.rootfs_mount",
                        FAILURE,
                        "The root file system of the container could not be set up",
                        any(
                                hasAny(
                                        "error creating device nodes",
                                        "mknod",
                                        "pivot_root",
                                        "rootfs_linux.go",
                                        "error jailing process",
                                        "preparing rootfs",
                                        "error mounting proc",
                                        "mounting proc",
                                        "error remounting",
                                        "making root private",
                                        "setting up rootfs",
                                        "to rootfs"),
                                all(
                                        has("rootfs"),
                                        hasAny("mount", "oci runtime", "container init"),
                                        hasAny("error", "fail", "caused", "permission", "not permitted", "invalid"),
                                        not(hasAny("exec:", "etc/passwd"))),
                                all(has("container init"), hasAny("error mounting", "mount"))),
                        Fact.PATH,
                        Fact.PHASE),
                Signature.fallback(
                        "container_config.unknown",
                        FAILURE,
                        "The container could not be created or started, it is not said why",
                        hasAny(
                                "CannotStartContainer",
                                "CannotCreateContainer",
                                "CannotCreateVolume",
                                "ContainerRuntimeError",
                                "failed to create new container runtime task",
                                "failed to create shim task",
                                "oci runtime create failed",
                                "oci runtime error",
                                "runc create failed",
                                "starting container process",
                                "start container process",
                                "unable to create new container",
                                "DockerStateError",
                                "CannotInspectContainer",
                                "CannotDescribeContainer",
                                "cannot start container",
                                "cannot create container",
                                "API error (",
                                "CannotRemoveContainer",
                                "ImpossibleStateTransition",
                                "ContainerVanished"),
                        Fact.PHASE));
    }
}
