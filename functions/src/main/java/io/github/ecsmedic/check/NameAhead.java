package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.HostedZone;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.Resolvers;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.network.Address;
import io.github.ecsmedic.network.Authority;
import io.github.ecsmedic.network.Cidr;
import io.github.ecsmedic.network.DnsName;
import io.github.ecsmedic.network.ZoneAnswer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the name of a coming connection will lead to, from who answers for it.
 *
 * @param resolver the one that will be asked, {@code ""} when that is not known
 * @param addresses private addresses, any of which may be dialled; none for the service's public ones
 * @param doubt why it may lead elsewhere, {@code ""} when it is certain
 */
public record NameAhead(String resolver, List<String> addresses, String doubt) {
    /** What {@link #of} may read. */
    public static final Set<String> ACTIONS = Reads.actions(
            List.of(NameQuestion.ACTIONS),
            "ec2:DescribeDhcpOptions",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeVpcs");

    private static final String AMAZON = "169.254.169.253";

    public NameAhead {
        addresses = List.copyOf(addresses);
    }

    /** Asks the account; where nothing can be read the doubt says so. */
    public static NameAhead of(Inquiry inquiry, Leg leg) {
        return switch (Place.of(inquiry)) {
            case Unknown<Place> unknown -> new NameAhead("", List.of(), unknown.why());
            case Known<Place>(Place place, String _) ->
                switch (inquiry.account().networks().resolvers(place.subnet().vpcId())) {
                    case Unknown<Resolvers> unknown -> answered(inquiry, leg, place, "", unknown.why());
                    case Known<Resolvers>(Resolvers resolvers, String _) -> resolved(inquiry, leg, place, resolvers);
                };
        };
    }

    /** Every server that is not Amazon's may answer as it likes. */
    private static NameAhead resolved(Inquiry inquiry, Leg leg, Place place, Resolvers resolvers) {
        Optional<String> custom = resolvers.servers().stream()
                .filter(server ->
                        !server.equals("AmazonProvidedDNS") && !DhcpResolvers.amazons(server, resolvers.vpcCidrs()))
                .findFirst();
        return custom.map(server -> new NameAhead(
                        server,
                        List.of(),
                        place.subnet().vpcId() + " asks " + server
                                + " for names, and what that answers cannot be seen"))
                .orElseGet(() -> answered(inquiry, leg, place, AMAZON, ""));
    }

    private static NameAhead answered(Inquiry inquiry, Leg leg, Place place, String resolver, String doubt) {
        NameQuestion asked = NameQuestion.of(inquiry, leg, place);
        Optional<String> unseen = asked.unseen();
        if (unseen.isPresent()) {
            return new NameAhead(resolver, List.of(), unseen.get());
        }
        return switch (asked.authority()) {
            case Authority.OfPublic() -> ofPublic(inquiry, leg, place, resolver, doubt);
            case Authority.OfRule(var rule) ->
                new NameAhead(
                        resolver,
                        List.of(),
                        "resolver rule " + rule.id() + " forwards " + asked.host()
                                + " to other resolvers, and what they answer cannot be seen");
            case Authority.OfEndpoint(String _) -> new NameAhead(resolver, ofEndpoint(inquiry, leg, asked), doubt);
            case Authority.OfZone(HostedZone zone) ->
                asked.effective()
                        ? ofZone(inquiry, asked, zone, resolver)
                        : ofPublic(inquiry, leg, place, resolver, doubt);
        };
    }

    /** Only of S3 is it known which public addresses it has: to any other a route of its own may lead. */
    private static NameAhead ofPublic(Inquiry inquiry, Leg leg, Place place, String resolver, String doubt) {
        Optional<Route> detour = leg.s3() ? Optional.empty() : detour(inquiry, place);
        return detour.isEmpty() || !doubt.isEmpty()
                ? new NameAhead(resolver, List.of(), doubt)
                : new NameAhead(
                        resolver,
                        List.of(),
                        "which public address " + leg.host() + " will have is not known, and "
                                + detour.get().destination() + " has a route of its own to "
                                + detour.get().target());
    }

    private static Optional<Route> detour(Inquiry inquiry, Place place) {
        Subnet subnet = place.subnet();
        return inquiry.account().networks().routeTable(subnet.id(), subnet.vpcId())
                        instanceof Known<RouteTable>(RouteTable table, String _)
                ? table.routes().stream().filter(NameAhead::besideTheDefault).findFirst()
                : Optional.empty();
    }

    private static boolean besideTheDefault(Route route) {
        if (route.destination().startsWith("pl-")) {
            return !route.target().startsWith("vpce-");
        }
        return !route.target().equals("local")
                && Cidr.parse(route.destination())
                        .filter(range -> !range.base().isSix() && range.length() > 0)
                        .filter(range -> !range.base().internal())
                        .isPresent();
    }

    /** The addresses that S3 has in the region, one of each range; none where it is not asked there or nobody tells. */
    public static List<String> ofS3(Inquiry inquiry, Leg leg) {
        return leg.s3()
                        && Hosts.here(leg.host(), inquiry.subject().region())
                        && Legs.ranges(inquiry) instanceof Known<Optional<PrefixList>>(var list, String _)
                ? list.stream()
                        .flatMap(l -> l.cidrs().stream())
                        .filter(range -> range.indexOf(':') < 0)
                        .map(range -> range.substring(0, Math.max(0, range.indexOf('/'))))
                        .toList()
                : List.of();
    }

    /** The addresses of the endpoint's interfaces; none where they could not be read, which the walk then says. */
    private static List<String> ofEndpoint(Inquiry inquiry, Leg leg, NameQuestion asked) {
        if (!(asked.found().endpoints() instanceof Known<List<Endpoint>>(List<Endpoint> all, String _))) {
            return List.of();
        }
        List<Endpoint> serving = leg.services().stream()
                .flatMap(s -> Endpoints.interfaces(all, inquiry.subject().region(), s).stream())
                .filter(e -> e.privateDns() && e.available())
                .toList();
        return interfaces(inquiry, serving);
    }

    private static List<String> interfaces(Inquiry inquiry, List<Endpoint> endpoints) {
        List<String> ids =
                endpoints.stream().flatMap(e -> e.networkInterfaces().stream()).toList();
        Answer<List<NetworkInterface>> read = ids.isEmpty()
                ? new Known<>(List.of(), "")
                : inquiry.account().networks().interfaces(ids);
        return read instanceof Known<List<NetworkInterface>>(List<NetworkInterface> found, String _)
                ? found.stream()
                        .flatMap(i -> i.addresses().stream())
                        .filter(address -> address.indexOf(':') < 0)
                        .toList()
                : List.of();
    }

    /** Records may hold addresses, or the name of an endpoint of this VPC. */
    private static NameAhead ofZone(Inquiry inquiry, NameQuestion asked, HostedZone zone, String resolver) {
        String leads = "private hosted zone " + zone.id() + " leads " + asked.host() + " to ";
        if (!(zone.records() instanceof Known<List<HostedZone.RecordSet>>(var records, String _))) {
            return new NameAhead(resolver, List.of(), leads + "what could not be read");
        }
        List<String> values = ZoneAnswer.of(zone.name(), records, DnsName.of(asked.host()));
        if (values.isEmpty()) {
            return new NameAhead(resolver, List.of(), "");
        }
        if (values.stream()
                .allMatch(
                        value -> Address.parse(value).filter(Address::internal).isPresent())) {
            return new NameAhead(resolver, values, "");
        }
        List<String> named = asked.found().endpoints() instanceof Known<List<Endpoint>>(List<Endpoint> all, String _)
                ? interfaces(
                        inquiry,
                        all.stream()
                                .filter(e -> values.stream().anyMatch(value -> value.startsWith(e.id() + "-")))
                                .toList())
                : List.of();
        return named.isEmpty()
                ? new NameAhead(resolver, List.of(), leads + String.join(", ", values))
                : new NameAhead(resolver, named, "");
    }
}
