package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The machine under the task went away. */
public final class HostTerminated implements CauseRule {
    @Override
    public String id() {
        return "host.terminated";
    }

    @Override
    public String meaning() {
        return "The instance under the task was terminated, stopped or deregistered";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("host.terminated")
                || inquiry.seen().label().equals("host.stopped")
                || inquiry.seen().label().equals("host.deregistered");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("stated-cause", "host.terminated", "host.stopped", "host.deregistered"), answers("stop-order"));
    }

    @Override
    public String summary(Proof proof) {
        return "The instance under the task was terminated, stopped or deregistered";
    }
}
