package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** ECS has lost touch with an instance. */
public final class HostAgentDisconnected implements CauseRule {
    @Override
    public String id() {
        return "host.agent_disconnected";
    }

    @Override
    public String meaning() {
        return "The ECS agent of the instance is not connected, so the instance is given no task";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return CapacityLabels.placement(inquiry, "agent.disconnected");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("instance-agents"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return CapacityLabels.said(proof, "instance-agents", meaning());
    }

    @Override
    public Certainty atMost(Proof proof) {
        return CapacityLabels.atMost(proof, "instance-agents");
    }
}
