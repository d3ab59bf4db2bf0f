package io.github.ecsmedic.model;

import java.util.Locale;

/** How sure a cause is, surest first. */
public enum Certainty {
    PROVEN,
    PROBABLE,
    POSSIBLE;

    /** The word used in JSON and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
