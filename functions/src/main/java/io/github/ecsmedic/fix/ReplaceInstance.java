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
        return Set.of("host.agent_disconnected", "storage.disk_full");
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
            return cause.id().equals("host.agent_disconnected") ? List.of(lost(subject)) : List.of();
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
        return cause.id().equals("storage.disk_full")
                ? "every task on the instance is moved; a larger disk or an earlier clean-up of images keeps it from coming"
                        + " back"
                : "every task on the instance is moved or lost, and an agent that is not connected cannot drain it in"
                        + " order: try sudo systemctl restart ecs on the instance first";
    }

    private static Step lost(Subject subject) {
        return new Step.ByHand(
                "ecs:ListContainerInstances",
                Aws.cli(
                        subject.region(),
                        "ecs",
                        "list-container-instances",
                        "--cluster",
                        subject.cluster(),
                        "--filter",
                        "agentConnected==false"),
                List.of());
    }
}
