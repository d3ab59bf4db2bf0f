package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Evidence;
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
                passes("stop-order"),
                adds("dependency-path"));
    }

    /** What on the way to it may have been changed. */
    @Override
    public List<String> changedKinds() {
        return List.of("dependency-security-group", "security-group", "network-acl", "route-table", "hosted-zone");
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
                }
                + why(proof);
    }

    /** What stands in the way, where that was found. */
    private static String why(Proof proof) {
        List<Evidence> met = proof.evidence("dependency-path");
        return proof.fault("dependency-path").isEmpty() || met.isEmpty()
                ? ""
                : ": " + met.getLast().fact();
    }
}
