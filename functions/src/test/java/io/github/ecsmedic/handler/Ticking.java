package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Seen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
final class Ticking extends Clock {
    private volatile Instant now = Seen.START;

    void forward(Duration time) {
        now = now.plus(time);
    }

    /** Never back. */
    synchronized void until(Instant time) {
        now = time.isAfter(now) ? time : now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalStateException("not asked");
    }
}
