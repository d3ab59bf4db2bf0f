package io.github.ecsmedic.incident;

import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Symptom;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One failure that was seen.
 *
 * @param at when it happened, by AWS's clock
 * @param startedAt when the task that failed was created; null when there is none, or that is not known
 * @param knownTask whether an earlier event of the same task was counted already
 * @param diagnosis empty when the failure was counted without being diagnosed once more
 */
public record Sighting(
        EventKey event,
        Instant at,
        @Nullable Instant startedAt,
        Symptom symptom,
        boolean knownTask,
        Optional<Diagnosis> diagnosis) {
    /** Of something that has no task, or does not say when it was created. */
    public Sighting(EventKey event, Instant at, Symptom symptom, boolean knownTask, Optional<Diagnosis> diagnosis) {
        this(event, at, null, symptom, knownTask, diagnosis);
    }
}
