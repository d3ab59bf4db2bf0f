package io.github.ecsmedic.doctor;

import java.util.List;

/**
 * What an exam found.
 *
 * @param remedy what to do about what is broken, command by command; else empty
 */
public record Line(String exam, State state, String says, List<String> remedy) {
    /** How it is. */
    public enum State {
        /** Looked at, and well. */
        GREEN,
        /** Looked at, and broken. */
        RED,
        /** Could not be looked at, which says nothing. */
        UNSEEN
    }

    public Line {
        remedy = List.copyOf(remedy);
    }
}
