package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** ECS does not create a log group unless told to. */
public final class LogsGroupMissing implements CauseRule {
    @Override
    public String id() {
        return "logs.group_missing";
    }

    @Override
    public String meaning() {
        return "The log group does not exist, and the task may not create it";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("logging.log_group_missing");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "logging.log_group_missing"), answers("definition-reference"));
    }

    @Override
    public String summary(Proof proof) {
        String group = proof.resources("definition-reference").first("log-group");
        return "Log group " + (group.isEmpty() ? proof.resources("stated-cause").first("log-group") : group)
                + " does not exist";
    }
}
