package io.github.ecsmedic.notify;

import java.time.Duration;

/** The time that this run still has, and a way to spend it waiting. */
public interface TimeBudget {
    /** What is left for sending. */
    Duration left();

    /** Waits. */
    void pause(Duration time) throws InterruptedException;
}
