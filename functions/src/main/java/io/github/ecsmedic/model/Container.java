package io.github.ecsmedic.model;

import org.jspecify.annotations.Nullable;

/**
 * One container of a task, as the event or DescribeTasks shows it.
 *
 * @param image {@code ""} for the sidecars that AWS injects without one
 * @param imageDigest {@code sha256:…} or {@code ""}
 * @param exitCode null when the process never ran
 * @param reason at most 1,024 characters of free text, or {@code ""}
 */
public record Container(
        String name,
        String image,
        String imageDigest,
        String runtimeId,
        String lastStatus,
        @Nullable Integer exitCode,
        String reason) {}
