package io.github.ecsmedic.doctor;

import java.time.Duration;
import java.time.Instant;

/** Says how long something is ago. */
final class Ago {
    private Ago() {}

    static String of(Instant then, Instant now) {
        long minutes = Math.max(0, Duration.between(then, now).toMinutes());
        return minutes < 120
                ? minutes + " min ago"
                : minutes < 48 * 60 ? minutes / 60 + " h ago" : minutes / (24 * 60) + " days ago";
    }
}
