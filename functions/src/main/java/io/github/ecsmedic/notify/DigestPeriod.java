package io.github.ecsmedic.notify;

import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.incident.Archive;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/** The days of which a digest tells, as {@link Archive#day} counts them; {@code end} is the first that is not of it. */
public record DigestPeriod(Settings.Digest every, LocalDate first, LocalDate end) {
    /** The one that ended last before {@code now}; empty when no digest is wanted. A week ends on a Monday. */
    public static Optional<DigestPeriod> ended(Settings.Digest every, Instant now) {
        LocalDate today = Archive.day(now);
        return switch (every) {
            case OFF -> Optional.empty();
            case DAILY -> Optional.of(new DigestPeriod(every, today.minusDays(1), today));
            case WEEKLY -> {
                LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield Optional.of(new DigestPeriod(every, monday.minusWeeks(1), monday));
            }
        };
    }

    /** By which it is known, e.g. {@code weekly-2026-11-16}. */
    public String id() {
        return every.word() + "-" + end;
    }

    /** Its first moment. */
    public Instant from() {
        return Archive.begin(first);
    }

    /** The moment at which it is over. */
    public Instant to() {
        return Archive.begin(end);
    }

    /** Its days. */
    public List<LocalDate> days() {
        return first.datesUntil(end).toList();
    }

    /** Whether the moment is in it. */
    public boolean holds(Instant at) {
        return !at.isBefore(from()) && at.isBefore(to());
    }
}
