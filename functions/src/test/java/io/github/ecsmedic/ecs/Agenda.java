package io.github.ecsmedic.ecs;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen when, in the order of time and then as it was planned. */
final class Agenda {
    private record Due(Instant at, long order, Runnable what) {}

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private Instant now;
    private long order;

    Agenda(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    void in(Duration time, Runnable what) {
        due.add(new Due(now.plus(time), order++, what));
    }

    void at(Instant time, Runnable what) {
        due.add(new Due(time.isBefore(now) ? now : time, order++, what));
    }

    /** Everything until then has happened. */
    void until(Instant time) {
        while (!due.isEmpty() && !due.element().at().isAfter(time)) {
            Due next = due.remove();
            now = next.at();
            next.what().run();
        }
        now = time.isAfter(now) ? time : now;
    }
}
