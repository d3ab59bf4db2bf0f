package io.github.ecsmedic.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered for the digest: incidents that are over, reasons that nobody recognised, and which digest was sent.
 *
 * <p>It throws {@link LedgerException} when it cannot be reached. A ledger files each incident here in the same commit in
 * which it ends.
 */
public interface Archive {
    /** A day begins when its digest is due, by UTC. */
    Duration DAY_BEGINS = Duration.ofHours(8);

    /** Texts of a day that are kept; how many more there were is counted. */
    int TEXTS_A_DAY = 50;

    /** Since when it remembers; {@code now} when it has remembered nothing before. */
    Instant since(Instant now);

    /** The incidents that ended on a day and are over still, by when they ended. */
    List<Incident> ended(LocalDate day);

    /** When a sink first took a message about the incident; empty when none did, and when that is not known. */
    Optional<Instant> firstTold(String incident);

    /** Counts a text that no signature recognised. It has been redacted and cut. */
    void unknown(String text, Instant at);

    /** The texts of a day, in no order. */
    Unknown unknown(LocalDate day);

    /** Takes a digest to send it to a sink; false when it was sent, or when it was taken until later than {@code now}. */
    boolean take(String digest, String sink, Instant now, Instant until);

    /** The sink has taken the digest that was taken to be sent. */
    void sent(String digest, String sink);

    /** The day of a moment. */
    static LocalDate day(Instant at) {
        return at.minus(DAY_BEGINS).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** When a day begins. */
    static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(DAY_BEGINS);
    }

    /** Texts that nobody recognised, and how often there were others that were not kept. */
    record Unknown(List<UnknownText> texts, long dropped) {
        public Unknown {
            texts = List.copyOf(texts);
        }
    }
}
