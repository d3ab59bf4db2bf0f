package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** A service must not end, not even well. */
public final class AppExitedCleanly implements CauseRule {
    @Override
    public String id() {
        return "app.exited_cleanly";
    }

    @Override
    public String meaning() {
        return "An essential container of a service ended with code 0";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("app.exit_zero")
                && !inquiry.subject().service().isEmpty();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("container-exit", "zero"), passes("stop-order"), answers("log-tail"));
    }

    @Override
    public String summary(Proof proof) {
        return "Container " + proof.resources("container-exit").first("container")
                + " ended with code 0, although a service must keep running";
    }
}
