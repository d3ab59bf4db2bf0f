package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
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
                fails("log-tail", "connection-refused", "connection-timeout", "unreachable", "unresolved-host"),
                fails("container-exit", "nonzero", "zero", "segfault"),
                passes("stop-order"));
    }

    @Override
    public String summary(Proof proof) {
        Resources named = proof.resources("log-tail");
        String host = named.first("host");
        String place = named.first("port").isEmpty() ? host : host + ":" + named.first("port");
        String container = "Container " + proof.resources("container-exit").first("container");
        String fault = proof.fault("log-tail");
        String known = fault.equals("unresolved-host") ? host : place;
        return container + " ended because it cannot " + (fault.equals("unresolved-host") ? "resolve " : "reach ")
                + (known.isEmpty() ? "what it depends on" : known)
                + switch (fault) {
                    case "connection-refused" -> " (connection refused)";
                    case "connection-timeout" -> " (no answer in time)";
                    default -> "";
                };
    }
}
