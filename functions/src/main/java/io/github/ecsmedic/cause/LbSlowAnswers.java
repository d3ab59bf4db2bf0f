package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** The application is reached and takes too long. */
public final class LbSlowAnswers implements CauseRule {
    @Override
    public String id() {
        return "lb.slow_answers";
    }

    @Override
    public String meaning() {
        return "The application answers more slowly than the load balancer's health check waits";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return HealthLabels.balanced(inquiry, "health.elb_timeout");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("response-time", "slow"), fails("health-check-answer", "timeout"), passes("balancer-ingress"));
    }

    /** What is measured are the answers to everybody, not those to the health check alone. */
    @Override
    public Certainty atMost(Proof proof) {
        return Certainty.PROBABLE;
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("response-time");
        return "The tasks behind " + HealthLabels.group(proof, "response-time") + " took up to "
                + found.first("response-time") + " to answer, and the health check waits only "
                + found.first("health-timeout") + "s";
    }
}
