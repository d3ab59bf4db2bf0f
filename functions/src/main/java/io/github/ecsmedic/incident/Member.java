package io.github.ecsmedic.incident;

import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.OwnerTags;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A service, or the family of one-off tasks, that an incident hits.
 *
 * @param scope as in {@link Fingerprint#scope()}
 * @param failures tasks that failed, or messages of a service without a task
 * @param wellSince since when it has been seen running as it should without a failure; null when it has not
 * @param impairedAt when a start was last seen to be impaired; null when never
 * @param lastStart when the task that failed last was created; null when that is not known
 * @param tags what its owner asks of us, as last read
 */
public record Member(
        String scope,
        int failures,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant wellSince,
        @Nullable Instant impairedAt,
        @Nullable Instant lastStart,
        OwnerTags tags) {
    private static final int PARTS = 3;

    /** Of a service whose tags were not read. */
    public Member(
            String scope,
            int failures,
            Instant firstSeen,
            Instant lastSeen,
            @Nullable Instant wellSince,
            @Nullable Instant impairedAt) {
        this(scope, failures, firstSeen, lastSeen, wellSince, impairedAt, null, OwnerTags.UNREAD);
    }

    /** Of a storm, which has failures of several kinds. */
    static Member stormed(String scope, Instant at) {
        return new Member(scope, 1, at, at, null, null);
    }

    /** A task that was counted in another incident already is not counted in this one too. */
    static Member first(Sighting sighting) {
        Instant at = sighting.at();
        int failures = sighting.knownTask() ? 0 : 1;
        return new Member(
                Fingerprint.scope(sighting.symptom().subject()),
                failures,
                at,
                at,
                null,
                null,
                sighting.startedAt(),
                tags(sighting));
    }

    /** Whether it is a service that can be looked at: its cluster and its name are known. */
    public boolean service() {
        String[] parts = scope.split("/", -1);
        return parts.length == PARTS && parts[0].equals("service") && !parts[1].isEmpty() && !parts[2].isEmpty();
    }

    /** Whether it is a family of tasks, which runs again when it is its time. */
    boolean family() {
        return scope.startsWith("family/") && !scope.endsWith("/");
    }

    /** With one sighting more; a late delivery does not move time back. */
    Member again(Sighting sighting) {
        boolean newer = sighting.at().isAfter(lastSeen);
        return new Member(
                scope,
                sighting.knownTask() ? failures : failures + 1,
                sighting.at().isBefore(firstSeen) ? sighting.at() : firstSeen,
                newer ? sighting.at() : lastSeen,
                newer ? null : wellSince,
                impairedAt,
                newer ? sighting.startedAt() : lastStart,
                tags(sighting).or(tags));
    }

    /** With what was seen of its service at a moment. */
    Member observed(Health health) {
        boolean well = health.running() == health.desired() && !health.startImpaired();
        Instant since = wellSince != null ? wellSince : health.at();
        return new Member(
                scope,
                failures,
                firstSeen,
                lastSeen,
                well && health.at().isAfter(lastSeen) ? since : null,
                health.startImpaired() ? health.at() : impairedAt,
                lastStart,
                tags);
    }

    private static OwnerTags tags(Sighting sighting) {
        return sighting.diagnosis().map(Diagnosis::tags).orElse(OwnerTags.UNREAD);
    }

    /** When something was last wrong. */
    Instant lastTrouble() {
        return impairedAt != null && impairedAt.isAfter(lastSeen) ? impairedAt : lastSeen;
    }
}
