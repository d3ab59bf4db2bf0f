package io.github.ecsmedic.incident;

import java.time.Instant;

/** How an incident ended. */
public record Ending(Instant at, How how) {
    /** Why it counts as over. */
    public enum How {
        /** A newer deployment completed and the service has run as it should since. */
        DEPLOYED,
        /** Neither the failure nor an impaired start was seen for long enough. */
        STAYED_WELL,
        /** The next run of a one-off task ended well. */
        NEXT_RUN,
        /** The service is gone. */
        DELETED
    }
}
