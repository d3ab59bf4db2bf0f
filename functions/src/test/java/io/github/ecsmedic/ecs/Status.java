package io.github.ecsmedic.ecs;

import java.util.Set;

/** The states of a service deployment, and which may follow which. */
public enum Status {
    PENDING,
    IN_PROGRESS,
    STOP_REQUESTED,
    STOPPED,
    ROLLBACK_REQUESTED,
    ROLLBACK_IN_PROGRESS,
    ROLLBACK_SUCCESSFUL,
    ROLLBACK_FAILED,
    SUCCESSFUL;

    /** Those that may follow. */
    public Set<Status> next() {
        return switch (this) {
            case PENDING -> Set.of(IN_PROGRESS, STOP_REQUESTED, ROLLBACK_REQUESTED);
            case IN_PROGRESS ->
                Set.of(SUCCESSFUL, STOPPED, STOP_REQUESTED, ROLLBACK_REQUESTED, ROLLBACK_IN_PROGRESS, ROLLBACK_FAILED);
            case STOP_REQUESTED -> Set.of(STOPPED);
            case ROLLBACK_REQUESTED -> Set.of(ROLLBACK_IN_PROGRESS, ROLLBACK_FAILED, STOP_REQUESTED);
            case ROLLBACK_IN_PROGRESS -> Set.of(ROLLBACK_SUCCESSFUL, ROLLBACK_FAILED, STOP_REQUESTED);
            case STOPPED, ROLLBACK_SUCCESSFUL, ROLLBACK_FAILED, SUCCESSFUL -> Set.of();
        };
    }

    /** Whether nothing follows. */
    public boolean over() {
        return next().isEmpty();
    }
}
