package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The process used memory that is not its own. */
public final class AppSegfault implements CauseRule {
    @Override
    public String id() {
        return "app.segfault";
    }

    @Override
    public String meaning() {
        return "The process crashed for invalid use of memory (SIGSEGV)";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("app.segfault")
                || inquiry.seen().label().equals("app.exit_nonzero");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("container-exit", "segfault"), passes("stop-order"));
    }

    @Override
    public String summary(Proof proof) {
        return "Container " + proof.resources("container-exit").first("container")
                + " crashed (SIGSEGV, exit code 139)";
    }
}
