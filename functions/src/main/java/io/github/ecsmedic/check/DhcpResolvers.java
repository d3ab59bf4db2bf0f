package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Resolvers;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.network.Address;
import io.github.ecsmedic.network.Cidr;
import io.github.ecsmedic.signature.Fact;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks whether the VPC gives its machines Amazon's resolver, which alone knows the private names of endpoints. */
public final class DhcpResolvers implements AboutLeg {
    private static final Set<String> AMAZON = Set.of("AmazonProvidedDNS", "169.254.169.253", "fd00:ec2::253");

    @Override
    public String id() {
        return "dhcp-resolvers";
    }

    @Override
    public String question() {
        return "Do the VPC's DHCP options name Amazon's resolver";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(Legs.ACTIONS, Place.ACTIONS),
                "ec2:DescribeVpcs",
                "ec2:DescribeDhcpOptions",
                "ec2:DescribeVpcEndpoints");
    }

    @Override
    public Optional<Station> station() {
        return Optional.of(Station.NAME);
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        boolean lookup = Leg.unresolved(inquiry);
        if (!lookup && (leg.s3() || leg.services().isEmpty() || leg.internal())) {
            return new NotApplicable("the name resolved as it should");
        }
        return Reads.then(Place.of(inquiry), (place, _) -> {
            Optional<String> idle = lookup ? Optional.empty() : Endpoints.absent(inquiry, leg, place);
            return idle.<CheckResult>map(NotApplicable::new)
                    .orElseGet(() -> Reads.then(
                            inquiry.account()
                                    .networks()
                                    .resolvers(place.subnet().vpcId()),
                            (resolvers, source) -> verdict(inquiry, place, resolvers, source)));
        });
    }

    private static CheckResult verdict(Inquiry inquiry, Place place, Resolvers resolvers, String source) {
        if (resolvers.dhcpOptions().equals("default") || resolvers.servers().isEmpty()) {
            return new Inconclusive("no DHCP option set names resolvers for " + resolvers.vpcId() + ": " + source);
        }
        Resources named = place.resources().and(Resources.of("dhcp-options", resolvers.dhcpOptions()));
        String servers = String.join(", ", resolvers.servers());
        Evidence fact = new Evidence(
                "DHCP option set " + resolvers.dhcpOptions() + " of " + resolvers.vpcId() + " names " + servers,
                source);
        long amazons = resolvers.servers().stream()
                .filter(server -> amazons(server, resolvers.vpcCidrs()))
                .count();
        String asked = inquiry.seen().facts().get(Fact.RESOLVER);
        if (amazons == resolvers.servers().size()) {
            return new Passed(named, fact);
        }
        if (!asked.isEmpty() && !resolvers.servers().contains(asked)) {
            return new Inconclusive(asked + ", which was asked, is not among the resolvers of "
                    + resolvers.dhcpOptions() + " (" + servers + "): " + source);
        }
        return new Failed(amazons == 0 ? "custom" : "mixed", named, fact);
    }

    static boolean amazons(String server, List<String> vpcCidrs) {
        return AMAZON.contains(server)
                || Address.parse(server)
                        .filter(address -> vpcCidrs.stream()
                                .flatMap(text -> Cidr.parse(text).stream())
                                .map(Cidr::base)
                                .anyMatch(base -> base.bits() == address.bits()
                                        && base.value().add(BigInteger.TWO).equals(address.value())))
                        .isPresent();
    }
}
