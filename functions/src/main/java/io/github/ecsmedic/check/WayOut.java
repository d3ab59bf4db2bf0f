package io.github.ecsmedic.check;

import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.check.Way.Closed;
import io.github.ecsmedic.check.Way.Open;
import io.github.ecsmedic.check.Way.Track;
import io.github.ecsmedic.check.Way.Unseen;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.network.Address;
import io.github.ecsmedic.network.Routing;
import io.github.ecsmedic.network.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows a packet from the task's subnet to the internet: route, gateway, NAT gateway and the NAT gateway's own route. */
record WayOut(Inquiry inquiry, Place place) {
    /** What {@link #to} may read. */
    static final Set<String> ACTIONS = Set.of(
            "ec2:DescribeRouteTables",
            "ec2:DescribeNatGateways",
            "ec2:DescribeInternetGateways",
            "ec2:GetManagedPrefixListEntries",
            "ecs:DescribeServices");

    private static final String ROUTES = "route-table";

    /** The way to one address, or to whatever no other route matches when it is not known. */
    Way to(Optional<Address> address) {
        return switch (table(place.subnet().id())) {
            case Unknown<RouteTable> unknown -> new Unseen(unknown.why());
            case Known<RouteTable>(RouteTable table, String source) -> through(table, source, address);
        };
    }

    /** The effective table of a subnet of the VPC. */
    Answer<RouteTable> table(String subnet) {
        return inquiry.account().networks().routeTable(subnet, place.subnet().vpcId());
    }

    private Way through(RouteTable table, String source, Optional<Address> address) {
        Map<String, PrefixList> lists = new HashMap<>();
        if (address.isPresent()) {
            for (String id : Routing.listsIn(table.routes())) {
                switch (inquiry.account().networks().prefixList(id)) {
                    case Unknown<PrefixList> unknown -> {
                        return new Unseen(unknown.why());
                    }
                    case Known<PrefixList>(PrefixList list, String _) -> lists.put(id, list);
                }
            }
        }
        String whither = address.isPresent() ? "the dialled address" : "the internet";
        Optional<Route> chosen = address.isPresent()
                ? Routing.choose(address.get(), table.routes(), lists)
                : Routing.byDefault(table.routes(), false);
        Track start = new Track(place.resources(), List.of(), List.of());
        String name = table.id() + (table.main() ? ", the main table of " + table.vpcId() + "," : "");
        if (chosen.isEmpty() || Target.of(chosen.get().target()) == Target.LOCAL) {
            String fact = "Route table " + name + " of subnet " + place.subnet().id() + " has no route to " + whither;
            return new Closed("no-route", start.and(Station.ROUTE_TABLE, ROUTES, table.id(), new Evidence(fact, source), "failed"));
        }
        Route route = chosen.get();
        String fact = "Route table " + name + " of subnet " + place.subnet().id() + " sends " + route.destination()
                + " to " + route.target();
        return along(route, address, start.and(Station.ROUTE_TABLE, ROUTES, table.id(), new Evidence(fact, source), "passed"), source);
    }

    private Way along(Route route, Optional<Address> address, Track track, String source) {
        boolean dead = route.state().equals("blackhole");
        return switch (Target.of(route.target())) {
            case NAT_GATEWAY -> nat(route, track, source);
            case INTERNET_GATEWAY -> dead ? blackhole(route, track, source) : internet(route, address, track);
            case EGRESS_ONLY_GATEWAY -> dead ? blackhole(route, track, source) : new Open(null, track);
            case ENDPOINT ->
                dead
                        ? blackhole(route, track, source)
                        : route.destination().startsWith("pl-")
                                ? new Open(null, track)
                                : leaves(route, track.resources().first(ROUTES));
            case INTERFACE, INSTANCE, TRANSIT_GATEWAY, PEERING, VPN_GATEWAY, OTHER ->
                dead
                        ? blackhole(route, track, source)
                        : leaves(route, track.resources().first(ROUTES));
            case LOCAL -> new Open(null, track);
        };
    }

    /** What is told where a route leads out of what we can see. */
    static Way leaves(Route route, String table) {
        return new Unseen("the route " + route.destination() + " of " + table + " leads to "
                + Target.of(route.target()).words() + " (" + route.target() + "), which is outside our view");
    }

    private static Way blackhole(Route route, Track track, String source) {
        String fact = "The route " + route.destination() + " of "
                + track.resources().first(ROUTES) + " points at " + route.target() + ", which no longer exists";
        return new Closed("blackhole", track.and(Station.GATEWAY, "target", route.target(), new Evidence(fact, source), "failed"));
    }

    private Way internet(Route route, Optional<Address> address, Track track) {
        return switch (inquiry.account()
                .networks()
                .internetGateway(place.subnet().vpcId())) {
            case Unknown<Optional<String>> unknown -> new Unseen(unknown.why());
            case Known<Optional<String>>(Optional<String> attached, String source) -> {
                if (!attached.equals(Optional.of(route.target()))) {
                    String fact = "Internet gateway " + route.target() + " is not attached to "
                            + place.subnet().vpcId();
                    yield new Closed(
                            "gateway-detached",
                            track.and(Station.GATEWAY, "internet-gateway", route.target(), new Evidence(fact, source), "failed"));
                }
                String fact = "Internet gateway " + route.target() + " is attached";
                Track further = track.and(Station.GATEWAY, "internet-gateway", route.target(), new Evidence(fact, source), "passed");
                yield address.filter(Address::isSix).isPresent()
                        ? new Unseen("whether the task has an IPv6 address is not in the event")
                        : publicAddress(further);
            }
        };
    }

    private Way publicAddress(Track track) {
        return switch (Place.deployment(inquiry)) {
            case Unknown<Optional<Deployment>> unknown -> new Unseen(unknown.why());
            case Known<Optional<Deployment>>(Optional<Deployment> found, String source) -> {
                if (found.isEmpty()) {
                    yield new Unseen("whether the task has a public address is known only to who started it");
                }
                Deployment deployment = found.get();
                String service = inquiry.subject().service();
                Evidence fact = new Evidence(
                        "assignPublicIp of service " + service + " is "
                                + (deployment.publicIp() ? "ENABLED" : "DISABLED"),
                        source);
                yield deployment.publicIp()
                        ? new Open(null, track.and(Station.GATEWAY, "service", service, fact, "passed"))
                        : new Closed(
                                "no-public-ip", track.and(network(deployment)).and(Station.GATEWAY, "service", service, fact, "failed"));
            }
        };
    }

    private static Resources network(Deployment deployment) {
        List<Resource> named = new ArrayList<>();
        deployment.subnets().forEach(id -> named.add(new Resource("service-subnet", id)));
        deployment.securityGroups().forEach(id -> named.add(new Resource("security-group", id)));
        return new Resources(named);
    }

    private Way nat(Route route, Track track, String source) {
        return switch (inquiry.account().networks().natGateway(route.target())) {
            case Unknown<Optional<NatGateway>> unknown -> new Unseen(unknown.why());
            case Known<Optional<NatGateway>>(Optional<NatGateway> found, String natSource) ->
                found.isEmpty()
                        ? blackhole(route, track, source)
                        : new NatWay(this, found.get()).from(track, natSource);
        };
    }
}
