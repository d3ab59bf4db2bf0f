package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;

import java.util.List;
import java.util.Set;

/** Causes on the machine under the task that the message itself names. */
public final class StatedHost {
    private StatedHost() {}

    /** In the order in which they rank. */
    public static List<CauseRule> rules() {
        return List.of(
                engine(
                        "host.pause_image_missing",
                        "agent.pause_image_missing",
                        "The image of the agent's pause container was removed from the instance",
                        "The agent's own image amazon-ecs-pause was removed from the instance; the task's image is not"
                                + " the one that is missing"),
                engine(
                        "host.docker_unavailable",
                        "agent.docker_unavailable",
                        "The container runtime of the instance does not answer",
                        "The container runtime of the instance does not answer"),
                engine(
                        "host.docker_timeout",
                        "agent.docker_timeout",
                        "The container runtime of the host did not answer in time",
                        "The container runtime of the host did not answer in time; what it was asked for may have"
                                + " happened nevertheless"),
                engine(
                        "host.storage_driver_failed",
                        "agent.docker_storage",
                        "The storage driver of the instance's container runtime fails, for another reason than a full disk",
                        "The storage driver of the instance's container runtime fails"),
                engine(
                        "host.container_not_stopped",
                        "agent.cannot_stop",
                        "The container runtime of the host could not stop a container",
                        "The container runtime of the host could not stop a container, which may run on"),
                StatedRule.of(
                                "host.spot_interruption",
                                "host.spot",
                                "Spot capacity was taken back, as AWS announces",
                                "AWS took the Spot capacity under the task back")
                        .with(answers("stop-order")),
                StatedRule.of(
                                "host.maintenance",
                                "host.fargate_maintenance",
                                "AWS retired the host for maintenance",
                                "AWS retired the host of the task for maintenance")
                        .with(answers("stop-order")),
                StatedRule.of(
                                "host.terminated",
                                Set.of("host.terminated", "host.stopped", "host.deregistered"),
                                "The instance under the task was terminated, stopped or deregistered",
                                proof -> "The instance under the task was terminated, stopped or deregistered")
                        .with(answers("stop-order")));
    }

    private static StatedRule engine(String id, String label, String meaning, String says) {
        return StatedRule.of(id, label, meaning, says);
    }
}
