package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** The health check did not wait until the application was up. */
public final class HealthStartPeriodTooShort implements CauseRule {
    @Override
    public String id() {
        return "health.start_period_too_short";
    }

    @Override
    public String meaning() {
        return "The task was stopped for failed health checks before its application could be up";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return HealthLabels.balanced(inquiry, "health.elb_status_code", "health.elb_timeout")
                || HealthLabels.own(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("start-window"),
                fails("boot-time"),
                passes("revision-health"),
                doesNotPass("health-check-answer", "timeout", "failed", "server-error"),
                doesNotPass("health-requests", "server-error"),
                doesNotFail("health-command"));
    }

    @Override
    public String summary(Proof proof) {
        Resources window = proof.resources("start-window");
        String boot = proof.resources("boot-time").first("boot-time");
        return "The task was stopped after " + window.first("lifetime") + ", "
                + (boot.isEmpty()
                        ? "as one that is never found healthy"
                        : "while its application needs " + boot + " to be up")
                + "; only the first " + window.first("grace-period") + " did not count";
    }
}
