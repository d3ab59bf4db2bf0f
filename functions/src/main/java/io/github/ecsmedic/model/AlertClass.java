package io.github.ecsmedic.model;

import java.util.Locale;

/** What a label asks of the person on call. */
public enum AlertClass {
    /** Something is broken. */
    FAILURE,
    /** The platform did what it announced: told, never paged. */
    EXPECTED,
    /** Normal life. */
    BENIGN,
    /** Depends on what the text does not show; a diagnosis resolves it. */
    JUDGE;

    /** The word used in JSON and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
