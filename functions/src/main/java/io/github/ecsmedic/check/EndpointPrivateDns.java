package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks whether the endpoint answers to the service's public name, which is the one that tasks use. */
public final class EndpointPrivateDns implements AboutLeg {
    @Override
    public String id() {
        return "endpoint-private-dns";
    }

    @Override
    public String question() {
        return "Is private DNS on at the endpoint of the service that was asked";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Legs.ACTIONS, Place.ACTIONS, WayOut.ACTIONS), "ec2:DescribeVpcEndpoints");
    }

    @Override
    public Optional<Station> station() {
        return Optional.of(Station.NAME);
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        if (leg.services().isEmpty()) {
            return new NotApplicable("no interface endpoint serves " + leg.destination());
        }
        if (leg.internal()) {
            return new NotApplicable("the name resolved to " + leg.address() + ", a private address");
        }
        if (Leg.unresolved(inquiry)) {
            return new NotApplicable("the public name did not resolve, which needs no private DNS");
        }
        return Reads.then(
                Place.of(inquiry),
                (place, _) -> Reads.then(
                        inquiry.account().networks().endpoints(place.subnet().vpcId()),
                        (endpoints, source) -> verdict(inquiry, leg, place, endpoints, source)));
    }

    private static CheckResult verdict(Inquiry inquiry, Leg leg, Place place, List<Endpoint> all, String source) {
        List<Endpoint> found = leg.services().stream()
                .flatMap(s -> Endpoints.interfaces(all, inquiry.subject().region(), s).stream())
                .toList();
        if (found.isEmpty()) {
            return new NotApplicable(place.subnet().vpcId() + " has no endpoint for " + leg.destination());
        }
        List<Endpoint> off = found.stream().filter(e -> !e.privateDns()).toList();
        return off.isEmpty()
                ? new Passed(named(place, found), facts(found, "on", source), List.of())
                : new Failed(
                        "off",
                        named(place, off).and(kind("private-dns-off", off)),
                        facts(off, "off", source),
                        Stops.astray(
                                inquiry,
                                leg,
                                place,
                                facts(off, "off", source).getFirst().fact()));
    }

    private static Resources named(Place place, List<Endpoint> endpoints) {
        return place.resources().and(kind("endpoint", endpoints));
    }

    private static Resources kind(String kind, List<Endpoint> endpoints) {
        return new Resources(
                endpoints.stream().map(e -> new Resource(kind, e.id())).toList());
    }

    private static List<Evidence> facts(List<Endpoint> endpoints, String state, String source) {
        return endpoints.stream()
                .map(e -> new Evidence("Private DNS is " + state + " at endpoint " + e.id(), source))
                .toList();
    }
}
