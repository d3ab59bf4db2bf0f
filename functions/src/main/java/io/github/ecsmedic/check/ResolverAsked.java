package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.Set;

/** Reads from the message whether Amazon's resolver or one of the customer's was asked for the name. */
public final class ResolverAsked implements AboutLeg {
    @Override
    public String id() {
        return "resolver-asked";
    }

    @Override
    public String question() {
        return "Was the name asked of Amazon's resolver";
    }

    @Override
    public Set<String> actions() {
        return Legs.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        String resolver = inquiry.seen().facts().get(Fact.RESOLVER);
        if (!resolver.isEmpty()) {
            Evidence fact = new Evidence(leg.host() + " was asked of " + resolver + " and did not resolve", "message");
            return VpcDnsAttributes.amazons(resolver)
                    ? new Passed(Resources.NONE, fact)
                    : new Failed("custom", Resources.of("resolver", resolver), fact);
        }
        if (leg.s3() || leg.services().isEmpty()) {
            return new NotApplicable("a public address is what " + leg.destination() + " resolves to");
        }
        return leg.internal()
                ? new NotApplicable("the name resolved to " + leg.address() + ", a private address")
                : new Inconclusive("the message does not name the resolver that was asked");
    }
}
