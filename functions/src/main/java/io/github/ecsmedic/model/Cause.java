package io.github.ecsmedic.model;

import java.util.List;

/**
 * One root cause, how sure it is, the objects it is about and the facts that show it.
 *
 * @param shared those of the objects by which other services are hit as well; none when the fault is this service's alone
 */
public record Cause(
        String id,
        Certainty certainty,
        String summary,
        Resources resources,
        Resources shared,
        List<Evidence> evidence) {
    public Cause {
        evidence = List.copyOf(evidence);
    }

    /** Of one service alone. */
    public Cause(String id, Certainty certainty, String summary, Resources resources, List<Evidence> evidence) {
        this(id, certainty, summary, resources, Resources.NONE, evidence);
    }

    /** The same in other words. */
    public Cause saying(String words, List<Evidence> facts) {
        return new Cause(id, certainty, words, resources, shared, facts);
    }
}
