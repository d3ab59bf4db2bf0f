package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskNeeds;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

/**
 * Asks whether the task leaves the proxy of Service Connect the memory that it needs: it stands in no task definition.
 *
 * <p>Faults: {@code no-memory}; {@code stated}, the message says that the proxy failed, and memory is not the reason or
 * could not be reckoned.
 */
public final class ConnectProxy implements Check {
    /** The label of a message about the proxy. */
    public static final String LABEL = "service_connect.unhealthy";

    /** MiB, the least that AWS advises for the proxy. */
    private static final int PROXY = 64;

    @Override
    public String id() {
        return "connect-proxy";
    }

    @Override
    public String question() {
        return "Do the limits of the containers leave memory for the proxy of Service Connect";
    }

    @Override
    public Set<String> actions() {
        return Wanted.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!inquiry.seen().label().equals(LABEL)) {
            return new NotApplicable("the message does not speak of the proxy of Service Connect");
        }
        Evidence said = new Evidence("The message says that the proxy of Service Connect was not ready", "message");
        return switch (Wanted.needs(inquiry)) {
            case Unknown<TaskNeeds> unknown ->
                new Failed(
                        "stated", Resources.NONE, List.of(said), List.of(new Exhibit.Unread(List.of(unknown.why()))));
            case Known<TaskNeeds>(TaskNeeds needs, String source) -> {
                Integer limits = needs.containerMemory();
                Resources named = Resources.of("task-definition", needs.definition());
                yield limits != null && needs.memory() - limits < PROXY
                        ? new Failed(
                                "no-memory",
                                named,
                                new Evidence(
                                        "The limits of the containers leave " + (needs.memory() - limits) + " of "
                                                + needs.memory() + " MiB for the proxy of Service Connect, which needs "
                                                + PROXY,
                                        source),
                                said)
                        : new Failed("stated", named, said);
            }
        };
    }
}
