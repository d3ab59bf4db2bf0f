package io.github.ecsmedic.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether so many services fail at once that a message for each of them would only add noise.
 *
 * @param version of this value, 0 before the first
 * @param failing when each service that failed lately failed last, by scope
 * @param since when it began; null when there is none
 * @param calmSince since when fewer services fail than it takes; null while as many or more fail
 */
public record Storm(
        long version,
        Map<String, Instant> failing,
        @Nullable Instant since,
        @Nullable Instant calmSince) {
    /** Before anything failed. */
    public static final Storm NONE = new Storm(0, Map.of(), null, null);

    /** Failures of so long ago count. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    /** It is over when it was calm for so long. */
    public static final Duration CALM = Duration.ofMinutes(15);

    /** Fewer services are none, however small the fleet. */
    public static final int FLOOR = 3;

    private static final int SHARE = 5;

    public Storm {
        failing = Map.copyOf(failing);
    }

    /** Of so many watched services so many have to fail: a fifth, and at least {@link #FLOOR}. */
    public static int needed(int watched) {
        return Math.max(FLOOR, (watched + SHARE - 1) / SHARE);
    }

    /** Whether there is one. */
    public boolean blows() {
        return since != null;
    }

    /**
     * With what failed, at {@code now}.
     *
     * @param scopes services that failed just now, and those in which a fix is in flight: they are not known to be well
     * @param watched how many services there are; 0 when that is not known
     */
    public Storm at(Instant now, Collection<String> scopes, int watched) {
        Map<String, Instant> recent = new TreeMap<>();
        failing.forEach((scope, at) -> {
            if (Duration.between(at, now).compareTo(WINDOW) < 0) {
                recent.put(scope, at);
            }
        });
        scopes.forEach(scope -> recent.put(scope, now));
        boolean many = recent.size() >= needed(watched);
        if (many) {
            return new Storm(version + 1, recent, since == null ? now : since, null);
        }
        Instant calm = since == null ? null : calmSince == null ? now : calmSince;
        boolean over = calm != null && Duration.between(calm, now).compareTo(CALM) >= 0;
        return new Storm(version + 1, recent, over ? null : since, over ? null : calm);
    }
}
