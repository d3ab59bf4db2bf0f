package io.github.ecsmedic.check;

import io.github.ecsmedic.account.ResolverRule;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.network.Authority;
import java.util.List;
import java.util.Set;

/** Asks whether a forwarding rule sends the name to resolvers of the customer's. */
public final class ForwardingRule implements AboutLeg {
    @Override
    public String id() {
        return "resolver-rule";
    }

    @Override
    public String question() {
        return "Does a resolver rule of the VPC forward the name to other resolvers";
    }

    @Override
    public Set<String> actions() {
        return NameQuestion.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        return NameQuestion.ask(
                inquiry, leg, asked -> Reads.then(asked.found().rules(), (_, source) -> verdict(asked, source)));
    }

    private static CheckResult verdict(NameQuestion asked, String source) {
        String vpc = asked.place().subnet().vpcId();
        return switch (asked.authority()) {
            case Authority.OfRule(ResolverRule rule) -> forwarded(asked, rule);
            case Authority.OfZone _, Authority.OfEndpoint _, Authority.OfPublic _ ->
                asked.unseen()
                        .<CheckResult>map(Inconclusive::new)
                        .orElseGet(() -> new Passed(
                                asked.place().resources(),
                                new Evidence("No resolver rule forwards " + asked.host() + " in " + vpc, source)));
        };
    }

    /** A closer zone would keep the name from the rule. */
    private static CheckResult forwarded(NameQuestion asked, ResolverRule rule) {
        if (asked.found().zones() instanceof Unknown<?> unknown) {
            return Inconclusive.because(unknown);
        }
        if (!Hosts.services(asked.host()).isEmpty()) {
            if (asked.found().endpoints() instanceof Unknown<?> unknown) {
                return Inconclusive.because(unknown);
            }
            if (asked.unread().isPresent()) {
                return asked.unread().get();
            }
        }
        List<String> targets = rule.targets();
        return new Failed(
                "forwarded",
                asked.place()
                        .resources()
                        .and(Resources.of(
                                "resolver-rule",
                                rule.id(),
                                "profile",
                                rule.profile(),
                                "rule-domain",
                                rule.domain(),
                                "host",
                                asked.host())),
                new Evidence(
                        "Resolver rule " + rule.id() + " (" + (rule.domain().isEmpty() ? "." : rule.domain())
                                + ") forwards " + asked.host() + " to "
                                + (targets.isEmpty() ? "other resolvers" : String.join(", ", targets)),
                        "route53resolver:GetResolverRule"));
    }
}
