package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import java.util.List;

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
}
