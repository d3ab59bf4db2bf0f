package io.github.ecsmedic.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A watch in memory, held to the same contract as the table. */
public final class MemoryWatch implements Watch {
    private final Map<String, Map<String, Instant>> lacking = new HashMap<>();

    @Override
    public synchronized Map<String, Instant> lacking(String place) {
        return Map.copyOf(lacking.getOrDefault(place, Map.of()));
    }

    @Override
    public synchronized void change(String place, Map<String, Instant> began, Set<String> ended) {
        Map<String, Instant> here = lacking.computeIfAbsent(place, _ -> new HashMap<>());
        here.putAll(began);
        here.keySet().removeAll(ended);
    }
}
