package io.github.ecsmedic.incident;

import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Symptom;
import java.time.Instant;
import java.util.Optional;

/**
 * One failure that was seen.
 *
 * @param at when it happened, by AWS's clock
 * @param knownTask whether an earlier event of the same task was counted already
 * @param diagnosis empty when the failure was counted without being diagnosed once more
 */
public record Sighting(EventKey event, Instant at, Symptom symptom, boolean knownTask, Optional<Diagnosis> diagnosis) {}
