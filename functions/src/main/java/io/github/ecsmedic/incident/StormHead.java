package io.github.ecsmedic.incident;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about a storm, each time by one worker alone.
 *
 * @param version of this value, 0 before the first
 * @param watched how many services there are; 0 when that is not known
 * @param since when it began; null when there is none
 * @param calmSince since when fewer services fail than it takes; null while as many or more fail
 * @param incident the one that tells of it, or of the last one when it is over; {@code ""} when it needs none
 */
public record StormHead(
        long version,
        int watched,
        @Nullable Instant since,
        @Nullable Instant calmSince,
        String incident) {
    static final StormHead NONE = new StormHead(0, 0, null, null, "");

    StormHead next() {
        return new StormHead(version + 1, watched, since, calmSince, incident);
    }

    /** The version that follows. */
    StormHead after(StormHead before) {
        return new StormHead(before.version + 1, watched, since, calmSince, incident);
    }

    StormHead toldBy(String id) {
        return new StormHead(version, watched, since, calmSince, id);
    }

    StormHead watching(int services) {
        return new StormHead(version, services, since, calmSince, incident);
    }

    /** {@code many} is whether as many fail as it takes, or more. */
    StormHead judged(Instant now, boolean many) {
        if (many) {
            return since == null
                    ? new StormHead(version, watched, now, null, "")
                    : new StormHead(version, watched, since, null, incident);
        }
        Instant calm = since == null ? null : calmSince == null ? now : calmSince;
        boolean over = calm != null && Duration.between(calm, now).compareTo(Storm.CALM) >= 0;
        return new StormHead(version, watched, over ? null : since, over ? null : calm, incident);
    }
}
