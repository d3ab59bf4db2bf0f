package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** The load balancer asks at a port on which nobody listens. */
public final class LbPortMismatch implements CauseRule {
    @Override
    public String id() {
        return "lb.port_mismatch";
    }

    @Override
    public String meaning() {
        return "Nothing listens on the port at which the health check asks";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return HealthLabels.balanced(inquiry, "health.elb_timeout");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("health-check-port"), doesNotPass("health-check-answer", "timeout", "failed"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("health-check-port");
        String asks = "The health check of " + HealthLabels.group(proof, "health-check-port") + " asks at port "
                + found.first("port") + ", ";
        return switch (proof.fault("health-check-port")) {
            case "undeclared" -> asks + "which no container of the task has";
            case "loopback" -> asks + "where the container listens on 127.0.0.1 only";
            default -> asks + "but the container listens on " + found.first("listening-port");
        };
    }
}
