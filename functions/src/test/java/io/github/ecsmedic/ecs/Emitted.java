package io.github.ecsmedic.ecs;

import java.time.Instant;
import java.util.Map;

/**
 * One event that ECS sends.
 *
 * @param type its detail-type
 * @param resource of which it tells
 * @param detail the members that tell this event from others; {@code version} only for tasks
 */
public record Emitted(Instant at, String type, String resource, Map<String, String> detail) {
    public static final String TASK = "ECS Task State Change";
    public static final String ACTION = "ECS Service Action";
    public static final String DEPLOYMENT = "ECS Deployment State Change";

    public Emitted {
        detail = Map.copyOf(detail);
    }

    public String name() {
        return detail.getOrDefault("eventName", "");
    }
}
