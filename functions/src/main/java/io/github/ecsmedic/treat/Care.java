package io.github.ecsmedic.treat;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.incident.AuditRecord.Word;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Held;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Aftermath;
import io.github.ecsmedic.mend.Approval;
import io.github.ecsmedic.mend.Course;
import io.github.ecsmedic.mend.Guards.Refusal;
import io.github.ecsmedic.mend.Hand.Sent;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Snapshot.Live;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One fix, whose lease is held, from what is stored of it to as far as it goes now. */
final class Care {
    /** With less time a request is not sent. */
    static final Duration ENOUGH = Duration.ofSeconds(15);

    private static final int STEPS = 20;

    private final Ward ward;
    private final Mending mending;
    private final Chart chart;

    Care(Ward ward, Mending mending, Held held) {
        this.ward = ward;
        this.mending = mending;
        this.chart = new Chart(ward, held);
    }

    /** The incident when something has changed. */
    Optional<Incident> carryOn(String incident, String plan) {
        Optional<Incident> last = Optional.empty();
        for (int step = 0; step < STEPS; step++) {
            Optional<Incident> now = ward.ledger().incident(incident);
            Optional<Incident> next = now.flatMap(i -> i.treatment(plan).flatMap(t -> step(i, t)));
            if (next.isEmpty()) {
                return last;
            }
            last = next;
        }
        return last;
    }

    private Optional<Incident> step(Incident i, Treatment t) {
        if (t.state().over()) {
            return Optional.empty();
        }
        Optional<Plan> plan = mending.plans().of(i, t);
        if (plan.isEmpty()) {
            State end = t.state() == State.WANTED && t.done() == 0 ? State.REFUSED : State.UNKNOWN;
            return chart.keep(i, t, t.to(end, "the program plans it otherwise since it was updated", now()));
        }
        return switch (t.state()) {
            case WANTED -> begin(i, t, plan.get());
            case ACTING -> recover(i, t, plan.get());
            case ACTED -> verify(i, t, plan.get());
            case UNDOING -> new Undoing(ward, mending, chart).of(i, t, plan.get());
            case FIXED, NOT_FIXED, UNVERIFIED, REFUSED, FAILED, UNKNOWN, SKIPPED, UNDONE -> Optional.empty();
        };
    }

    private Optional<Incident> begin(Incident i, Treatment t, Plan plan) {
        boolean first = t.done() == 0;
        if (first && i.ending() != null) {
            return chart.keep(i, t, t.to(State.SKIPPED, "it is over", now()));
        }
        if (first && !mending.plans().of(i, t.fix()).map(Plan::hash).equals(Optional.of(t.plan()))) {
            return chart.keep(i, t, t.notDone(State.REFUSED, "what is known of the fault has changed since", now()));
        }
        if (first
                && !t.people().isEmpty()
                && !mending.standing().enough(plan, t.people().size())) {
            return Duration.between(t.wantedAt(), now()).compareTo(Approval.HOLDS) <= 0
                    ? Optional.empty()
                    : chart.keep(i, t, t.notDone(State.REFUSED, "nobody else allowed it in time", now()));
        }
        if (ward.left().left().compareTo(ENOUGH) < 0) {
            return Optional.empty();
        }
        Live live = mending.outlook().live(plan);
        return switch (new Examination(ward.ledger(), mending, now()).of(i, t, plan, live)) {
            case Prognosis.Needless() -> chart.keep(i, t, t.to(State.SKIPPED, "it is so already", now()));
            case Prognosis.HeldBack(Refusal refusal) -> chart.keep(i, t, stopped(t, plan, refusal.why()));
            case Prognosis.Free() -> request(i, t, plan, live);
        };
    }

    /** Nothing of the request at hand was sent; of those before it something may have been. */
    private Treatment stopped(Treatment t, Plan plan, String why) {
        Treatment end = t.notDone(State.REFUSED, why, now());
        return end.seen().isEmpty()
                ? end
                : end.to(
                        State.FAILED,
                        end.seen().size() + " of its " + plan.requests().size() + " requests was done, and then " + why,
                        now());
    }

    /** The guards have seen one state of the world: the intent has to be about the same one. */
    private Optional<Incident> request(Incident i, Treatment t, Plan plan, Live live) {
        Request request = plan.requests().get(t.done());
        Answer<String> value = mending.hand().value(request);
        if (value instanceof Answer.Known<String>(String is, String _)
                && live.values().get(request) instanceof Answer.Known<String>(String was, String _)
                && !is.equals(was)) {
            return chart.keep(i, t, stopped(t, plan, "what it would change was changed just then"));
        }
        Treatment intent = Course.intent(t, request, value, now());
        if (t.done() > 0 && intent.state() == State.SKIPPED) {
            boolean last = t.done() + 1 == plan.requests().size();
            return chart.keep(i, t, t.acting(request.after(), now()).did("", last, now()));
        }
        if (intent.state() == State.REFUSED) {
            return chart.keep(i, t, stopped(t, plan, intent.why()));
        }
        Note note = intent.state() == State.ACTING
                ? new Note.Intent(request, intent.seen().getLast(), false)
                : Note.NONE;
        Optional<Incident> kept = chart.keep(i, t, intent, note);
        return intent.state() == State.ACTING
                ? kept.map(now -> act(now, intent, plan, request).orElse(now))
                : kept;
    }

    /**
     * The intent is stored; the second place of the audit has to have it too. What could have changed since is looked at
     * once more, the kill switch last.
     */
    private Optional<Incident> act(Incident i, Treatment acting, Plan plan, Request request) {
        Optional<String> alone =
                new Copying(ward.ledger(), mending.audit()).of(i.fingerprint().place());
        if (alone.isPresent()) {
            return notSent(i, acting, stopped(acting, plan, Copying.ALONE + alone.get()));
        }
        if (!Course.unchanged(acting, mending.hand().value(request))) {
            return notSent(
                    i,
                    acting,
                    acting.attempt() == 1
                            ? stopped(acting, plan, "what it would change was changed just then")
                            : acting.to(State.UNKNOWN, "what it would change was changed just then", now()));
        }
        Mode needed = acting.people().isEmpty() ? Mode.AUTO : Mode.APPROVE;
        Optional<String> off = Switch.forbids(mending.outlook().cap(), needed);
        if (off.isPresent()) {
            return notSent(i, acting, stopped(acting, plan, off.get()));
        }
        if (ward.left().left().compareTo(ENOUGH) < 0 || !Course.prompt(acting, now())) {
            return notSent(
                    i,
                    acting,
                    acting.attempt() < Course.ATTEMPTS
                            ? acting.again(now())
                            : stopped(acting, plan, "there was no time left to send it"));
        }
        Sent sent = mending.hand().send(request);
        return chart.keep(
                i, acting, Course.answered(acting, sent, plan.requests().size(), now()), Note.of(sent));
    }

    private Optional<Incident> notSent(Incident i, Treatment acting, Treatment next) {
        return chart.keep(i, acting, next, new Note.Outcome(Word.NOT_SENT, next.why()));
    }

    private Optional<Incident> recover(Incident i, Treatment t, Plan plan) {
        if (!Course.settled(t, now())) {
            return Optional.empty();
        }
        Request request = plan.requests().get(t.done());
        Answer<String> value = mending.hand().value(request);
        if (request.deploys() && Note.found(request, t.seen().getLast(), value).equals(Note.NOT_DONE)) {
            switch (Course.begun(t, mending.outlook().live(plan).deployments())) {
                case Answer.Known<Boolean>(Boolean begun, String _) -> {
                    if (begun) {
                        boolean last = t.seen().size() == plan.requests().size();
                        return chart.keep(i, t, t.did("", last, now()), Note.FOUND);
                    }
                }
                case Answer.Unknown<Boolean>(String why, String source) -> value = new Answer.Unknown<>(why, source);
            }
        }
        return chart.keep(
                i,
                t,
                Course.recovered(t, request, value, plan.requests().size(), now()),
                Note.found(request, t.seen().getLast(), value));
    }

    private Optional<Incident> verify(Incident i, Treatment t, Plan plan) {
        Live live = mending.outlook().live(plan);
        Treatment judged = kept(t, new Aftermath(plan, t, i, live, now()).judged());
        boolean back = judged.state() == State.NOT_FIXED
                && plan.requests().stream().allMatch(r -> r.inverse().isPresent());
        return chart.keep(i, t, back ? t.useless(judged.why(), now()) : judged);
    }

    /** Where somebody wanted it taken back, why it was not stays said. */
    private Treatment kept(Treatment before, Treatment judged) {
        if (before.why().isEmpty() || judged.state() == before.state()) {
            return judged;
        }
        String first = judged.why().isEmpty() ? "" : judged.why() + "; ";
        return judged.to(judged.state(), first + before.why(), now());
    }

    private Instant now() {
        return ward.clock().instant();
    }
}
