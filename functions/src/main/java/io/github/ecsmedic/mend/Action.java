package io.github.ecsmedic.mend;

import io.github.ecsmedic.incident.Fingerprint;
import java.time.Instant;

/**
 * A change that we made or are making.
 *
 * @param scope the service, as {@link Fingerprint#scope()} writes it
 * @param cause the fingerprint of the cause that it was to cure
 * @param revision the service's task definition then
 * @param at when the request was sent
 */
public record Action(
        String scope, String cluster, String fix, Fingerprint cause, String revision, Instant at, Outcome outcome) {
    /** What came of it. */
    public enum Outcome {
        /** It is not known yet. */
        PENDING,
        FIXED,
        NOT_FIXED,
        /** It could not be verified, or it is not known whether it was done. */
        UNKNOWN
    }

    boolean pending() {
        return outcome == Outcome.PENDING;
    }
}
