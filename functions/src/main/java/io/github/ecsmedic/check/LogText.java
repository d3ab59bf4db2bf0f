package io.github.ecsmedic.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The end of a log, line by line, with the questions that all who read it ask. */
record LogText(List<LogLine> lines) {
    /** Lines that are read, from the end. */
    static final int MOST = 1_000;

    private static final int JOINED = 2_000;

    LogText {
        lines = List.copyOf(lines);
    }

    /** The newest lines; one entry may hold several. Lines without text are left out. */
    static LogText of(List<String> entries) {
        List<LogLine> newestFirst = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0 && newestFirst.size() < MOST; i--) {
            List<LogLine> read =
                    entries.get(i).lines().flatMap(l -> LogLine.of(l).stream()).toList();
            newestFirst.addAll(read.reversed());
        }
        List<LogLine> kept = new ArrayList<>(newestFirst.subList(0, Math.min(MOST, newestFirst.size())));
        Collections.reverse(kept);
        return new LogText(kept);
    }

    int size() {
        return lines.size();
    }

    /** The line, or {@code ""} beyond the end. */
    String text(int i) {
        return i >= 0 && i < size() ? lines.get(i).text() : "";
    }

    String lower(int i) {
        return i >= 0 && i < size() ? lines.get(i).lower() : "";
    }

    String stripped(int i) {
        return text(i).strip();
    }

    LogLevel level(int i) {
        return i >= 0 && i < size() ? lines.get(i).level() : LogLevel.NONE;
    }

    /** Whether the line exists and may continue the one before. */
    boolean continues(int i) {
        return i >= 0 && i < size() && !lines.get(i).entry();
    }

    boolean indented(int i) {
        return i >= 0 && i < size() && lines.get(i).indented();
    }

    /** Whether one of the words stands in the line, in whatever case; the words in small letters. */
    boolean says(int i, List<String> words) {
        String lower = lower(i);
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Lines {@code from} to {@code from + more} as one text, bounded. */
    String joined(int from, int more) {
        StringBuilder text = new StringBuilder(text(from));
        for (int i = from + 1; i <= from + more && i < size() && text.length() < JOINED; i++) {
            text.append('\n').append(text(i));
        }
        return text.toString();
    }
}
