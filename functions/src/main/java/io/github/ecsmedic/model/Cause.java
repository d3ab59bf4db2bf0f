package io.github.ecsmedic.model;

import java.util.List;

/** One root cause, how sure it is, the objects it is about and the facts that show it. */
public record Cause(String id, Certainty certainty, String summary, Resources resources, List<Evidence> evidence) {
    public Cause {
        evidence = List.copyOf(evidence);
    }
}
