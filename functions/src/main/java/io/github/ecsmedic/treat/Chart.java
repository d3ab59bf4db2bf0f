package io.github.ecsmedic.treat;

import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Action.Outcome;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.AuditRecord.Word;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Deed;
import io.github.ecsmedic.incident.Ledger.Held;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.model.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores what becomes of a fix: the state, the action that the guards remember and the messages in one commit. */
record Chart(Ward ward, Held held) {
    private static final int ATTEMPTS = 10;

    /**
     * Replaces {@code before}, which {@code read} has, by {@code after}; empty when nothing changed, when somebody else
     * went on with it, or when the lease is no longer held. Others may change the rest of the incident meanwhile.
     */
    Optional<Incident> keep(Incident read, Treatment before, Treatment after) {
        return keep(read, before, after, Note.NONE);
    }

    /** The same, with what it says of a request. */
    Optional<Incident> keep(Incident read, Treatment before, Treatment after, Note note) {
        if (after.equals(before)) {
            return Optional.empty();
        }
        Optional<Incident> from = Optional.of(read);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (from.flatMap(i -> i.treatment(before.plan()))
                    .filter(before::equals)
                    .isEmpty()) {
                return Optional.empty();
            }
            Incident to = from.get().treated(after);
            Change change = new Change(from.get().version(), to, Map.of());
            if (ward.ledger()
                    .commit(new Commit(
                            List.of(),
                            List.of(change),
                            ward.audience().of(from.get(), to),
                            List.of(),
                            new Deed(
                                    action(to, after).stream().toList(),
                                    Optional.of(held),
                                    audit(to, before, after, note))))) {
                ward.witness().accept(after);
                return Optional.of(to);
            }
            from = ward.ledger().incident(read.id());
        }
        return Optional.empty();
    }

    /** Only says what became of a request; false when the lease is no longer held. */
    boolean note(Incident i, Treatment t, Note note) {
        Deed deed = new Deed(List.of(), Optional.of(held), new Notary(ward.ledger(), i, t).record(note, now()));
        return deed.audit().isEmpty()
                || ward.ledger().commit(new Commit(List.of(), List.of(), List.of(), List.of(), deed));
    }

    /** An intent that is open when the fix is over stays unknown. */
    private Optional<AuditRecord> audit(Incident i, Treatment before, Treatment after, Note note) {
        boolean mayBeOpen = before.state() == State.ACTING || before.state() == State.UNDOING;
        boolean ends = note.equals(Note.NONE) && mayBeOpen && after.state().over();
        return new Notary(ward.ledger(), i, after)
                .record(ends ? new Note.Outcome(Word.UNKNOWN, after.why()) : note, now());
    }

    /** The intent of this fix whose outcome is not kept yet. */
    Optional<AuditRecord> open(Incident i, Treatment t) {
        return new Notary(ward.ledger(), i, t).open();
    }

    private Instant now() {
        return ward.clock().instant();
    }

    /** It is written before the first request is sent, so that a worker that dies has been seen to try. */
    private Optional<Action> action(Incident i, Treatment t) {
        if (t.state() != State.ACTING && !t.state().over()) {
            return Optional.empty();
        }
        String id = t.id(i.id());
        Optional<Action> known =
                ward.ledger().actions().stream().filter(a -> a.id().equals(id)).findFirst();
        if (t.state() == State.ACTING) {
            return known.isPresent() ? Optional.empty() : Optional.of(begun(id, t));
        }
        return known.map(action -> action.with(outcome(t)));
    }

    private static Action begun(String id, Treatment t) {
        Subject subject = t.basis().subject();
        return new Action(
                id,
                Fingerprint.scope(subject),
                subject.cluster(),
                t.fix(),
                Fingerprint.of(subject, t.basis().cause()),
                subject.taskDefinition(),
                t.at(),
                Outcome.PENDING);
    }

    private static Outcome outcome(Treatment t) {
        return switch (t.state()) {
            case WANTED, ACTING, ACTED, UNDOING -> Outcome.PENDING;
            case FIXED -> Outcome.FIXED;
            case NOT_FIXED, UNDONE -> Outcome.NOT_FIXED;
            case UNVERIFIED, UNKNOWN -> Outcome.UNKNOWN;
            case REFUSED, FAILED, SKIPPED -> t.seen().isEmpty() ? Outcome.NOT_DONE : Outcome.UNKNOWN;
        };
    }
}
