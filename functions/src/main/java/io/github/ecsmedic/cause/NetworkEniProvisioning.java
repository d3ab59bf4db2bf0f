package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The platform was too slow, which passes. */
public final class NetworkEniProvisioning implements CauseRule {
    @Override
    public String id() {
        return "network.eni_provisioning";
    }

    @Override
    public String meaning() {
        return "The network interface of the task was not ready in time, which is transient";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("network.eni_provisioning");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "network.eni_provisioning"), doesNotFail("stop-order"));
    }

    @Override
    public String summary(Proof proof) {
        return "The network interface of the task was not ready in time; that is transient";
    }
}
