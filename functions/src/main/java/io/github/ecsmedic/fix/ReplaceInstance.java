package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes an instance out of service whose agent is lost. */
public final class ReplaceInstance implements Fix {
    @Override
    public String id() {
        return "replace-instance";
    }

    @Override
    public String says() {
        return "drain the instance and let its Auto Scaling group replace it";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of(
                "host.agent_disconnected",
                "host.container_not_stopped",
                "host.docker_timeout",
                "host.docker_unavailable",
                "host.pause_image_missing",
                "host.storage_driver_failed",
                "image.layer_not_unpacked",
                "network.eni_attach_failed",
                "network.eni_setup_failed",
                "storage.disk_full",
                "storage.volume_driver_failed");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        String host = found.first("container-instance");
        String instance = found.first("instance");
        if (host.isEmpty()) {
            boolean unnamed = cause.id().equals("host.agent_disconnected")
                    || (cause.id().startsWith("host.") && subject.taskArn().isEmpty());
            return unnamed ? List.of(list(cause, subject)) : List.of();
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new InstanceState(subject.region(), subject.cluster(), host, true));
        if (!instance.isEmpty() && !found.first("auto-scaling-group").isEmpty()) {
            steps.add(new InstanceTermination(subject.region(), instance));
        }
        return steps;
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return switch (cause.id()) {
            case "storage.disk_full" ->
                "every task on the instance is moved; a larger disk or an earlier clean-up of images keeps it from coming"
                        + " back";
            case "host.agent_disconnected" ->
                "every task on the instance is moved or lost, and an agent that is not connected cannot drain it in"
                        + " order: try sudo systemctl restart ecs on the instance first";
            case "host.pause_image_missing" ->
                "every task on the instance is moved; sudo systemctl restart ecs loads the image again, and a clean-up of"
                        + " images must spare amazon-ecs-pause";
            case "image.layer_not_unpacked" ->
                "every task on the instance is moved; it helps only where other images cannot be unpacked there either";
            default ->
                "every task on the instance is moved; try sudo systemctl restart docker on the instance first, which stops"
                        + " its tasks as well";
        };
    }

    /** Where nothing tells which instance it is. */
    private static Step list(Cause cause, Subject subject) {
        List<String> command =
                new ArrayList<>(List.of("ecs", "list-container-instances", "--cluster", subject.cluster()));
        if (cause.id().equals("host.agent_disconnected")) {
            command.addAll(List.of("--filter", "agentConnected==false"));
        }
        return new Step.ByHand("ecs:ListContainerInstances", Aws.cli(subject.region(), command), List.of());
    }
}
