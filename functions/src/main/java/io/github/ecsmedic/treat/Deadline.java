package io.github.ecsmedic.treat;

import io.github.ecsmedic.notify.TimeBudget;
import java.time.Duration;

/** What is left of a span of time that began when this was made. */
public final class Deadline implements TimeBudget {
    private final long end;

    public Deadline(Duration span) {
        end = System.nanoTime() + span.toNanos();
    }

    @Override
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
