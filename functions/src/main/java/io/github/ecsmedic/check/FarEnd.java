package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.VpcDns;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.network.Address;
import io.github.ecsmedic.network.Cidr;
import io.github.ecsmedic.network.Internet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the packets of a leg go, as numbers.
 *
 * @param ranges as ranges, for arithmetic
 * @param written the same as a rule would name them
 * @param exact whether they go to all of {@code ranges}; otherwise to some address among them
 * @param interfaces those of the VPC's endpoints that they may go to; none for the outside world
 */
record FarEnd(List<Cidr> ranges, List<String> written, boolean exact, List<NetworkInterface> interfaces) {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS = Set.of(
            "ec2:DescribeManagedPrefixLists",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeVpcAttribute",
            "ec2:DescribeVpcEndpoints",
            "ec2:GetManagedPrefixListEntries");

    private static final List<String> EVERYWHERE = List.of("0.0.0.0/0");
    private static final FarEnd ANYWHERE = new FarEnd(Internet.FOUR, EVERYWHERE, false, List.of());

    FarEnd {
        ranges = List.copyOf(ranges);
        written = List.copyOf(written);
        interfaces = List.copyOf(interfaces);
    }

    /** The dialled address; without one what the name must stand for: S3's ranges, an endpoint's addresses, anywhere. */
    static Answer<FarEnd> of(Inquiry inquiry, Leg leg, Place place) {
        if (leg.s3() && leg.address().isEmpty()) {
            return s3(inquiry, leg);
        }
        boolean byEndpoint = !leg.services().isEmpty() && (leg.address().isEmpty() || leg.internal());
        FarEnd plain = leg.address().isEmpty() ? ANYWHERE : dialled(leg);
        if (!byEndpoint) {
            return new Known<>(plain, "message");
        }
        if (leg.address().isEmpty()) {
            switch (inquiry.account().networks().vpcDns(place.subnet().vpcId())) {
                case Unknown<VpcDns> unknown -> {
                    return unknown.as();
                }
                case Known<VpcDns>(VpcDns dns, String source) -> {
                    if (!dns.support() || !dns.hostnames()) {
                        return new Known<>(ANYWHERE, source);
                    }
                }
            }
        }
        return switch (interfaces(inquiry, leg, place)) {
            case Unknown<List<NetworkInterface>> unknown -> unknown.as();
            case Known<List<NetworkInterface>>(List<NetworkInterface> found, String source) ->
                new Known<>(found.isEmpty() ? plain : at(found, leg, plain), source);
        };
    }

    /** Whether it lies in the subnet, so that no network ACL stands between. */
    boolean within(Cidr subnet) {
        return exact && !ranges.isEmpty() && ranges.stream().allMatch(subnet::covers);
    }

    private static FarEnd dialled(Leg leg) {
        boolean six = leg.dialled().filter(Address::isSix).isPresent();
        List<String> written =
                leg.internal() ? List.of(leg.address() + (six ? "/128" : "/32")) : six ? List.of("::/0") : EVERYWHERE;
        return new FarEnd(Peers.single(leg.address()), written, true, List.of());
    }

    private static FarEnd at(List<NetworkInterface> found, Leg leg, FarEnd plain) {
        if (!leg.address().isEmpty()) {
            List<NetworkInterface> owners = found.stream()
                    .filter(i -> i.addresses().contains(leg.address()))
                    .toList();
            return new FarEnd(plain.ranges(), plain.written(), true, owners);
        }
        List<String> addresses = found.stream()
                .flatMap(i -> i.addresses().stream())
                .filter(address -> address.indexOf(':') < 0)
                .toList();
        return new FarEnd(
                addresses.stream().flatMap(a -> Peers.single(a).stream()).toList(),
                addresses.stream().map(a -> a + "/32").toList(),
                true,
                found);
    }

    private static Answer<FarEnd> s3(Inquiry inquiry, Leg leg) {
        if (!Hosts.here(leg.host(), inquiry.subject().region())) {
            return new Known<>(ANYWHERE, "message");
        }
        return switch (Legs.ranges(inquiry)) {
            case Unknown<Optional<PrefixList>> unknown -> unknown.as();
            case Known<Optional<PrefixList>>(Optional<PrefixList> list, String source) -> {
                List<Cidr> ranges = list.stream()
                        .flatMap(l -> l.cidrs().stream())
                        .flatMap(text -> Cidr.parse(text).stream())
                        .filter(range -> !range.base().isSix())
                        .toList();
                yield new Known<>(
                        ranges.isEmpty() ? ANYWHERE : new FarEnd(ranges, EVERYWHERE, true, List.of()), source);
            }
        };
    }

    private static Answer<List<NetworkInterface>> interfaces(Inquiry inquiry, Leg leg, Place place) {
        return switch (inquiry.account().networks().endpoints(place.subnet().vpcId())) {
            case Unknown<List<Endpoint>> unknown -> unknown.as();
            case Known<List<Endpoint>>(List<Endpoint> all, String source) -> {
                List<String> ids = leg.services().stream()
                        .flatMap(
                                s -> Endpoints.interfaces(all, inquiry.subject().region(), s).stream())
                        .filter(e -> leg.internal() || e.privateDns())
                        .flatMap(e -> e.networkInterfaces().stream())
                        .toList();
                yield ids.isEmpty()
                        ? new Known<>(List.of(), source)
                        : inquiry.account().networks().interfaces(ids);
            }
        };
    }
}
