package io.github.ecsmedic.check;

import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.check.Way.Closed;
import io.github.ecsmedic.check.Way.Open;
import io.github.ecsmedic.check.Way.Track;
import io.github.ecsmedic.check.Way.Unseen;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.network.Address;
import io.github.ecsmedic.network.Target;
import java.util.Optional;

/** Follows a packet through a NAT gateway, which must be available and public and have a way to the internet itself. */
record NatWay(WayOut way, NatGateway nat, Optional<Address> address) {
    /** Where the packet goes from the NAT gateway. */
    Way from(Track track, String source) {
        boolean works = nat.state().equals("available") && nat.publicType();
        String addresses = nat.publicAddresses().isEmpty() ? "" : " with " + String.join(", ", nat.publicAddresses());
        String says = !nat.state().equals("available")
                ? nat.state()
                : nat.publicType() ? "available" + addresses : "a private one, which does not lead to the internet";
        Track further = track.and(
                Station.GATEWAY,
                new Hop("nat-gateway", nat.id(), works ? "passed" : "failed", says),
                new Evidence("NAT gateway " + nat.id() + " is " + says, source));
        if (works) {
            return nat.subnet().isEmpty() ? new Open(nat, further) : onward(further);
        }
        return new Closed(nat.state().equals("available") ? "nat-private" : "nat-unavailable", further);
    }

    private Way onward(Track track) {
        return switch (way.table(nat.subnet())) {
            case Unknown<RouteTable> unknown -> new Unseen(unknown.why());
            case Known<RouteTable>(RouteTable table, String source) ->
                switch (way.chosen(table, address)) {
                    case Unknown<Optional<Route>> unknown -> new Unseen(unknown.why());
                    case Known<Optional<Route>>(Optional<Route> chosen, String _) -> {
                        Track at = track.and(Resources.of("nat-subnet", nat.subnet()));
                        Optional<Route> out = chosen.filter(r -> !r.state().equals("blackhole"));
                        yield out.isEmpty() ? shut(table, at, source) : by(table, out.get(), at, source);
                    }
                };
        };
    }

    private Way shut(RouteTable table, Track track, String source) {
        String fact = "Route table " + table.id() + " of " + nat.subnet() + ", the subnet of " + nat.id()
                + ", has no working route to the internet";
        return new Closed(
                "nat-without-internet",
                track.and(
                        Station.ONWARD_ROUTE,
                        new Hop("nat-route-table", table.id(), "failed", "no working route to the internet"),
                        new Evidence(fact, source)));
    }

    private Way by(RouteTable table, Route route, Track track, String source) {
        String says = route.destination() + " → " + route.target();
        return switch (Target.of(route.target())) {
            case INTERNET_GATEWAY -> new Open(nat, passed(table, says, route, track, source));
            case NAT_GATEWAY -> {
                String fact = "The route of " + table.id() + ", the table of " + nat.id() + "'s own subnet, leads to "
                        + route.target() + " and not to an internet gateway";
                yield new Closed(
                        "nat-without-internet",
                        track.and(
                                Station.ONWARD_ROUTE,
                                new Hop("nat-route-table", table.id(), "failed", says + ", no internet gateway"),
                                new Evidence(fact, source)));
            }
            case ENDPOINT ->
                way.toService(route)
                        ? new Open(
                                nat,
                                passed(
                                        table,
                                        says,
                                        route,
                                        track.and(Resources.of("gateway-endpoint", route.target())),
                                        source))
                        : WayOut.leaves(route, table.id(), track);
            case LOCAL, EGRESS_ONLY_GATEWAY, INTERFACE, INSTANCE, TRANSIT_GATEWAY, PEERING, VPN_GATEWAY, OTHER ->
                WayOut.leaves(route, table.id(), track);
        };
    }

    private Track passed(RouteTable table, String says, Route route, Track track, String source) {
        String fact = "Route table " + table.id() + " of " + nat.subnet() + " leads to " + route.target();
        return track.and(
                Station.ONWARD_ROUTE,
                new Hop("nat-route-table", table.id(), "passed", says),
                new Evidence(fact, source));
    }
}
