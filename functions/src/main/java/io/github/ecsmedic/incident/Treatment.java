package io.github.ecsmedic.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A fix of an incident, from the wish to its outcome.
 *
 * @param fix the fix's id
 * @param plan the hash of what is to be sent
 * @param people ids of those who allowed it; none when it started by itself
 * @param attempt of the request at hand, 1 at first
 * @param seen the values that the requests changed, as they were read just before each was sent, in order; the last one
 *     belongs to the request at hand while it is under way
 * @param started what the requests started, by which events about it are known: ids of deployments
 * @param at since when it has been in this state
 * @param why a clause without a full stop, {@code ""} where there is nothing to say
 */
public record Treatment(
        String fix,
        String plan,
        List<String> people,
        State state,
        int attempt,
        List<String> seen,
        List<String> started,
        Instant at,
        String why) {
    public Treatment {
        people = List.copyOf(people);
        seen = List.copyOf(seen);
        started = List.copyOf(started);
    }

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
    public static Treatment wanted(String fix, String plan, List<String> people, Instant at) {
        return new Treatment(fix, plan, people, State.WANTED, 1, List.of(), List.of(), at, "");
    }

    /** How many of the requests are known to have been done. */
    public int done() {
        return state == State.ACTING ? seen.size() - 1 : seen.size();
    }

    /** The intent, kept before the request is sent: the value was {@code value}. */
    public Treatment acting(String value, Instant now) {
        List<String> all = new ArrayList<>(seen);
        all.add(value);
        return new Treatment(fix, plan, people, State.ACTING, attempt, all, started, now, "");
    }

    /** The request at hand was not done: it may be tried once more. */
    public Treatment again(Instant now) {
        return new Treatment(
                fix, plan, people, State.WANTED, attempt + 1, seen.subList(0, seen.size() - 1), started, now, "");
    }

    /** The request at hand was done and started {@code what}, or {@code ""}. */
    public Treatment did(String what, boolean last, Instant now) {
        List<String> all = new ArrayList<>(started);
        if (!what.isEmpty()) {
            all.add(what);
        }
        return new Treatment(fix, plan, people, last ? State.ACTED : State.WANTED, 1, seen, all, now, "");
    }

    /** It has come to this. */
    public Treatment to(State next, String reason, Instant now) {
        return new Treatment(fix, plan, people, next, attempt, seen, started, now, reason);
    }
}
