package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The health check does its work and finds the container ill. */
public final class HealthContainerFailing implements CauseRule {
    @Override
    public String id() {
        return "health.container_failing";
    }

    @Override
    public String meaning() {
        return "The command of the container's health check runs and fails";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return HealthLabels.own(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("stated-cause"), passes("health-command"), answers("health-requests"), answers("log-tail"));
    }

    @Override
    public String summary(Proof proof) {
        String container = proof.inquiry().culprit();
        String fault = proof.fault("health-requests");
        return "The health check of " + (container.isEmpty() ? "a container" : "container " + container) + " fails"
                + (fault.isEmpty() ? "" : ": the application answers it with an error");
    }
}
