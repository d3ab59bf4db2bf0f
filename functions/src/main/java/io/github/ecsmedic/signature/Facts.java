package io.github.ecsmedic.signature;

import java.util.Map;
import java.util.TreeMap;

/** What a message's own words tell, by kind, sorted; a kind that the text does not hold is missing from the map. */
public record Facts(Map<Fact, String> all) {
    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        all = java.util.Collections.unmodifiableMap(new TreeMap<>(all));
    }

    /** The fact, or {@code ""}. */
    public String get(Fact fact) {
        return all.getOrDefault(fact, "");
    }

    /** Whether the text holds it. */
    public boolean has(Fact fact) {
        return all.containsKey(fact);
    }
}
