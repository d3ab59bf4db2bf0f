package io.github.ecsmedic.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a task passed the stages of its life; a stage that it did not reach is null. */
public record Timeline(
        @Nullable Instant createdAt,
        @Nullable Instant pullStartedAt,
        @Nullable Instant pullStoppedAt,
        @Nullable Instant startedAt,
        @Nullable Instant stoppingAt,
        @Nullable Instant executionStoppedAt,
        @Nullable Instant stoppedAt) {
    public static final Timeline NONE = new Timeline(null, null, null, null, null, null, null);
}
