package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.model.Answer.Known;
import java.util.List;
import java.util.Optional;

/** Finds the endpoints of a service among those of a VPC. */
final class Endpoints {
    private Endpoints() {}

    /** Those for a service such as {@code ecr.api}; the name's beginning differs between partitions. */
    static List<Endpoint> of(List<Endpoint> all, String region, String service) {
        String end = "." + region + "." + service;
        return all.stream().filter(e -> e.service().endsWith(end)).toList();
    }

    /** The interface endpoints for a service. */
    static List<Endpoint> interfaces(List<Endpoint> all, String region, String service) {
        return of(all, region, service).stream()
                .filter(e -> e.type().equals("Interface"))
                .toList();
    }

    /** Why no endpoint of the VPC can have been meant, so that its names do not matter; empty when one can, or who knows. */
    static Optional<String> absent(Inquiry inquiry, Leg leg, Place place) {
        String vpc = place.subnet().vpcId();
        boolean none = inquiry.account().networks().endpoints(vpc)
                        instanceof Known<List<Endpoint>>(List<Endpoint> all, String _)
                && leg.services().stream()
                        .allMatch(s ->
                                interfaces(all, inquiry.subject().region(), s).isEmpty());
        return none ? Optional.of(vpc + " has no endpoint for " + leg.destination()) : Optional.empty();
    }
}
