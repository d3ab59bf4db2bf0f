package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.notify.Direction;
import io.github.ecsmedic.notify.Sink;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a sink is told nothing of an incident for now.
 *
 * @param until when that is looked at again
 */
record Silence(String why, Instant until) {
    /** Tags and rules may have changed by then. */
    static final Duration AT_MOST = Duration.ofHours(1);

    /**
     * Empty when it is told now. What people were told of before is closed in spite of a rule that ignores it since, and
     * after a mute.
     */
    static Optional<Silence> of(Direction direction, Incident incident, Telling.Told before, Sink sink, Instant now) {
        Instant again = now.plus(AT_MOST);
        boolean closes = before.version() > 0 && incident.ending() != null;
        if (direction.ignored() && !closes) {
            return Optional.of(new Silence("ignored by " + direction.ignoredBy(), again));
        }
        Instant muted = direction.mutedUntil();
        return muted != null && muted.isAfter(now) && sink.forPeople()
                ? Optional.of(new Silence("muted until " + muted, muted.isBefore(again) ? muted : again))
                : Optional.empty();
    }

    /** Whether it never has to be told: it began and ended unheard. */
    static boolean forGood(Incident incident, Telling.Told before) {
        return before.version() == 0 && incident.ending() != null;
    }
}
