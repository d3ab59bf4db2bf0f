package io.github.ecsmedic.incident;

import java.time.Instant;

/**
 * How an incident ended.
 *
 * @param by what ended it, e.g. the revision that was deployed; {@code ""} when nothing did or that is not known
 */
public record Ending(Instant at, How how, String by) {
    /** By nothing that is known. */
    public Ending(Instant at, How how) {
        this(at, how, "");
    }

    /** Why it counts as over. */
    public enum How {
        /** A newer deployment completed and the service has run as it should since. */
        DEPLOYED,
        /** Neither the failure nor an impaired start was seen for long enough. */
        STAYED_WELL,
        /** The next run of a one-off task ended well. */
        NEXT_RUN,
        /** The service is gone. */
        DELETED,
        /** It has no service to look at, and was not seen again for long enough. */
        NOT_SEEN,
        /** Of a storm: fewer services fail than it takes, for long enough. */
        CALMED
    }
}
