package io.github.ecsmedic.incident;

import java.time.Instant;

/**
 * What one sink knows of one incident, and what it has still to be told.
 *
 * @param wanted the version of the incident that it has to know
 * @param told what it was told last; {@link Told#NOTHING} when nothing
 * @param attempts how often the message at hand was refused
 * @param nextAttempt not before
 */
public record Telling(String incident, String sink, long wanted, Told told, int attempts, Instant nextAttempt) {
    /** Whether it knows all that it has to. */
    public boolean done() {
        return told.version() >= wanted;
    }

    /** After the sink took a message. */
    public Telling accepted(Told now) {
        return new Telling(incident, sink, wanted, now, 0, nextAttempt);
    }

    /** After it did not. */
    public Telling refused(Instant again) {
        return new Telling(incident, sink, wanted, told, attempts + 1, again);
    }

    /** It is not to be told before then, and nobody refused it. */
    public Telling putOff(Instant until) {
        return new Telling(incident, sink, wanted, told, 0, until);
    }

    /**
     * The message that a sink took last.
     *
     * @param version of the incident
     * @param content what it said, in a form that can be compared
     * @param reference by which the sink finds it again to edit it, or {@code ""}
     */
    public record Told(long version, Incident.State state, String content, String reference, Instant at) {
        public static final Told NOTHING = new Told(0, Incident.State.OPEN, "", "", Instant.EPOCH);
    }
}
