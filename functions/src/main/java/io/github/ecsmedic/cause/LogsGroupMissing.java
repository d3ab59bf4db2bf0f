package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

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
        return Set.of("logging.log_group_missing", "logging.unknown")
                .contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("log-group", "missing"), adds("definition-reference"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("log-group");
        String group = found.first("log-group");
        String near = found.first("near-log-group");
        String other = found.first("other-region");
        String region = found.first("log-region");
        String named = group.isEmpty() ? "The log group" : "Log group " + group;
        if (!other.isEmpty()) {
            return named + " does not exist in " + region + ", but in " + other;
        }
        return named + " does not exist" + (near.isEmpty() ? "" : " (did you mean " + near + "?)");
    }
}
