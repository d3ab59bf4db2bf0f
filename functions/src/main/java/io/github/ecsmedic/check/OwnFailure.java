package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.Set;

/**
 * Asks whether the application itself failed: it ended without an order to stop, or its own answer to a health check
 * brought that order about.
 */
public final class OwnFailure implements Check {
    @Override
    public String id() {
        return "own-failure";
    }

    @Override
    public String question() {
        return "Did the application fail by itself, or by its own answer to a health check";
    }

    @Override
    public Set<String> actions() {
        return Set.of();
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return answeredItself(inquiry)
                ? new Passed(
                        Resources.NONE,
                        new Evidence("The application's own answer to the health check failed", "message"))
                : new StopOrder().run(inquiry);
    }

    /** Whether a health check got an error from the application, which says of itself that it does not work. */
    public static boolean answeredItself(Inquiry inquiry) {
        return switch (inquiry.seen().label()) {
            case "health.container" -> true;
            case "health.elb_status_code" ->
                inquiry.seen().facts().get(Fact.STATUS_CODE).startsWith("5");
            default -> false;
        };
    }
}
