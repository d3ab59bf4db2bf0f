package io.github.ecsmedic.incident;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fix of an incident, from the wish to its outcome.
 *
 * @param fix the fix's id
 * @param plan the hash of what is to be sent
 * @param basis what the plan was made of
 * @param people ids of those who allowed it; none when it started by itself
 * @param wantedAt when it was wanted, or when the last of those people allowed it
 * @param attempt of the request at hand, 1 at first; while it is taken back, how many requests were sent for that
 * @param seen the values that the requests changed, as they were read just before each was sent, in order; the last one
 *     belongs to the request at hand while it is under way
 * @param started what the requests started, by which events about it are known: ids of deployments
 * @param at since when it has been in this state
 * @param wellSince since when the service was seen running as it should after it was done; null when it was not
 * @param why a clause without a full stop, {@code ""} where there is nothing to say
 * @param recall a person's word that it be taken back; null when nobody said so
 */
public record Treatment(
        String fix,
        String plan,
        Basis basis,
        List<String> people,
        Instant wantedAt,
        State state,
        int attempt,
        List<String> seen,
        List<String> started,
        Instant at,
        @Nullable Instant wellSince,
        String why,
        @Nullable Recall recall) {
    /** Which nobody wants to have taken back. */
    public Treatment(
            String fix,
            String plan,
            Basis basis,
            List<String> people,
            Instant wantedAt,
            State state,
            int attempt,
            List<String> seen,
            List<String> started,
            Instant at,
            @Nullable Instant wellSince,
            String why) {
        this(fix, plan, basis, people, wantedAt, state, attempt, seen, started, at, wellSince, why, null);
    }

    public Treatment {
        people = List.copyOf(people);
        seen = List.copyOf(seen);
        started = List.copyOf(started);
    }

    /**
     * What a plan is made of: kept, because a fix that is under way has to be known even when its incident is diagnosed
     * anew.
     *
     * @param deployment id of the service's primary deployment, or {@code ""}
     * @param cause without its evidence
     * @param causes ids of all causes that are at least probable
     */
    public record Basis(Subject subject, String deployment, Cause cause, List<String> causes) {
        public Basis {
            causes = List.copyOf(causes);
        }
    }

    /**
     * The word of a person that what was done be taken back.
     *
     * @param before where it stood then, to which it returns when it is not taken back
     * @param since when it had come there
     */
    public record Recall(String person, Instant at, State before, Instant since) {}

    /** Where it stands. */
    public enum State {
        /** It is to be done; nothing of the request at hand has been sent. */
        WANTED,
        /** The request at hand may have been sent. */
        ACTING,
        /** All of it has been done; whether it helps is not known yet. */
        ACTED,
        /** It has been done and was of no use; it is being taken back. */
        UNDOING,
        FIXED,
        NOT_FIXED,
        /** Whether it helped could not be seen. */
        UNVERIFIED,
        /** A guard refused it. */
        REFUSED,
        /** AWS refused it. */
        FAILED,
        /** Whether it was done is not known, or somebody else was there. */
        UNKNOWN,
        /** There was nothing to do any more. */
        SKIPPED,
        /** It did not help and was taken back. */
        UNDONE;

        /** Whether nothing follows by itself. */
        public boolean over() {
            return switch (this) {
                case WANTED, ACTING, ACTED, UNDOING -> false;
                case FIXED, NOT_FIXED, UNVERIFIED, REFUSED, FAILED, UNKNOWN, SKIPPED, UNDONE -> true;
            };
        }
    }

    /** A wish. */
    public static Treatment wanted(String fix, String plan, Basis basis, List<String> people, Instant at) {
        return new Treatment(fix, plan, basis, people, at, State.WANTED, 1, List.of(), List.of(), at, null, "");
    }

    /** Whether something may have been done and more follows by itself. */
    public boolean begun() {
        return !state.over() && (state != State.WANTED || !seen.isEmpty());
    }

    /** By which what we did is known: another wish for the same is another one. */
    public String id(String incident) {
        return incident + " " + plan + " " + wantedAt.toEpochMilli();
    }

    /** One more allowed it; somebody who did before changes nothing. */
    public Treatment allowedBy(String person, Instant now) {
        if (people.contains(person)) {
            return this;
        }
        List<String> all = new ArrayList<>(people);
        all.add(person);
        return new Treatment(fix, plan, basis, all, now, state, attempt, seen, started, at, wellSince, why);
    }

    /** The service was seen; {@code since} is null when it did not run as it should. */
    public Treatment seenWell(@Nullable Instant since) {
        return new Treatment(fix, plan, basis, people, wantedAt, state, attempt, seen, started, at, since, why);
    }

    /** How many of the requests are known to have been done. */
    public int done() {
        return state == State.ACTING ? seen.size() - 1 : seen.size();
    }

    /** The intent, kept before the request is sent: the value was {@code value}. */
    public Treatment acting(String value, Instant now) {
        List<String> all = new ArrayList<>(seen);
        all.add(value);
        return new Treatment(fix, plan, basis, people, wantedAt, State.ACTING, attempt, all, started, now, null, "");
    }

    /** The request at hand was not done: it may be tried once more. */
    public Treatment again(Instant now) {
        List<String> before = seen.subList(0, seen.size() - 1);
        return new Treatment(
                fix, plan, basis, people, wantedAt, State.WANTED, attempt + 1, before, started, now, null, "");
    }

    /** The request at hand was done and started {@code what}, or {@code ""}. */
    public Treatment did(String what, boolean last, Instant now) {
        List<String> all = new ArrayList<>(started);
        if (!what.isEmpty()) {
            all.add(what);
        }
        State next = last ? State.ACTED : State.WANTED;
        return new Treatment(fix, plan, basis, people, wantedAt, next, 1, seen, all, now, null, "");
    }

    /** The request at hand was surely not done, and it ends here. */
    public Treatment notDone(State next, String reason, Instant now) {
        List<String> before = state == State.ACTING ? seen.subList(0, seen.size() - 1) : seen;
        return new Treatment(
                fix, plan, basis, people, wantedAt, next, attempt, before, started, now, wellSince, reason);
    }

    /** It has been of no use: it is to be taken back. */
    public Treatment useless(String reason, Instant now) {
        return new Treatment(fix, plan, basis, people, wantedAt, State.UNDOING, 0, seen, started, now, null, reason);
    }

    /** A person wants it taken back. */
    public Treatment recalled(String person, Instant now) {
        return new Treatment(
                fix,
                plan,
                basis,
                people,
                wantedAt,
                State.UNDOING,
                0,
                seen,
                started,
                now,
                wellSince,
                why,
                new Recall(person, now, state, at));
    }

    /** What a person wanted taken back stays as it is. */
    public Treatment notRecalled(Recall wish, String reason) {
        String all = (why.isEmpty() ? "" : why + "; ") + "it was not taken back: " + reason;
        return new Treatment(
                fix, plan, basis, people, wantedAt, wish.before(), 1, seen, started, wish.since(), wellSince, all);
    }

    /** A request that takes it back is about to be sent. */
    public Treatment undoing(Instant now) {
        return new Treatment(
                fix, plan, basis, people, wantedAt, State.UNDOING, attempt + 1, seen, started, now, null, why, recall);
    }

    /** The request that takes one thing back was done: the next may follow at once. */
    public Treatment goingOn() {
        return new Treatment(
                fix, plan, basis, people, wantedAt, state, attempt, seen, started, Instant.EPOCH, null, why, recall);
    }

    /** It has come to this. */
    public Treatment to(State next, String reason, Instant now) {
        return new Treatment(
                fix, plan, basis, people, wantedAt, next, attempt, seen, started, now, wellSince, reason, recall);
    }
}
