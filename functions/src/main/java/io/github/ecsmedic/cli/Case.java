package io.github.ecsmedic.cli;

import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Joining;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Found;
import io.github.ecsmedic.incident.Sighting;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Symptom;
import io.github.ecsmedic.notify.KeptDiagnosis;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis made at a shell, as the incident that it belongs to.
 *
 * @param before the incident as the ledger has it; null when it has none
 * @param change what would have to be stored first; nothing is stored yet
 */
record Case(Diagnosis diagnosis, @Nullable Incident before, Change change) {
    private static final EventKey NO_EVENT = new EventKey("shell", 1);

    /** Finds or makes the incident. */
    static Case of(Diagnosis diagnosis, Room room) {
        Diagnosis kept = KeptDiagnosis.of(diagnosis, false);
        Symptom symptom = new Symptom(kept.subject(), kept.label(), kept.alert(), List.of());
        Fingerprint by = Fingerprint.ofCause(kept).orElseGet(() -> Fingerprint.ofSymptom(symptom));
        Instant failed = kept.failedAt();
        Sighting sighting =
                new Sighting(NO_EVENT, failed == null ? room.now() : failed, symptom, false, Optional.of(kept));
        Found found = room.ledger().find(NO_EVENT, List.of(by));
        return switch (Joining.of(sighting, kept, found.under(by), Optional.empty())) {
            case Joining.Joins(Incident known, Fingerprint _) ->
                new Case(diagnosis, known, new Change(known.version(), joined(known, sighting), Map.of()));
            case Joining.Opens(Fingerprint as) ->
                new Case(
                        diagnosis,
                        null,
                        new Change(
                                0,
                                Incident.open(UUID.randomUUID().toString(), as, sighting, kept, List.of()),
                                Map.of(as, found.idUnder(as))));
        };
    }

    /** Its failures are counted by events. What was known of it stays when the same would be done by it. */
    private static Incident joined(Incident known, Sighting sighting) {
        Incident anew = known.again(counted(sighting, sighting.diagnosis()));
        Incident asBefore = known.again(counted(sighting, Optional.empty()));
        return hashes(anew).equals(hashes(asBefore)) ? asBefore : anew;
    }

    private static Sighting counted(Sighting s, Optional<Diagnosis> diagnosis) {
        return new Sighting(s.event(), s.at(), s.symptom(), true, diagnosis);
    }

    private static List<String> hashes(Incident incident) {
        return Room.PLANS.runnable(incident).stream().map(Plan::hash).toList();
    }

    Incident incident() {
        return change.to();
    }
}
