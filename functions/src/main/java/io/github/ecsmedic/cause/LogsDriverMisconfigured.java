package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

/** The log driver cannot start with its options. */
public final class LogsDriverMisconfigured implements CauseRule {
    @Override
    public String id() {
        return "logs.driver_misconfigured";
    }

    @Override
    public String meaning() {
        return "An option of the log configuration is missing or wrong";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Set.of("logging.bad_config", "logging.unknown")
                .contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("log-options", "wrong"), doesNotFail("wrong-host"), adds("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("log-options");
        String problem = found.first("problem");
        return problem.isEmpty()
                ? "The log driver's options are wrong"
                : "The log options of container " + found.first("container") + " are wrong: " + problem;
    }
}
