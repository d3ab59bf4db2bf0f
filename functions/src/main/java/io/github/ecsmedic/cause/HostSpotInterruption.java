package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** Spot capacity is lent. */
public final class HostSpotInterruption implements CauseRule {
    @Override
    public String id() {
        return "host.spot_interruption";
    }

    @Override
    public String meaning() {
        return "Spot capacity was taken back, as AWS announces";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("host.spot");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "host.spot"), answers("stop-order"));
    }

    @Override
    public String summary(Proof proof) {
        return "AWS took the Spot capacity under the task back";
    }
}
