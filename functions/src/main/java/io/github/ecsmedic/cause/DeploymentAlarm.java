package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** An alarm of the deployment ended it. */
public final class DeploymentAlarm implements CauseRule {
    @Override
    public String id() {
        return "deployment.alarm";
    }

    @Override
    public String meaning() {
        return "A CloudWatch alarm of the service fired while the deployment was under way, so ECS ended the deployment";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("deployment.alarm_rollback");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "deployment.alarm_rollback"), adds("deployment-in-progress"));
    }

    @Override
    public String summary(Proof proof) {
        List<String> alarms = proof.resources("deployment-in-progress").ids("alarm");
        return "The deployment was ended by "
                + (alarms.isEmpty()
                        ? "an alarm of the service"
                        : (alarms.size() == 1 ? "alarm " : "alarms ") + String.join(", ", alarms))
                + "; what the alarm measures got worse with the new revision";
    }
}
