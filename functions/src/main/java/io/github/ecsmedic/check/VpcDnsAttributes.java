package io.github.ecsmedic.check;

import io.github.ecsmedic.account.VpcDns;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.network.Address;
import io.github.ecsmedic.signature.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for the two attributes of the VPC without which an endpoint's private name has no effect.
 *
 * <p>It does not apply to Amazon S3 behind a gateway endpoint, whose addresses stay public, nor to names that no
 * endpoint of the VPC serves. A name that does not resolve at all is explained by enableDnsSupport only, and only when Amazon's own
 * resolver was asked.
 */
public final class VpcDnsAttributes implements AboutLeg {
    /** Where Amazon's resolver answers in every VPC. */
    static final Set<String> AMAZON = Set.of("169.254.169.253", "fd00:ec2::253");

    @Override
    public String id() {
        return "vpc-dns-attributes";
    }

    @Override
    public String question() {
        return "Are enableDnsSupport and enableDnsHostnames on in the VPC";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(Legs.ACTIONS, Place.ACTIONS, WayOut.ACTIONS),
                "ec2:DescribeVpcAttribute",
                "ec2:DescribeVpcEndpoints");
    }

    @Override
    public Optional<Station> station() {
        return Optional.of(Station.NAME);
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        String resolver = inquiry.seen().facts().get(Fact.RESOLVER);
        boolean lookup = Leg.unresolved(inquiry);
        if (Answered.is(inquiry)) {
            return new NotApplicable(Answered.WHY);
        }
        if (lookup && !resolver.isEmpty() && !amazons(resolver)) {
            return new NotApplicable("the name was asked of " + resolver + ", which is not Amazon's resolver");
        }
        if (!lookup && leg.s3()) {
            return new NotApplicable("Amazon S3 keeps its public addresses behind a gateway endpoint");
        }
        if (!lookup && leg.services().isEmpty()) {
            return new NotApplicable("no interface endpoint serves " + leg.destination());
        }
        if (!lookup && leg.internal()) {
            return new NotApplicable("the name resolved to " + leg.address() + ", a private address");
        }
        return Reads.then(Place.of(inquiry), (place, _) -> {
            Optional<String> idle = lookup ? Optional.empty() : Endpoints.absent(inquiry, leg, place);
            return idle.<CheckResult>map(NotApplicable::new)
                    .orElseGet(() -> Reads.then(
                            inquiry.account().networks().vpcDns(place.subnet().vpcId()),
                            (dns, source) -> verdict(inquiry, leg, place, dns, source)));
        });
    }

    private static CheckResult verdict(Inquiry inquiry, Leg leg, Place place, VpcDns dns, String source) {
        boolean lookup = Leg.unresolved(inquiry);
        List<Evidence> off = new ArrayList<>();
        List<Resource> attributes = new ArrayList<>();
        if (!dns.support()) {
            attributes.add(new Resource("dns-attribute-off", "enableDnsSupport"));
            off.add(new Evidence("enableDnsSupport of " + dns.vpcId() + " is false", source));
        }
        if (!dns.hostnames() && !(lookup && dns.support())) {
            attributes.add(new Resource("dns-attribute-off", "enableDnsHostnames"));
            off.add(new Evidence("enableDnsHostnames of " + dns.vpcId() + " is false", source));
        }
        if (!off.isEmpty()) {
            return new Failed(
                    dns.support() ? "hostnames-off" : "support-off",
                    place.resources().and(new Resources(attributes)),
                    off,
                    lookup
                            ? Stops.name(leg, "failed", off.getFirst().fact())
                            : Stops.astray(inquiry, leg, place, off.getFirst().fact()));
        }
        String fact = dns.hostnames() ? "enableDnsSupport and enableDnsHostnames are" : "enableDnsSupport is";
        return new Passed(place.resources(), new Evidence(fact + " true in " + dns.vpcId(), source));
    }

    /** Amazon's resolver answers at a fixed address and at the VPC's base plus two. */
    static boolean amazons(String resolver) {
        return AMAZON.contains(resolver)
                || (resolver.endsWith(".2") && Address.parse(resolver).isPresent());
    }
}
