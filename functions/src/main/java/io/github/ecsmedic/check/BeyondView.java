package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.HostedZone;
import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.Way.Track;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Exhibit.Stop;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.network.Authority;
import io.github.ecsmedic.network.Target;
import io.github.ecsmedic.network.ZoneAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Asks whether the whole way to the destination lies where we can look: it may lead through a transit gateway, a peering
 * or a firewall, start in a subnet of another account, or end at an address that is no endpoint's of this VPC.
 *
 * <p>Faults: {@code shared-vpc}, {@code address-unknown}, {@code name-leads-away}, or the kind of the next hop.
 */
public final class BeyondView implements AboutLeg {
    @Override
    public String id() {
        return "beyond-view";
    }

    @Override
    public String question() {
        return "Can every hop to the destination be seen from this account and VPC";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(NameQuestion.ACTIONS, Place.ACTIONS, WayOut.ACTIONS),
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeVpcEndpoints");
    }

    @Override
    public Optional<Station> station() {
        return Optional.of(Station.ROUTE_TABLE);
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        if (Leg.unresolved(inquiry)) {
            return new NotApplicable("the name did not resolve, so no packet was sent to it");
        }
        return Reads.then(
                Place.wherever(inquiry),
                (place, source) -> place.shared()
                        ? shared(place, source)
                        : nameDecides(inquiry, leg)
                                ? NameQuestion.ask(inquiry, leg, asked -> named(inquiry, leg, asked))
                                : seen(inquiry, leg, place));
    }

    /** Without a dialled address only the name tells where the packets went. */
    private static boolean nameDecides(Inquiry inquiry, Leg leg) {
        return leg.address().isEmpty() && NameQuestion.idle(inquiry, leg).isEmpty();
    }

    private static CheckResult named(Inquiry inquiry, Leg leg, NameQuestion asked) {
        List<String> values = asked.authority() instanceof Authority.OfZone(HostedZone zone)
                        && zone.records() instanceof Known<List<RecordSet>>(List<RecordSet> records, String _)
                ? ZoneAnswer.of(zone.name(), records, asked.host())
                : List.of();
        return values.isEmpty() || values.stream().anyMatch(value -> ownEndpoint(inquiry, leg, asked.place(), value))
                ? seen(inquiry, leg, asked.place())
                : elsewhere(asked, values);
    }

    /** Whether a record leads to an endpoint of this VPC: by its name or by an address of it. */
    private static boolean ownEndpoint(Inquiry inquiry, Leg leg, Place place, String value) {
        if (!(inquiry.account().networks().endpoints(place.subnet().vpcId())
                instanceof Known<List<Endpoint>>(List<Endpoint> all, String _))) {
            return false;
        }
        return all.stream().anyMatch(e -> value.contains(e.id()))
                || (inquiry.account().networks().interfaces(serving(inquiry, leg, all))
                                instanceof Known<List<NetworkInterface>>(List<NetworkInterface> found, String _)
                        && found.stream().anyMatch(i -> i.addresses().contains(value)));
    }

    private static CheckResult elsewhere(NameQuestion asked, List<String> values) {
        String to = String.join(", ", values);
        Evidence fact = new Evidence(
                "A private hosted zone leads " + asked.host() + " to " + to + ", which is no endpoint of "
                        + asked.place().subnet().vpcId() + ": what answers there cannot be seen",
                "route53:ListResourceRecordSets");
        Stop stop = Stops.at(Station.ENDPOINT, to, "inconclusive", "no endpoint of this VPC");
        return new Failed(
                "name-leads-away",
                asked.place().resources(),
                List.of(fact),
                List.of(new Exhibit.Path(asked.place().start(), stop)));
    }

    private static CheckResult shared(Place place, String source) {
        String owner = place.subnet().owner();
        Evidence fact = new Evidence(
                "Subnet " + place.subnet().id() + " belongs to account " + owner
                        + ", which shares it: its route tables, gateways and endpoints cannot be seen from here",
                source);
        Stop stop = new Stop(Station.ROUTE_TABLE, new Hop(Station.ROUTE_TABLE.word(), "", "inconclusive", fact.fact()));
        return new Failed(
                "shared-vpc",
                place.resources().and(Resources.of("owner", owner)),
                List.of(fact),
                List.of(new Exhibit.Path(place.start(), stop)));
    }

    private static CheckResult seen(Inquiry inquiry, Leg leg, Place place) {
        return switch (new WayOut(inquiry, place).to(Legs.aim(inquiry, leg), leg.destination())) {
            case Way.Unseen(String why) -> new Inconclusive(why);
            case Way.Beyond(Target target, String _, Track track) ->
                new Failed(
                        target.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        track.resources(),
                        track.evidence(),
                        path(place, track));
            case Way.Inside(Track track) -> inside(inquiry, leg, place, track);
            case Way.Closed(String _, Track track) -> new Passed(track.resources(), track.evidence(), List.of());
            case Way.Open(var _, Track track) -> new Passed(track.resources(), track.evidence(), path(place, track));
        };
    }

    private static List<Exhibit> path(Place place, Track track) {
        List<Stop> stops = new ArrayList<>(List.of(place.start()));
        stops.addAll(track.stops());
        return List.of(new Exhibit.Path(stops));
    }

    private static CheckResult inside(Inquiry inquiry, Leg leg, Place place, Track track) {
        return Reads.then(
                inquiry.account().networks().endpoints(place.subnet().vpcId()),
                (all, _) -> Reads.then(
                        inquiry.account().networks().interfaces(serving(inquiry, leg, all)),
                        (interfaces, source) -> owned(leg, place, track, interfaces, source)));
    }

    private static List<String> serving(Inquiry inquiry, Leg leg, List<Endpoint> all) {
        return leg.services().stream()
                .flatMap(s -> Endpoints.interfaces(all, inquiry.subject().region(), s).stream())
                .flatMap(e -> e.networkInterfaces().stream())
                .toList();
    }

    private static CheckResult owned(
            Leg leg, Place place, Track track, List<NetworkInterface> interfaces, String source) {
        if (interfaces.stream().anyMatch(i -> i.addresses().contains(leg.address()))) {
            return new Passed(track.resources(), track.evidence(), path(place, track));
        }
        Evidence fact = new Evidence(
                leg.destination() + " is no address of an endpoint in "
                        + place.subnet().vpcId() + ": what answers there cannot be seen",
                source);
        Track further = track.and(
                Station.ENDPOINT, new Hop("address", leg.address(), "inconclusive", "no endpoint of this VPC"), fact);
        return new Failed("address-unknown", further.resources(), further.evidence(), path(place, further));
    }
}
