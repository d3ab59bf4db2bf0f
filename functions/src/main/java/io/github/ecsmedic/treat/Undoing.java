package io.github.ecsmedic.treat;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.AuditRecord.Word;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.Recall;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Approval;
import io.github.ecsmedic.mend.Course;
import io.github.ecsmedic.mend.Hand.Sent;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Verdict;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a fix back that was of no use, or that a person wants taken back, the last request first: each only as long as what it changed is still as it made
 * it.
 */
record Undoing(Ward ward, Mending mending, Chart chart) {
    /** So often each request is taken back, when nobody knows whether it was. */
    private static final int ATTEMPTS = 2;

    /** The incident when something has changed. */
    Optional<Incident> of(Incident i, Treatment t, Plan plan) {
        Recall wish = t.recall();
        if (wish != null && t.attempt() == 0) {
            String refusal = refusal(wish);
            if (!refusal.isEmpty()) {
                return left(i, t, refusal);
            }
        }
        if (!Course.settled(t, now())) {
            return Optional.empty();
        }
        for (int at = plan.requests().size() - 1; at >= 0; at--) {
            Request request = plan.requests().get(at);
            if (!(mending.hand().value(request) instanceof Answer.Known<String>(String is, String _))) {
                return Duration.between(t.at(), now()).compareTo(Verdict.WINDOW) < 0
                        ? Optional.empty()
                        : left(i, t, "what it changed cannot be read");
            }
            if (!noted(i, t, request, is)) {
                return Optional.empty();
            }
            if (!is.equals(t.seen().get(at))) {
                return is.equals(request.after())
                        ? back(i, t, plan, request)
                        : left(i, t, "somebody else has changed it since");
            }
        }
        return chart.keep(i, t, t.to(State.UNDONE, t.why(), now()));
    }

    /** What became of the request that took it back, if it is the one whose answer nobody knows. */
    private boolean noted(Incident i, Treatment t, Request request, String is) {
        Request inverse = request.inverse().orElseThrow();
        Optional<AuditRecord> open = t.attempt() == 0 ? Optional.empty() : chart.open(i, t);
        return open.isEmpty()
                || !open.get().attempt().argv().equals(inverse.argv())
                || chart.note(i, t, Note.found(inverse, request.after(), is));
    }

    private Optional<Incident> back(Incident i, Treatment t, Plan plan, Request request) {
        if (t.attempt() >= ATTEMPTS * plan.requests().size()) {
            return left(i, t, "it was tried " + t.attempt() + " times");
        }
        if (ward.left().left().compareTo(Care.ENOUGH) < 0) {
            return Optional.empty();
        }
        Request inverse = request.inverse().orElseThrow();
        Treatment going = t.undoing(now());
        Optional<Incident> kept = chart.keep(i, t, going, new Note.Intent(inverse, request.after(), true));
        return kept.map(now -> send(now, going, inverse).orElse(now));
    }

    /** Empty when the intent stands and nothing more is to be kept of it now. */
    private Optional<Incident> send(Incident i, Treatment going, Request inverse) {
        Optional<String> alone =
                new Copying(ward.ledger(), mending.audit()).of(i.fingerprint().place());
        Optional<String> off = alone.map(Copying.ALONE::concat)
                .or(() -> Switch.forbids(mending.outlook().cap(), Mode.APPROVE));
        if (off.isPresent()) {
            return left(i, going, off.get(), new Note.Outcome(Word.NOT_SENT, off.get()));
        }
        if (!Course.prompt(going, now())) {
            chart.note(i, going, new Note.Outcome(Word.NOT_SENT, "there was no time left to send it"));
            return Optional.empty();
        }
        Sent sent = mending.hand().send(inverse);
        return switch (sent) {
            case Sent.Done _ -> chart.keep(i, going, going.goingOn(), Note.of(sent));
            case Sent.Refused(String why, boolean later) -> {
                if (later) {
                    chart.note(i, going, Note.of(sent));
                    yield Optional.empty();
                }
                yield left(i, going, why, Note.of(sent));
            }
            case Sent.Unknown _ -> Optional.empty();
        };
    }

    /** Of a person who wants it taken back. */
    private String refusal(Recall wish) {
        if (!mending.standing().approvers().contains(wish.person())) {
            return wish.person() + " is not among those who may have it taken back";
        }
        return Duration.between(wish.at(), now()).compareTo(Approval.HOLDS) > 0
                ? "it was asked for more than " + Approval.HOLDS.toMinutes() + " minutes ago"
                : "";
    }

    private Optional<Incident> left(Incident i, Treatment t, String why) {
        return left(i, t, why, Note.NONE);
    }

    private Optional<Incident> left(Incident i, Treatment t, String why, Note note) {
        Recall wish = t.recall();
        return wish == null
                ? chart.keep(i, t, t.to(State.NOT_FIXED, t.why() + "; it was not taken back: " + why, now()), note)
                : chart.keep(
                        i,
                        t,
                        t.notRecalled(wish, why),
                        note.equals(Note.NONE) ? new Note.Outcome(Word.UNKNOWN, why) : note);
    }

    private Instant now() {
        return ward.clock().instant();
    }
}
