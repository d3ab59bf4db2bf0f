package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Facts;
import java.util.Map;
import java.util.Set;

/**
 * Reads from the message what was denied and by which kind of policy; AWS names it for most services.
 *
 * <p>Faults are the words of {@link Fact#DENIED_BY}, and {@code unnamed} where the message ends before it.
 */
public final class DeniedByPolicy implements Check {
    private static final Map<String, String> WORDS = Map.of(
            "identity", "no identity-based policy of the role allows it",
            "resource", "the resource's own policy does not allow it",
            "boundary", "the role's permissions boundary does not allow it",
            "scp", "a policy of the organisation does not allow it",
            "endpoint", "the policy of the VPC endpoint does not allow it",
            "session", "the session's policy does not allow it");

    @Override
    public String id() {
        return "denied-by-policy";
    }

    @Override
    public String question() {
        return "Which action was denied on which resource, and by which kind of policy";
    }

    @Override
    public Set<String> actions() {
        return Set.of();
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Facts facts = inquiry.seen().facts();
        String action = facts.get(Fact.ACTION);
        if (action.isEmpty()) {
            return new NotApplicable("the message names no denied action");
        }
        String layer = facts.get(Fact.DENIED_BY);
        String on = facts.has(Fact.RESOURCE) ? " on " + facts.get(Fact.RESOURCE) : "";
        String who = facts.has(Fact.ROLE) ? facts.get(Fact.ROLE) : "The task's role";
        String why = WORDS.containsKey(layer) ? ": " + WORDS.get(layer) : "";
        return new Failed(
                WORDS.containsKey(layer) ? layer : "unnamed",
                Resources.of(
                        "role", facts.get(Fact.ROLE),
                        "action", action,
                        "denied-resource", facts.get(Fact.RESOURCE)),
                new Evidence(who + " may not " + action + on + why, "message"));
    }
}
