package io.github.ecsmedic.incident;

import io.github.ecsmedic.model.Diagnosis;
import java.util.Optional;

/** Which incident a diagnosed failure belongs to. */
public sealed interface Joining {
    /** It is a fault of its own. */
    record Opens(Fingerprint fingerprint) implements Joining {}

    /** It is the same fault; {@code fingerprint} is what the incident is known by from now on. */
    record Joins(Incident incident, Fingerprint fingerprint) implements Joining {}

    /**
     * Decides it.
     *
     * <p>An incident that nobody could explain yet takes the cause that is found later. A failure that could not be
     * explained this time, though its message is the same, belongs to the incident whose cause is known. Another known
     * cause is another incident.
     *
     * @param byCause the newest incident under the diagnosis's {@link Fingerprint#ofCause}, if any
     * @param bySymptom the newest incident under {@link Fingerprint#ofSymptom}, if any
     */
    static Joining of(
            Sighting sighting, Diagnosis diagnosis, Optional<Incident> byCause, Optional<Incident> bySymptom) {
        Optional<Fingerprint> cause = Fingerprint.ofCause(diagnosis);
        Optional<Incident> same = byCause.filter(i -> lives(i, sighting));
        if (same.isPresent()) {
            return new Joins(same.get(), same.get().fingerprint());
        }
        Optional<Incident> alike = bySymptom.filter(i -> lives(i, sighting));
        if (alike.isPresent()) {
            Incident incident = alike.get();
            boolean explained = Fingerprint.ofCause(incident.diagnosis()).isPresent();
            if (cause.isEmpty() || !explained) {
                return new Joins(incident, cause.orElse(incident.fingerprint()));
            }
        }
        return new Opens(cause.orElseGet(() -> Fingerprint.ofSymptom(sighting.symptom())));
    }

    /**
     * Not over, or over only after this failure happened: then it is known that its service was well, so that nobody has
     * to hear of it. Of a service that the incident did not hit that is not known.
     */
    private static boolean lives(Incident incident, Sighting sighting) {
        Ending ending = incident.ending();
        String scope = Fingerprint.scope(sighting.symptom().subject());
        return ending == null
                || (!sighting.at().isAfter(ending.at())
                        && incident.members().stream().anyMatch(m -> m.scope().equals(scope)));
    }
}
