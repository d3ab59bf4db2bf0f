package io.github.ecsmedic.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the owner of a service asks of us by tags; no other tag is kept.
 *
 * @param read whether the tags could be read; if not, nothing is known of them
 * @param values by the whole key, e.g. {@code ecs-medic:owner}; as the owner wrote them, untrusted
 */
public record OwnerTags(boolean read, Map<String, String> values) {
    /** Not read, or there is no service. */
    public static final OwnerTags UNREAD = new OwnerTags(false, Map.of());

    /** By what the keys of our tags begin. */
    public static final String PREFIX = "ecs-medic:";

    public OwnerTags {
        values = Map.copyOf(values);
    }

    /** Ours among all tags of a service. */
    public static OwnerTags of(Map<String, String> tags) {
        Map<String, String> ours = new TreeMap<>(tags);
        ours.keySet().removeIf(key -> !key.startsWith(PREFIX));
        return new OwnerTags(true, ours);
    }

    /** These where they were read, else what was known before. */
    public OwnerTags or(OwnerTags before) {
        return read ? this : before;
    }

    /** The value of {@code ecs-medic:NAME} without blanks around it, or {@code ""}. */
    public String of(String name) {
        return values.getOrDefault(PREFIX + name, "").strip();
    }
}
