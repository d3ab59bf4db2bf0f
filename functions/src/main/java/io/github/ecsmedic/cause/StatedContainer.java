package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.doesNotFail;

import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Causes that the container's own message names: why it cannot be made, started or go on. */
public final class StatedContainer {
    private static final Map<String, String> REFUSED = Map.of(
            "container_config.cgroup", "the host cannot set the limits of CPU or memory (cgroup)",
            "container_config.gpu_runtime", "the GPU driver or its hook on the host fails",
            "container_config.host_config", "the host settings of the task definition are refused",
            "container_config.incompatible_compute",
                    "the task definition does not fit the compute on which it is to run",
            "container_config.rootfs_mount", "a mount within its root file system fails",
            "container_config.volume_unsupported", "the VOLUME instruction of its image is not supported");

    private StatedContainer() {}

    /** In the order in which they rank. */
    public static List<CauseRule> rules() {
        return List.of(badUser(), portConflict(), deviceMissing(), settingsRefused());
    }

    /** Those of a process that ran, after all that its log says more exactly. */
    public static List<CauseRule> running() {
        return List.of(hostMemory(), configurationRefused());
    }

    private static StatedRule badUser() {
        return StatedRule.of(
                "container.bad_user",
                Set.of("container_config.bad_user"),
                "The image has no such user or group as the task definition names",
                proof -> start(proof, "the image has no user or group of the name that the task definition gives it"));
    }

    private static StatedRule portConflict() {
        return StatedRule.of(
                "container.port_conflict",
                Set.of("container_config.port_conflict"),
                "The port of the host that the container publishes is already in use there",
                proof -> {
                    String port = proof.inquiry().seen().facts().get(Fact.PORT);
                    return start(proof, "port " + (port.isEmpty() ? "" : port + " ") + "of the host is already in use");
                });
    }

    private static StatedRule deviceMissing() {
        return StatedRule.of(
                "container.device_missing",
                Set.of("container_config.device_missing"),
                "The host has no such device as the task definition names",
                proof -> start(proof, "the host has no device" + path(proof)));
    }

    private static StatedRule settingsRefused() {
        return StatedRule.of(
                "container.settings_refused",
                REFUSED.keySet(),
                "The container runtime or the host refuses a setting of the task definition, which the message"
                        + " names",
                proof ->
                        start(proof, REFUSED.getOrDefault(proof.inquiry().seen().label(), "a setting is refused")));
    }

    /** Killed for memory where neither the container nor its task has a limit that it could have met. */
    private static StatedRule hostMemory() {
        return StatedRule.of(
                        "memory.host_exhausted",
                        Set.of("memory.oom"),
                        "The instance ran out of memory and killed a container that has no limit of its own",
                        proof -> container(proof)
                                + " has no limit of memory and was killed because the instance had none left")
                .with(doesNotFail("memory-limit"), adds("container-exit"), adds("memory-used"));
    }

    private static StatedRule configurationRefused() {
        return StatedRule.of(
                        "app.configuration_refused",
                        Set.of("app.config_error"),
                        "The application says that it does not accept its configuration",
                        proof -> {
                            String name = proof.inquiry().seen().facts().get(Fact.NAME);
                            return container(proof) + " refuses its configuration"
                                    + (name.isEmpty() ? path(proof) : ": " + name);
                        })
                .with(doesNotFail("log-tail"), adds("container-exit"));
    }

    private static String start(Proof proof, String why) {
        return container(proof) + " cannot start: " + why;
    }

    /** {@code Container app}, or {@code A container} where it is not known which. */
    static String container(Proof proof) {
        String name = proof.inquiry().culprit();
        return name.isEmpty() ? "A container" : "Container " + name;
    }

    /** The path that the message names, after a space. */
    static String path(Proof proof) {
        String path = proof.inquiry().seen().facts().get(Fact.PATH);
        return path.isEmpty() ? "" : " " + path;
    }
}
