package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The application itself says which setting it misses. */
public final class AppMissingConfiguration implements CauseRule {
    @Override
    public String id() {
        return "app.missing_configuration";
    }

    @Override
    public String meaning() {
        return "The process ended by itself, and its log names a variable or setting that is missing";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return AppLabels.exited(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("log-tail", "missing-configuration"),
                fails("container-exit", "nonzero", "zero", "segfault"),
                passes("stop-order"));
    }

    @Override
    public String summary(Proof proof) {
        String name = proof.resources("log-tail").first("setting");
        return "Container " + proof.resources("container-exit").first("container")
                + " ended because "
                + (name.isEmpty() ? "a setting" : name) + " is missing";
    }
}
