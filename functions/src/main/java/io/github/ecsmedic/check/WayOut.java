package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.check.Way.Beyond;
import io.github.ecsmedic.check.Way.Closed;
import io.github.ecsmedic.check.Way.Inside;
import io.github.ecsmedic.check.Way.Open;
import io.github.ecsmedic.check.Way.Track;
import io.github.ecsmedic.check.Way.Unseen;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.network.Address;
import io.github.ecsmedic.network.Routing;
import io.github.ecsmedic.network.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows a packet from the task's subnet to the internet: route, gateway, NAT gateway and the NAT gateway's own route. */
record WayOut(Inquiry inquiry, Place place) {
    /** What {@link #to} may read. */
    static final Set<String> ACTIONS = Set.of(
            "cloudtrail:LookupEvents",
            "ec2:DescribeRouteTables",
            "ec2:DescribeNatGateways",
            "ec2:DescribeInternetGateways",
            "ec2:DescribeVpcEndpoints",
            "ec2:GetManagedPrefixListEntries",
            "ecs:DescribeServices");

    private static final String ROUTES = "route-table";
    private static final String TABLES = "ec2:DescribeRouteTables";

    /** The way to one address, or to whatever no other route matches when it is not known. */
    Way to(Optional<Address> address, String destination) {
        return switch (table(place.subnet().id())) {
            case Unknown<RouteTable> unknown -> new Unseen(unknown.why());
            case Known<RouteTable>(RouteTable table, String source) -> through(table, source, address, destination);
        };
    }

    /** The effective table of a subnet of the VPC. */
    Answer<RouteTable> table(String subnet) {
        return inquiry.account().networks().routeTable(subnet, place.subnet().vpcId());
    }

    private Way through(RouteTable table, String source, Optional<Address> address, String destination) {
        return switch (chosen(table, address)) {
            case Unknown<Optional<Route>> unknown -> new Unseen(unknown.why());
            case Known<Optional<Route>>(Optional<Route> route, String _) ->
                by(table, route, source, address, destination);
        };
    }

    /** The route of the table for the address, or the default one when it is not known. */
    Answer<Optional<Route>> chosen(RouteTable table, Optional<Address> address) {
        if (address.isEmpty()) {
            return Routing.splitsInternet(others(table))
                    ? new Unknown<>("routes of " + table.id() + " divide the internet, and no address is told", TABLES)
                    : new Known<>(Routing.byDefault(table.routes(), false), TABLES);
        }
        return switch (inquiry.account().networks().prefixLists(Routing.listsIn(table.routes()))) {
            case Unknown<List<PrefixList>> unknown -> unknown.as();
            case Known<List<PrefixList>>(List<PrefixList> read, String from) -> {
                Map<String, PrefixList> lists = new HashMap<>();
                read.forEach(list -> lists.put(list.id(), list));
                yield new Known<>(Routing.choose(address.get(), table.routes(), lists), from);
            }
        };
    }

    private Way by(
            RouteTable table, Optional<Route> chosen, String source, Optional<Address> address, String destination) {
        Track start = new Track(place.resources(), List.of(), List.of());
        String name = table.id() + (table.main() ? ", the main table of " + table.vpcId() + "," : "");
        if (chosen.isEmpty()) {
            String fact =
                    "Route table " + name + " of subnet " + place.subnet().id() + " has no route to " + destination;
            return new Closed(
                    "no-route",
                    start.and(
                            Station.ROUTE_TABLE,
                            new Hop(ROUTES, table.id(), "failed", "no route to " + destination),
                            new Evidence(fact, source)));
        }
        Route route = chosen.get();
        String fact = "Route table " + name + " of subnet " + place.subnet().id() + " sends " + route.destination()
                + " to " + route.target();
        return along(
                route,
                address,
                start.and(
                        Station.ROUTE_TABLE,
                        new Hop(ROUTES, table.id(), "passed", route.destination() + " → " + route.target()),
                        new Evidence(fact, source)),
                source);
    }

    private Way along(Route route, Optional<Address> address, Track track, String source) {
        boolean dead = route.state().equals("blackhole");
        return switch (Target.of(route.target())) {
            case NAT_GATEWAY -> nat(route, address, track, source);
            case INTERNET_GATEWAY ->
                dead ? blackhole(route, track, source) : new InternetWay(this, route).from(address, track);
            case EGRESS_ONLY_GATEWAY -> dead ? blackhole(route, track, source) : egressOnly(route, track, source);
            case ENDPOINT ->
                dead
                        ? blackhole(route, track, source)
                        : toService(route)
                                ? new Open(null, track)
                                : leaves(route, track.resources().first(ROUTES), track);
            case INTERFACE, INSTANCE, TRANSIT_GATEWAY, PEERING, VPN_GATEWAY, OTHER ->
                dead
                        ? blackhole(route, track, source)
                        : leaves(route, track.resources().first(ROUTES), track);
            case LOCAL -> new Inside(track);
        };
    }

    /** The routes of the table but those of gateway endpoints, which lead to one service of AWS's only. */
    private List<Route> others(RouteTable table) {
        return table.routes().stream().filter(route -> !toService(route)).toList();
    }

    /** Whether the route is that of a gateway endpoint, and not one to a firewall's endpoint for a list of a user's. */
    boolean toService(Route route) {
        if (Target.of(route.target()) != Target.ENDPOINT || !route.destination().startsWith("pl-")) {
            return false;
        }
        return switch (inquiry.account().networks().endpoints(place.subnet().vpcId())) {
            case Unknown<List<Endpoint>> _ -> true;
            case Known<List<Endpoint>>(List<Endpoint> all, String _) ->
                all.stream()
                        .anyMatch(e -> e.id().equals(route.target()) && e.type().equals("Gateway"));
        };
    }

    /** What is told where a route leads out of what we can see. */
    static Way leaves(Route route, String table, Track track) {
        Target target = Target.of(route.target());
        String fact = "The route " + route.destination() + " of " + table + " leads to " + target.words() + " ("
                + route.target() + "), which is outside our view";
        Evidence evidence = new Evidence(fact, "ec2:DescribeRouteTables");
        return new Beyond(
                target,
                fact,
                track.and(
                        Station.GATEWAY,
                        new Hop("next-hop", route.target(), "inconclusive", target.words() + ", outside our view"),
                        evidence));
    }

    private static Way egressOnly(Route route, Track track, String source) {
        String fact = "Egress-only internet gateway " + route.target() + " lets connections out";
        return new Open(
                null,
                track.and(
                        Station.GATEWAY,
                        new Hop("egress-only-gateway", route.target(), "passed", "lets connections out"),
                        new Evidence(fact, source)));
    }

    private static Way blackhole(Route route, Track track, String source) {
        String fact = "The route " + route.destination() + " of "
                + track.resources().first(ROUTES) + " points at " + route.target() + ", which no longer exists";
        return new Closed(
                "blackhole",
                track.and(
                        Station.GATEWAY,
                        new Hop("target", route.target(), "failed", "no longer exists"),
                        new Evidence(fact, source)));
    }

    private Way nat(Route route, Optional<Address> address, Track track, String source) {
        return switch (inquiry.account().networks().natGateway(route.target())) {
            case Unknown<Optional<NatGateway>> unknown -> new Unseen(unknown.why());
            case Known<Optional<NatGateway>>(Optional<NatGateway> found, String natSource) ->
                found.isEmpty()
                        ? blackhole(route, track, source)
                        : new NatWay(this, found.get(), address).from(track, natSource);
        };
    }
}
