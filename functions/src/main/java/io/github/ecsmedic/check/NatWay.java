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
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.network.Routing;
import io.github.ecsmedic.network.Target;
import java.util.Optional;

/** Follows a packet through a NAT gateway, which must be available and public and have a way to the internet itself. */
record NatWay(WayOut way, NatGateway nat) {
    /** Where the packet goes from the NAT gateway. */
    Way from(Track track, String source) {
        String named = "NAT gateway " + nat.id();
        if (!nat.state().equals("available")) {
            Evidence fact = new Evidence(named + " is " + nat.state(), source);
            return new Closed("nat-unavailable", track.and(Station.GATEWAY, "nat-gateway", nat.id(), fact, "failed"));
        }
        if (!nat.publicType()) {
            Evidence fact = new Evidence(named + " is a private one, which does not lead to the internet", source);
            return new Closed("nat-private", track.and(Station.GATEWAY, "nat-gateway", nat.id(), fact, "failed"));
        }
        String addresses = nat.publicAddresses().isEmpty() ? "" : " with " + String.join(", ", nat.publicAddresses());
        Evidence fact = new Evidence(named + " is available" + addresses, source);
        Track further = track.and(Station.GATEWAY, "nat-gateway", nat.id(), fact, "passed");
        return nat.subnet().isEmpty() ? new Open(nat, further) : onward(further);
    }

    private Way onward(Track track) {
        return switch (way.table(nat.subnet())) {
            case Unknown<RouteTable> unknown -> new Unseen(unknown.why());
            case Known<RouteTable>(RouteTable table, String source) -> {
                Optional<Route> out = Routing.byDefault(table.routes(), false);
                Track at = track.and(Resources.of("nat-subnet", nat.subnet()));
                if (out.isEmpty() || out.get().state().equals("blackhole")) {
                    String fact = "Route table " + table.id() + " of " + nat.subnet() + ", the subnet of " + nat.id()
                            + ", has no working default route";
                    yield new Closed(
                            "nat-without-internet",
                            at.and(Station.ONWARD_ROUTE, "nat-route-table", table.id(), new Evidence(fact, source), "failed"));
                }
                yield switch (Target.of(out.get().target())) {
                    case INTERNET_GATEWAY -> {
                        String fact = "Route table " + table.id() + " of " + nat.subnet() + " leads to "
                                + out.get().target();
                        yield new Open(
                                nat, at.and(Station.ONWARD_ROUTE, "nat-route-table", table.id(), new Evidence(fact, source), "passed"));
                    }
                    case NAT_GATEWAY -> {
                        String fact = "The default route of " + table.id() + ", the table of " + nat.id()
                                + "'s own subnet, leads to " + out.get().target() + " and not to an internet gateway";
                        yield new Closed(
                                "nat-without-internet",
                                at.and(Station.ONWARD_ROUTE, "nat-route-table", table.id(), new Evidence(fact, source), "failed"));
                    }
                    case LOCAL,
                            EGRESS_ONLY_GATEWAY,
                            ENDPOINT,
                            INTERFACE,
                            INSTANCE,
                            TRANSIT_GATEWAY,
                            PEERING,
                            VPN_GATEWAY,
                            OTHER -> WayOut.leaves(out.get(), table.id());
                };
            }
        };
    }
}
