package io.github.ecsmedic.incident;

import java.time.Instant;

/**
 * What one sink knows of one incident, and what it has still to be told.
 *
 * @param wanted the version of the incident that it has to know
 * @param told what it was told last; {@link Told#NOTHING} when nothing
 * @param attempts how often the message at hand was refused
 * @param nextAttempt not before; of a message that is done it says nothing
 * @param fault why the message at hand was refused last, in a sentence, or {@code ""}
 */
public record Telling(
        String incident, String sink, long wanted, Told told, int attempts, Instant nextAttempt, String fault) {
    /** One that was not refused last. */
    public Telling(String incident, String sink, long wanted, Told told, int attempts, Instant nextAttempt) {
        this(incident, sink, wanted, told, attempts, nextAttempt, "");
    }

    /** Whether it knows all that it has to. */
    public boolean done() {
        return told.version() >= wanted;
    }

    /** After the sink took a message. */
    public Telling accepted(Told now) {
        return passedOver(now, now.at());
    }

    /** After nothing had to be said at {@code at}; {@code known} holds when something was said last. */
    public Telling passedOver(Told known, Instant at) {
        return new Telling(incident, sink, wanted, known, 0, at);
    }

    /** After it did not take it. */
    public Telling refused(Instant again, String why) {
        return new Telling(incident, sink, wanted, told, attempts + 1, again, why);
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
