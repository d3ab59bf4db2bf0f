package io.github.ecsmedic.treat;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
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
 * Takes a fix back that was of no use, the last request first: each only as long as what it changed is still as it made
 * it.
 */
record Undoing(Ward ward, Mending mending, Chart chart) {
    /** So often each request is taken back, when nobody knows whether it was. */
    private static final int ATTEMPTS = 2;

    /** The incident when something has changed. */
    Optional<Incident> of(Incident i, Treatment t, Plan plan) {
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
            if (!is.equals(t.seen().get(at))) {
                return is.equals(request.after())
                        ? back(i, t, plan, request)
                        : left(i, t, "somebody else has changed it since");
            }
        }
        return chart.keep(i, t, t.to(State.UNDONE, t.why(), now()));
    }

    private Optional<Incident> back(Incident i, Treatment t, Plan plan, Request request) {
        if (t.attempt() >= ATTEMPTS * plan.requests().size()) {
            return left(i, t, "it was tried " + t.attempt() + " times");
        }
        if (ward.left().left().compareTo(Care.ENOUGH) < 0) {
            return Optional.empty();
        }
        Treatment going = t.undoing(now());
        Optional<Incident> kept = chart.keep(i, t, going);
        Optional<String> off = Switch.forbids(mending.outlook().cap(), Mode.APPROVE);
        if (kept.isEmpty() || off.isPresent()) {
            return kept.flatMap(now -> left(now, going, off.orElse("")));
        }
        if (!Course.prompt(going, now())) {
            return kept;
        }
        return switch (mending.hand().send(request.inverse().orElseThrow())) {
            case Sent.Done _ ->
                kept.flatMap(now -> chart.keep(now, going, going.goingOn()).or(() -> kept));
            case Sent.Refused(String why, boolean later) -> later ? kept : left(kept.get(), going, why);
            case Sent.Unknown _ -> kept;
        };
    }

    private Optional<Incident> left(Incident i, Treatment t, String why) {
        return chart.keep(i, t, t.to(State.NOT_FIXED, t.why() + "; it was not taken back: " + why, now()));
    }

    private Instant now() {
        return ward.clock().instant();
    }
}
