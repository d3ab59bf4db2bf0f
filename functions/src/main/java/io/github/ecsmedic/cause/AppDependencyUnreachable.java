package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The application itself says whom it cannot reach. */
public final class AppDependencyUnreachable implements CauseRule {
    @Override
    public String id() {
        return "app.dependency_unreachable";
    }

    @Override
    public String meaning() {
        return "The process ended by itself, and its log names a service that it cannot reach or resolve";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return AppLabels.exited(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("log-tail", "connection-refused", "connection-timeout", "unresolved-host"),
                fails("container-exit", "nonzero", "zero", "segfault"),
                passes("stop-order"));
    }

    @Override
    public String summary(Proof proof) {
        String name = proof.resources("log-tail").first("setting");
        String what = proof.fault("log-tail").equals("unresolved-host") ? "resolve " : "reach ";
        return "Container " + proof.resources("container-exit").first("container") + " ended because it cannot " + what
                + (name.isEmpty() ? "what it depends on" : name);
    }
}
