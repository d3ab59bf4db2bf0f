package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** AWS renews the host under a task. */
public final class HostMaintenance implements CauseRule {
    @Override
    public String id() {
        return "host.maintenance";
    }

    @Override
    public String meaning() {
        return "AWS retired the host for maintenance";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("host.fargate_maintenance");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "host.fargate_maintenance"), answers("stop-order"));
    }

    @Override
    public String summary(Proof proof) {
        return "AWS retired the host of the task for maintenance";
    }
}
