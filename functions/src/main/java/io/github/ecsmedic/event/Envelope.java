package io.github.ecsmedic.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every EventBridge event carries. {@code id} is unique per emission, not per fact: a redelivery keeps it, a
 * re-emission by ECS may not.
 */
public record Envelope(
        String id,
        String detailType,
        String source,
        String account,
        String region,
        @Nullable Instant time,
        List<String> resources) {
    public Envelope {
        resources = List.copyOf(resources);
    }
}
