package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** SIGKILL at the end of a normal stop is not a lack of memory. */
public final class AppStopTimeout implements CauseRule {
    @Override
    public String id() {
        return "app.stop_timeout";
    }

    @Override
    public String meaning() {
        return "The container did not end within its stopTimeout and was killed, which is not out of memory";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("app.sigkill")
                || inquiry.seen().family().equals("health");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stop-duration"), fails("container-exit", "sigkill"), fails("stop-order"));
    }

    @Override
    public String summary(Proof proof) {
        return "Container " + proof.resources("container-exit").first("container")
                + " did not end within its stopTimeout and was killed; that is not out of memory";
    }
}
