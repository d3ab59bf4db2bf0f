package io.github.ecsmedic.treat;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.incident.Attempt;
import io.github.ecsmedic.incident.AuditChain;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.AuditRecord.Phase;
import io.github.ecsmedic.incident.AuditRecord.Word;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Treatment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the audit's records of one fix. Who holds the lease of the place is the only one who may commit them. */
record Notary(Ledger ledger, Incident incident, Treatment treatment) {
    /** An intent that is open is hardly ever older than so many records. */
    private static final int LATEST = 50;

    /** The next record of the place; empty when the note calls for none. */
    Optional<AuditRecord> record(Note note, Instant now) {
        return switch (note) {
            case Note.None() -> Optional.empty();
            case Note.Intent(Request request, String seen, boolean undo) ->
                Optional.of(next(attempt(request, seen, undo), new Phase.Intent(), now));
            case Note.Outcome(Word word, String why) ->
                open().map(intent -> next(intent.attempt(), new Phase.Outcome(intent.sequence(), word, why), now));
        };
    }

    /** The intent of this fix whose outcome is not kept yet. */
    Optional<AuditRecord> open() {
        Optional<AuditRecord> among = open(LATEST);
        return among.isPresent() || treatment.seen().isEmpty() ? among : open(Integer.MAX_VALUE);
    }

    private Optional<AuditRecord> open(int latest) {
        return AuditChain.open(ledger.audit(place(), latest)).stream()
                .filter(r -> r.attempt().incident().equals(incident.id())
                        && r.attempt().plan().equals(treatment.plan()))
                .findFirst();
    }

    private AuditRecord next(Attempt attempt, Phase phase, Instant now) {
        return AuditRecord.after(ledger.auditHead(place()), attempt, phase, now);
    }

    private Attempt attempt(Request request, String seen, boolean undo) {
        return new Attempt(
                Fingerprint.scope(treatment.basis().subject()),
                incident.id(),
                treatment.fix(),
                treatment.plan(),
                undo,
                people(undo),
                request.iamAction(),
                List.copyOf(request.argv()),
                seen);
    }

    private List<String> people(boolean undo) {
        Treatment.Recall recall = treatment.recall();
        return undo && recall != null ? List.of(recall.person()) : treatment.people();
    }

    private String place() {
        return incident.fingerprint().place();
    }
}
