package io.github.ecsmedic.model;

import java.util.List;

/** The decisive lines of the culprit's own log stream, at most five; all empty when no log was read. */
public record LogTail(String group, String stream, List<String> lines) {
    public static final LogTail NONE = new LogTail("", "", List.of());

    public LogTail {
        lines = List.copyOf(lines);
    }
}
