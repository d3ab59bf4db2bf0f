package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from the message what was denied and by which kind of policy; AWS names it for most services.
 *
 * <p>Faults are the words of {@link Fact#DENIED_BY}, {@code unnamed} where the message ends before it, and
 * {@code simulated}, {@code simulated-boundary} and {@code simulated-organization} where the message does not even say
 * that access was denied, but IAM does.
 */
public final class DeniedByPolicy implements Check {
    private static final Map<String, String> WORDS = Map.of(
            "identity", "no identity-based policy of the role allows it",
            "resource", "the resource's own policy does not allow it",
            "boundary", "the role's permissions boundary does not allow it",
            "scp", "a policy of the organisation does not allow it",
            "rcp", "a resource control policy of the organisation does not allow it",
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
        return Reads.actions(List.of(StartCall.ACTIONS, RolePolicy.ACTIONS));
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Facts facts = inquiry.seen().facts();
        if (facts.has(Fact.ACTION) && StartCall.denied(inquiry)) {
            return stated(inquiry, facts);
        }
        if (StartCall.ofApplication(inquiry)) {
            return new Failed(
                    "unnamed",
                    Resources.of("role", facts.get(Fact.ROLE)),
                    new Evidence("The application's log says that access was denied, and not to what", "message"));
        }
        if (!StartCall.possible(inquiry)) {
            return new NotApplicable("the message names no denied action");
        }
        return Reads.then(
                StartCall.of(inquiry),
                (need, _) -> need.map(n -> n.denied() ? unnamed(facts, n) : simulated(inquiry, n))
                        .orElseGet(() -> new NotApplicable("the message is about no call that could be denied")));
    }

    private static CheckResult stated(Inquiry inquiry, Facts facts) {
        String action = facts.get(Fact.ACTION);
        String layer = facts.get(Fact.DENIED_BY);
        String on = facts.has(Fact.RESOURCE) ? " on " + facts.get(Fact.RESOURCE) : "";
        String who = facts.has(Fact.ROLE) ? facts.get(Fact.ROLE) : "The task's role";
        String why = WORDS.containsKey(layer) ? ": " + WORDS.get(layer) : "";
        return new Failed(
                WORDS.containsKey(layer) ? layer : "unnamed",
                Resources.of(
                                "role", facts.get(Fact.ROLE),
                                "action", action,
                                "denied-resource", facts.get(Fact.RESOURCE))
                        .and(facts.has(Fact.RESOURCE) ? Resources.NONE : derived(inquiry)),
                new Evidence(who + " may not " + action + on + why, "message"));
    }

    /** What the message leaves out, as far as the task definition tells it. */
    private static Resources derived(Inquiry inquiry) {
        return StartCall.of(inquiry) instanceof Known<Optional<StartCall>>(Optional<StartCall> need, String _)
                ? need.map(n -> Resources.of("denied-resource", n.resource())).orElse(Resources.NONE)
                : Resources.NONE;
    }

    private static CheckResult unnamed(Facts facts, StartCall need) {
        List<Evidence> said = new ArrayList<>(List.of(new Evidence(
                "The message says that access was denied, and the call made there is " + need.action()
                        + (need.resource().isEmpty() ? "" : " on " + need.resource()),
                "message")));
        if (need.action().startsWith("s3:")) {
            said.add(new Evidence(
                    "S3 gives the same answer where the object does not exist and the role may not list the bucket",
                    "message"));
        }
        return new Failed("unnamed", Resources.of("role", facts.get(Fact.ROLE)).and(named(need)), said, List.of());
    }

    /** The message does not say why it stopped: only what IAM answers can show a denial. */
    private static CheckResult simulated(Inquiry inquiry, StartCall need) {
        return switch (RolePolicy.simulate(inquiry, need)) {
            case Failed failed ->
                new Failed(
                        failed.fault().equals("denied") ? "simulated" : "simulated-" + failed.fault(),
                        failed.resources().and(named(need)),
                        failed.evidence(),
                        List.of());
            case Passed ignored ->
                new NotApplicable("the message says nothing of a denial, and the role's policies allow " + need.action()
                        + ", which is no proof");
            case NotApplicable notApplicable -> notApplicable;
            case Inconclusive inconclusive -> inconclusive;
        };
    }

    private static Resources named(StartCall need) {
        return Resources.of("action", need.action(), "denied-resource", need.resource())
                .and(EnvironmentFiles.bucket(need.resource()));
    }
}
