package io.github.ecsmedic.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people asked of an incident.
 *
 * @param snooze null when nobody silenced it, or when it has been told since
 * @param snoozesOver how many snoozes ended while the fault was still there: each of these ends is told
 * @param notUseful who found the message of no use, oldest first, each person once
 */
public record Feedback(@Nullable Snooze snooze, int snoozesOver, List<Vote> notUseful) {
    /** Nobody asked for anything. */
    public static final Feedback NONE = new Feedback(null, 0, List.of());

    public Feedback {
        notUseful = List.copyOf(notUseful);
    }

    /** No new message before {@code until}. */
    public record Snooze(Instant until, Person by) {}

    /** Somebody's opinion. */
    public record Vote(Instant at, Person by) {}

    Feedback snoozed(Snooze asked) {
        return new Feedback(asked, snoozesOver, notUseful);
    }

    /** At a moment at which the fault is there. */
    Feedback stillFailing(Instant at) {
        return snooze == null || at.isBefore(snooze.until()) ? this : new Feedback(null, snoozesOver + 1, notUseful);
    }

    Feedback notUseful(Vote vote) {
        Optional<Vote> known = notUseful.stream()
                .filter(v -> v.by().id().equals(vote.by().id()))
                .findFirst();
        return known.isPresent()
                ? this
                : new Feedback(
                        snooze,
                        snoozesOver,
                        Stream.concat(notUseful.stream(), Stream.of(vote)).toList());
    }
}
