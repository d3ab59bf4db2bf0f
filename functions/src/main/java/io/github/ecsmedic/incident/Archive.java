package io.github.ecsmedic.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered for the digest: incidents that are over, reasons that nobody recognised, and what was counted.
 *
 * <p>Days are UTC. It throws {@link LedgerException} when it cannot be reached. A ledger files each incident here in the
 * same commit in which it ends.
 */
public interface Archive {
    /** The incidents that ended on a day, by when they ended. */
    List<Closed> ended(LocalDate day);

    /** Counts a text that no signature recognised; the same text is kept once. It has been redacted and cut. */
    void unknown(String text, Instant at);

    /** The texts that were seen since, the most frequent first. */
    List<UnknownText> unknownSince(Instant from);

    /** Counts something. */
    void count(Tally what, Instant at);

    /** What was counted on a day. */
    Map<Tally, Long> counted(LocalDate day);

    /** Takes a digest to send it to a sink; false when it was sent, or while somebody else sends it, until {@code until}. */
    boolean take(String digest, String sink, Instant now, Instant until);

    /** The sink has taken the digest that was taken to be sent. */
    void sent(String digest, String sink);

    /**
     * An incident that is over.
     *
     * @param firstTold when a sink first took a message about it; empty when none did
     */
    record Closed(Incident incident, Optional<Instant> firstTold) {}

    /** A text that nobody recognised, and how often it was seen. */
    record UnknownText(String text, long count, Instant firstSeen, Instant lastSeen) {}

    /** What is counted by day. */
    enum Tally {
        /** A rule said that nobody wants to know. */
        IGNORED,
        /** A tag on the service muted it. */
        MUTED
    }
}
