package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.network.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for the S3 endpoint that a private subnet needs for image layers and environment files. */
public final class S3Gateway implements AboutLeg {
    @Override
    public String id() {
        return "s3-gateway";
    }

    @Override
    public String question() {
        return "Does an S3 gateway endpoint serve the route table of the task's subnet";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(Legs.ACTIONS, Place.ACTIONS, WayOut.ACTIONS),
                "ec2:DescribeRouteTables",
                "ec2:DescribeVpcEndpoints");
    }

    @Override
    public Optional<Station> station() {
        return Optional.of(Station.ENDPOINT);
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        if (!leg.s3()) {
            return new NotApplicable("the packets do not go to Amazon S3");
        }
        if (!Hosts.here(leg.host(), inquiry.subject().region())) {
            return new NotApplicable("a gateway endpoint serves only its own region, not that of " + leg.host());
        }
        if (leg.internal()) {
            return new NotApplicable(leg.address() + " is a private address, to which no gateway endpoint leads");
        }
        return Reads.then(Place.of(inquiry), (place, _) -> at(inquiry, leg, place));
    }

    private static CheckResult at(Inquiry inquiry, Leg leg, Place place) {
        String vpc = place.subnet().vpcId();
        return Reads.then(
                inquiry.account().networks().endpoints(vpc),
                (endpoints, source) -> Reads.then(
                        inquiry.account().networks().routeTable(place.subnet().id(), vpc),
                        (table, _) -> overtaken(inquiry, leg, place, table)
                                ? new NotApplicable("another route of " + table.id() + " is more specific than that of"
                                        + " an S3 gateway endpoint for " + leg.address())
                                : verdict(inquiry, place, table, endpoints, source)));
    }

    /** Whether the dialled address takes a route of its own, neither the default one nor one to an endpoint. */
    private static boolean overtaken(Inquiry inquiry, Leg leg, Place place, RouteTable table) {
        return leg.dialled().isPresent()
                && new WayOut(inquiry, place).chosen(table, leg.dialled())
                        instanceof Known<Optional<Route>>(Optional<Route> route, String _)
                && route.filter(r -> !r.destination().equals("0.0.0.0/0"))
                        .filter(r -> Target.of(r.target()) != Target.ENDPOINT)
                        .isPresent();
    }

    private static CheckResult verdict(
            Inquiry inquiry, Place place, RouteTable table, List<Endpoint> endpoints, String source) {
        String vpc = place.subnet().vpcId();
        Resources seen = place.resources().and(Resources.of("route-table", table.id()));
        List<Endpoint> all = Endpoints.of(endpoints, inquiry.subject().region(), "s3");
        List<Endpoint> gateways =
                all.stream().filter(e -> e.type().equals("Gateway")).toList();
        Optional<Endpoint> serving =
                gateways.stream().filter(e -> serves(e, table)).findFirst();
        if (serving.isPresent()) {
            Endpoint gateway = serving.get();
            Resources named = seen.and(Resources.of("endpoint", gateway.id()));
            boolean up = gateway.available();
            Evidence fact = new Evidence(
                    "S3 gateway endpoint " + gateway.id() + (up ? " serves " + table.id() : " is " + gateway.state()),
                    source);
            return up
                    ? new Passed(named, List.of(fact), path(gateway, "passed"))
                    : new Failed("unavailable", named, List.of(fact), path(gateway, "failed"));
        }
        Optional<Endpoint> byInterface =
                all.stream().filter(e -> e.available() && e.privateDns()).findFirst();
        if (byInterface.isPresent()) {
            return new Passed(
                    seen.and(Resources.of("endpoint", byInterface.get().id())),
                    new Evidence("S3 interface endpoint " + byInterface.get().id() + " serves " + vpc, source));
        }
        if (gateways.isEmpty()) {
            return new Failed("missing", seen, new Evidence(vpc + " has no gateway endpoint for Amazon S3", source));
        }
        Endpoint gateway = gateways.getFirst();
        return new Failed(
                "not-associated",
                seen.and(Resources.of("endpoint", gateway.id())),
                new Evidence(
                        "S3 gateway endpoint " + gateway.id() + " is associated with "
                                + (gateway.routeTables().isEmpty()
                                        ? "no route table"
                                        : String.join(", ", gateway.routeTables()))
                                + ", not with " + table.id(),
                        source));
    }

    private static List<Exhibit> path(Endpoint gateway, String verdict) {
        return List.of(new Exhibit.Path(
                Stops.at(Station.ENDPOINT, gateway.id(), verdict, gateway.service() + " is " + gateway.state())));
    }

    /** Whether the table sends what is meant for the endpoint to it. */
    static boolean serves(Endpoint gateway, RouteTable table) {
        return gateway.routeTables().contains(table.id())
                || table.routes().stream().anyMatch(r -> r.target().equals(gateway.id()));
    }
}
