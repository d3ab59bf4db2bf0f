package io.github.ecsmedic.mend;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much may be done; each allows what those before it allow. */
public enum Mode {
    /** Nothing is done, nothing is offered. */
    OFF,
    /** Fixes are printed. */
    NOTIFY,
    /** A person may start a fix by one click. */
    APPROVE,
    /** Fixes that are listed by their ids start by themselves. */
    AUTO;

    /** The word in tags, parameters and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a word that is none of them. */
    public static Optional<Mode> of(String word) {
        return Stream.of(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    /** The lesser of the two. */
    public Mode cappedBy(Mode cap) {
        return compareTo(cap) <= 0 ? this : cap;
    }
}
