package io.github.ecsmedic.handler;

import java.time.Duration;

/**
 * How long the work on a batch may take.
 *
 * @param diagnosis until no more is read for a message
 * @param sending until a sink that does not answer is given up
 * @param message until a message is given up
 */
record Budget(Duration diagnosis, Duration sending, Duration message) {
    private static final long LONGEST_DIAGNOSIS = 45_000;
    private static final long LONGEST_SENDING = 15_000;
    private static final long RESERVE = 30_000;

    /** Until what has not been recorded is given up: what has been must still be told. */
    Duration intake() {
        return message.minus(sending);
    }

    /** From what is left of the invocation: half a minute stays for telling, or half of a short one. */
    static Budget of(long remainingMillis) {
        long remaining = Math.max(0, remainingMillis);
        long diagnosis = Math.min(LONGEST_DIAGNOSIS, Math.max(remaining - RESERVE, remaining / 2));
        long message = remaining - remaining / 10;
        long sending = Math.min(LONGEST_SENDING, (message - diagnosis) * 3 / 4);
        return new Budget(Duration.ofMillis(diagnosis), Duration.ofMillis(sending), Duration.ofMillis(message));
    }
}
