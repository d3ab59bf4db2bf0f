package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Exhibit.Stop;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for the interface endpoint of the service that was asked. */
public final class InterfaceEndpoint implements AboutLeg {
    @Override
    public String id() {
        return "interface-endpoint";
    }

    @Override
    public String question() {
        return "Does the VPC have a usable interface endpoint for the service that was asked";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(Legs.ACTIONS, Place.ACTIONS, WayOut.ACTIONS),
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeVpcEndpoints");
    }

    @Override
    public Optional<Station> station() {
        return Optional.of(Station.ENDPOINT);
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        if (leg.s3() && leg.services().isEmpty()) {
            return new NotApplicable("the packets go to Amazon S3, which a gateway endpoint serves");
        }
        if (leg.services().isEmpty()) {
            return new NotApplicable("no endpoint of this region can serve " + leg.destination());
        }
        if (Leg.unresolved(inquiry)) {
            return new NotApplicable("the name did not resolve, so no endpoint was tried");
        }
        return Reads.then(
                Place.of(inquiry),
                (place, _) -> Reads.then(
                        inquiry.account().networks().endpoints(place.subnet().vpcId()),
                        (endpoints, source) -> verdict(inquiry, leg, place, endpoints, source)));
    }

    private static CheckResult verdict(Inquiry inquiry, Leg leg, Place place, List<Endpoint> all, String source) {
        String region = inquiry.subject().region();
        List<Endpoint> found = leg.services().stream()
                .flatMap(service -> Endpoints.interfaces(all, region, service).stream())
                .toList();
        List<String> missing = leg.services().stream()
                .filter(service -> Endpoints.interfaces(all, region, service).isEmpty())
                .toList();
        if (!missing.isEmpty() && leg.internal()) {
            return new Failed(
                    "elsewhere",
                    place.resources(),
                    new Evidence(
                            place.subnet().vpcId() + " has no interface endpoint for " + String.join(", ", missing)
                                    + ", yet the name leads to " + leg.address(),
                            source));
        }
        if (!missing.isEmpty()) {
            return missing(inquiry, place, all, missing, source);
        }
        return leg.internal()
                ? dialled(inquiry, leg, place, found, source)
                : usable(inquiry, leg, place, found, source);
    }

    /** A private address is that of an endpoint, or else the name leads somewhere else. */
    private static CheckResult dialled(Inquiry inquiry, Leg leg, Place place, List<Endpoint> found, String source) {
        List<String> adapters =
                found.stream().flatMap(e -> e.networkInterfaces().stream()).toList();
        boolean elsewhere = inquiry.account().networks().interfaces(adapters)
                        instanceof Known<List<NetworkInterface>>(List<NetworkInterface> all, String _)
                && !all.isEmpty()
                && all.stream().noneMatch(adapter -> adapter.addresses().contains(leg.address()));
        return elsewhere
                ? new Failed(
                        "elsewhere",
                        place.resources(),
                        new Evidence(
                                leg.address() + " is no address of "
                                        + String.join(
                                                ", ",
                                                found.stream().map(Endpoint::id).toList()),
                                source))
                : usable(inquiry, leg, place, found, source);
    }

    private static CheckResult usable(Inquiry inquiry, Leg leg, Place place, List<Endpoint> found, String source) {
        List<Endpoint> broken = found.stream().filter(e -> !e.available()).toList();
        if (!broken.isEmpty()) {
            return new Failed(
                    "unavailable",
                    place.resources().and(ids(broken)),
                    broken.stream()
                            .map(e -> new Evidence(
                                    "Endpoint " + e.id() + " for " + e.service() + " is " + e.state(), source))
                            .toList(),
                    List.of(new Exhibit.Path(broken.stream()
                            .map(e -> stop(e, Stops.unlessOpen(inquiry, leg, place)))
                            .toList())));
        }
        return new Passed(
                place.resources().and(ids(found)),
                found.stream()
                        .map(e -> new Evidence("Endpoint " + e.id() + " for " + e.service() + " is available", source))
                        .toArray(Evidence[]::new));
    }

    private static Stop stop(Endpoint broken, String verdict) {
        return new Stop(
                Station.ENDPOINT,
                new Hop("endpoint", broken.id(), verdict, broken.service() + " is " + broken.state()));
    }

    private static CheckResult missing(
            Inquiry inquiry, Place place, List<Endpoint> all, List<String> missing, String source) {
        String region = inquiry.subject().region();
        String vpc = place.subnet().vpcId();
        List<Endpoint> others = Leg.SERVICES.stream()
                .flatMap(service -> Endpoints.interfaces(all, region, service).stream())
                .toList();
        List<Resource> names = new ArrayList<>();
        missing.forEach(service -> names.add(new Resource("service-name", "com.amazonaws." + region + "." + service)));
        others.forEach(
                e -> e.securityGroups().forEach(group -> names.add(new Resource("endpoint-security-group", group))));
        String fact = others.isEmpty()
                ? vpc + " has no interface endpoint for the services that a task needs"
                : vpc + " has interface endpoints, but none for " + String.join(", ", missing);
        return new Failed(
                others.isEmpty() ? "none-at-all" : "missing",
                place.resources().and(new Resources(names)),
                new Evidence(fact, source));
    }

    private static Resources ids(List<Endpoint> endpoints) {
        return new Resources(
                endpoints.stream().map(e -> new Resource("endpoint", e.id())).toList());
    }
}
