package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.List;

/** The load balancer asks for a path that is not answered as it wants. */
public final class LbHealthPath implements CauseRule {
    @Override
    public String id() {
        return "lb.health_path";
    }

    @Override
    public String meaning() {
        return "The path or matcher of the target group's health check brings a status code that it does not accept";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return HealthLabels.balanced(inquiry, "health.elb_status_code");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("health-check-answer", "wrong-code", "server-error"), fails("health-check-path"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("health-check-path");
        String path = found.first("health-check-path");
        String told = proof.inquiry().seen().facts().get(Fact.STATUS_CODE);
        String asks = "The health check of " + HealthLabels.group(proof, "health-check-answer");
        return path.isEmpty()
                ? asks + " gets " + (told.isEmpty() ? "a status code" : "status code " + told)
                        + ", which it does not accept"
                : asks + " asks for " + path + " and gets " + found.first("status-code") + ", where it wants "
                        + found.first("matcher");
    }
}
