package io.github.ecsmedic.incident;

import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.OwnerTags;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Symptom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Diagnoses and sightings as incidents meet them. */
public final class Seen {
    public static final Instant START = Instant.parse("2026-11-20T03:00:00Z");

    private Seen() {}

    public static Instant minute(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    public static Subject service(String name) {
        return new Subject("111122223333", "us-east-1", "prod", name, "", name + ":7");
    }

    public static Subject oneOff(String family) {
        return new Subject("111122223333", "us-east-1", "prod", "", "", family + ":7");
    }

    /** A cause that is this service's alone. */
    public static Cause secretGone(String secret) {
        return new Cause(
                "secret.not_found",
                Certainty.PROVEN,
                "The secret does not exist",
                Resources.of("task-definition", "api:7", "secret", secret),
                List.of(new Evidence("it is not there", "secretsmanager:DescribeSecret")));
    }

    /** A cause that others share. */
    public static Cause natGone(String nat) {
        return new Cause(
                "network.nat_unavailable",
                Certainty.PROVEN,
                "The NAT gateway is not available",
                Resources.of("vpc", "vpc-0aa1", "subnet", "subnet-0aa1", "nat-gateway", nat),
                Resources.of("nat-gateway", nat),
                List.of());
    }

    public static Cause nothing() {
        return new Cause("unknown", Certainty.POSSIBLE, "Nothing is proven", Resources.NONE, List.of());
    }

    public static Diagnosis diagnosis(Subject subject, String label, Cause cause) {
        return new Diagnosis(
                subject,
                label,
                AlertClass.FAILURE,
                "made up",
                START,
                Diagnosis.Capacity.UNKNOWN,
                List.of(cause),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Diagnosis.Looked.NONE,
                List.of(),
                LogTail.NONE,
                List.of(),
                List.of(),
                Diagnosis.Cost.NONE);
    }

    /** The same of a service with these tags. */
    public static Diagnosis tagged(Diagnosis d, OwnerTags tags) {
        return new Diagnosis(
                d.subject(),
                d.label(),
                d.alert(),
                d.message(),
                d.failedAt(),
                d.capacity(),
                d.causes(),
                d.sideFindings(),
                d.refuted(),
                d.notChecked(),
                d.path(),
                d.alsoAffected(),
                d.looked(),
                d.changes(),
                d.log(),
                d.difference(),
                d.fixes(),
                d.cost(),
                tags);
    }

    /** The same of a service that lacks a task, at that deployment. */
    public static Diagnosis deployed(Diagnosis d, String deployment) {
        return deployed(d, deployment, d.failedAt());
    }

    /** The same at another time. */
    public static Diagnosis deployed(Diagnosis d, String deployment, Instant failedAt) {
        return new Diagnosis(
                d.subject(),
                d.label(),
                d.alert(),
                d.message(),
                failedAt,
                new Diagnosis.Capacity(1, 2, deployment),
                d.causes(),
                d.sideFindings(),
                d.refuted(),
                d.notChecked(),
                d.path(),
                d.alsoAffected(),
                d.looked(),
                d.changes(),
                d.log(),
                d.difference(),
                d.fixes(),
                d.cost(),
                d.tags());
    }

    public static Symptom symptom(Diagnosis diagnosis, String... named) {
        return new Symptom(diagnosis.subject(), diagnosis.label(), diagnosis.alert(), List.of(named));
    }

    /** A task of its own at each minute. */
    public static Sighting at(long minute, Diagnosis diagnosis, String... named) {
        return new Sighting(
                new EventKey("task-" + diagnosis.subject().service() + minute, 5),
                minute(minute),
                symptom(diagnosis, named),
                false,
                Optional.of(diagnosis));
    }

    /** A new incident of the diagnosis. */
    public static Incident incident(String id, long minute, Diagnosis diagnosis) {
        Sighting sighting = at(minute, diagnosis);
        return Incident.open(
                id,
                Fingerprint.ofCause(diagnosis).orElseGet(() -> Fingerprint.ofSymptom(sighting.symptom())),
                sighting,
                diagnosis,
                List.of());
    }
}
