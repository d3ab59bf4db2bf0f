package io.github.ecsmedic.incident;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a service failed last, as far as a storm has to know it.
 *
 * @param at when, by AWS's clock
 * @param incident to which the failure belongs
 * @param cause the id of the cause, or {@code ""} when none is at least probable
 * @param summary what it is, in one sentence, or {@code ""}
 * @param shared whether the incident is about an object that other services use too
 * @param objects what it might have in common with others: {@code nat-gateway nat-0a1}
 */
public record Plight(
        Instant at, String incident, String label, String cause, String summary, boolean shared, List<String> objects) {
    /** Kinds of objects that several services stand on. */
    private static final Set<String> COMMON = Set.of(
            "vpc",
            "subnet",
            "route-table",
            "nat-gateway",
            "endpoint",
            "network-acl",
            "security-group",
            "role",
            "secret",
            "key",
            "repository",
            "file-system",
            "instance",
            "capacity-provider",
            "availability-zone");

    private static final int LONGEST = 240;
    private static final int OBJECTS = 12;

    public Plight {
        objects = List.copyOf(objects);
    }

    /** Of a failure at that time, which belongs to the incident. */
    public static Plight of(Instant at, Incident incident) {
        Diagnosis d = incident.diagnosis();
        Optional<Cause> cause = d.causes().stream().findFirst().filter(c -> c.certainty() != Certainty.POSSIBLE);
        String summary = cause.map(Cause::summary).orElse("");
        return new Plight(
                at,
                incident.id(),
                d.label(),
                cause.map(Cause::id).orElse(""),
                summary.substring(0, Math.min(LONGEST, summary.length())),
                incident.fingerprint().shared(),
                cause.stream()
                        .flatMap(c -> Stream.concat(c.shared().all().stream(), c.resources().all().stream()))
                        .filter(r -> COMMON.contains(r.kind()))
                        .map(Plight::named)
                        .distinct()
                        .limit(OBJECTS)
                        .toList());
    }

    private static String named(Resource resource) {
        return resource.kind() + " " + resource.id();
    }
}
