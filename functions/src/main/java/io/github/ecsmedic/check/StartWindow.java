package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

/** Asks whether the task was stopped before it was ever found healthy, as its lifetime tells. */
public final class StartWindow implements Check {
    @Override
    public String id() {
        return "start-window";
    }

    @Override
    public String question() {
        return "Did the task live longer than one that is never found healthy";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Lifetime.ACTIONS));
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return Reads.then(Lifetime.of(inquiry), (life, source) -> {
            Evidence lived = new Evidence("The task lived " + life.lived() + " s", "event");
            Evidence given = new Evidence(
                    "Its first " + life.grace() + " s did not count; one that is never found healthy is stopped after "
                            + life.toFail() + " s at the latest",
                    source);
            Resources named = Resources.of("grace-period", life.grace() + "s", "lifetime", life.lived() + "s");
            return life.neverHealthy()
                    ? new Failed("never-healthy", named, lived, given)
                    : new Passed(Resources.NONE, lived, given);
        });
    }
}
