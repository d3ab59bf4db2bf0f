package io.github.ecsmedic.ecs;

import java.time.Duration;

/** How many failures ECS takes, and how long it waits after each. */
public final class Pace {
    /** A task needs so long until it runs. */
    public static final Duration START = Duration.ofSeconds(100);

    /** A task that cannot start needs so long to fail. */
    public static final Duration FAILS = Duration.ofSeconds(40);

    /** A request about a deployment is taken up after so long. */
    static final Duration TAKEN_UP = Duration.ofSeconds(5);

    /** ECS waits no longer than this between two attempts. */
    public static final Duration LONGEST = Duration.ofMinutes(27);

    /** After so many failures in a row ECS says that it cannot consistently start tasks. AWS does not publish it. */
    public static final int IMPAIRED = 3;

    private static final Duration FIRST = Duration.ofSeconds(30);

    private Pace() {}

    /** So many tasks have to fail until the circuit breaker ends a deployment: half of them, at least 3, at most 200. */
    public static int threshold(int desired) {
        return Math.clamp((desired + 1) / 2, 3, 200);
    }

    /** How long ECS waits after the n-th failure in a row: twice as long each time. AWS publishes the longest alone. */
    public static Duration after(int failures) {
        Duration wait = FIRST.multipliedBy(1L << Math.clamp(failures - 1L, 0, 10));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
