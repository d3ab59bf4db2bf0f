package io.github.ecsmedic.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a service does at a moment.
 *
 * @param deployedAt when its newest completed deployment was created; null when that is not known
 * @param startImpaired whether ECS says that tasks cannot start
 * @param revision which that deployment brought, e.g. {@code api:8}; {@code ""} when that is not known
 */
public record Health(
        Instant at, int desired, int running, @Nullable Instant deployedAt, boolean startImpaired, String revision) {
    /** Of a revision that is not known. */
    public Health(Instant at, int desired, int running, @Nullable Instant deployedAt, boolean startImpaired) {
        this(at, desired, running, deployedAt, startImpaired, "");
    }
}
