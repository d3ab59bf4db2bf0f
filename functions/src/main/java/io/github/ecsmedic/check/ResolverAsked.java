package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
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
        return Reads.actions(List.of(Legs.ACTIONS, Place.ACTIONS), "ec2:DescribeVpcs", "ec2:DescribeDhcpOptions");
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        String resolver = inquiry.seen().facts().get(Fact.RESOLVER);
        if (!resolver.isEmpty()) {
            Evidence fact = new Evidence(leg.host() + " was asked of " + resolver + " and did not resolve", "message");
            return asked(inquiry, leg, resolver, fact);
        }
        if (inquiry.ahead() != null) {
            return new NotApplicable("nothing has been asked yet");
        }
        if (Leg.unresolved(inquiry)) {
            return new Inconclusive("the message does not name the resolver that was asked");
        }
        if (leg.s3() || leg.services().isEmpty()) {
            return new NotApplicable("a public address is what " + leg.destination() + " resolves to");
        }
        return leg.internal()
                ? new NotApplicable("the name resolved to " + leg.address() + ", a private address")
                : new Inconclusive("the message does not name the resolver that was asked");
    }

    /** An address that ends in two may be Amazon's in this VPC or a customer's in another network. */
    private static CheckResult asked(Inquiry inquiry, Leg leg, String resolver, Evidence fact) {
        List<Exhibit> path = Stops.name(leg, "failed", "did not resolve at " + resolver);
        CheckResult custom = new Failed("custom", Resources.of("resolver", resolver), List.of(fact), path);
        CheckResult amazons = new Passed(Resources.NONE, List.of(fact), path);
        if (VpcDnsAttributes.AMAZON.contains(resolver)) {
            return amazons;
        }
        return VpcDnsAttributes.amazons(resolver)
                ? Reads.then(
                        Place.of(inquiry),
                        (place, _) -> Reads.then(
                                inquiry.account()
                                        .networks()
                                        .resolvers(place.subnet().vpcId()),
                                (vpc, _) -> DhcpResolvers.amazons(resolver, vpc.vpcCidrs()) ? amazons : custom))
                : custom;
    }
}
