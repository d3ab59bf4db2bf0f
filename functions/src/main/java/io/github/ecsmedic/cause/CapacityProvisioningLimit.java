package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** ECS lets no more than 500 tasks of a cluster wait for instances. */
public final class CapacityProvisioningLimit implements CauseRule {
    @Override
    public String id() {
        return "capacity.provisioning_limit";
    }

    @Override
    public String meaning() {
        return "As many tasks of the cluster wait for instances as ECS lets wait: 500";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("capacity.provisioning_limit");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "capacity.provisioning_limit"), answers("scaling-group"));
    }

    @Override
    public String summary(Proof proof) {
        return "As many tasks of the cluster wait for instances as ECS lets wait: 500";
    }
}
