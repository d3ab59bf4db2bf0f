package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;
import java.util.Set;

/** The container runtime says which setting it does not take. */
public final class ContainerSettingsRefused implements CauseRule {
    private static final Set<String> LABELS = Set.of(
            "container_config.cgroup",
            "container_config.gpu_runtime",
            "container_config.host_config",
            "container_config.incompatible_compute",
            "container_config.rootfs_mount",
            "container_config.volume_unsupported");

    @Override
    public String id() {
        return "container.settings_refused";
    }

    @Override
    public String meaning() {
        return "The container runtime or the host refuses a setting of the task definition, which the message names";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return LABELS.contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause"), adds("container-exit"));
    }

    @Override
    public String summary(Proof proof) {
        String what = switch (proof.inquiry().seen().label()) {
            case "container_config.cgroup" -> "the host cannot set the limits of CPU or memory (cgroup)";
            case "container_config.gpu_runtime" -> "the GPU driver or its hook on the host fails";
            case "container_config.host_config" -> "the host settings of the task definition are refused";
            case "container_config.rootfs_mount" -> "a mount within its root file system fails";
            case "container_config.volume_unsupported" -> "the VOLUME instruction of its image is not supported";
            default -> "the task definition does not fit the compute on which it is to run";
        };
        return Stated.container(proof) + " cannot start: " + what;
    }
}
