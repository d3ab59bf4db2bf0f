package io.github.ecsmedic.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A run of so many seconds, in which pauses take no time but its own; and the clock by which it runs. */
final class Budgets extends Clock implements TimeBudget {
    final List<Duration> pauses = new ArrayList<>();
    private final Duration whole;

    Budgets(int seconds) {
        whole = Duration.ofSeconds(seconds);
    }

    private Duration paused() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public Duration left() {
        return whole.minus(paused());
    }

    @Override
    public void pause(Duration time) {
        pauses.add(time);
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plus(paused());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
