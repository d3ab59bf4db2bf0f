package io.github.ecsmedic.model;

import java.util.Map;

/**
 * Something that was attached to a task: its network interface ({@code eni} in events, {@code ElasticNetworkInterface}
 * in the API), a volume, a service-discovery entry.
 */
public record Attachment(String id, String type, String status, Map<String, String> details) {
    public Attachment {
        details = Map.copyOf(details);
    }

    /** A detail such as {@code subnetId}, or {@code ""}. */
    public String detail(String name) {
        return details.getOrDefault(name, "");
    }
}
