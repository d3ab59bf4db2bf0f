package io.github.ecsmedic.notify;

/**
 * Text of others made harmless to look at: no terminal sequences, no control, bidirectional or invisible characters, no
 * broken surrogates.
 */
final class CleanText {
    private static final char ESCAPE = 0x1b;
    private static final char CSI = 0x9b;
    /** A string sequence (title, link) that is longer than this is not one. */
    private static final int LONGEST_SEQUENCE = 512;

    private CleanText() {}

    /** Keeps line feeds and tabs; every kind of line end becomes a line feed, every kind of space a space. */
    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int next = afterSequence(text, i);
            if (next > i) {
                i = next;
                continue;
            }
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
                continue;
            }
            append(clean, c);
        }
        return clean.toString();
    }

    /** The same on one line, with single spaces. */
    static String line(String text) {
        return String.join(" ", Words.of(of(text)));
    }

    private static void append(StringBuilder clean, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL -> {
                if (c == '\n' || c == '\t') {
                    clean.append((char) c);
                } else if (c == '\r' || c == 0x0b || c == 0x0c || c == 0x85) {
                    clean.append('\n');
                }
            }
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append('\n');
            case Character.SPACE_SEPARATOR -> clean.append(' ');
            case Character.SURROGATE -> clean.append('\uFFFD');
            case Character.FORMAT -> {
                // bidirectional marks, zero-width characters, tags: nothing that a reader sees
            }
            default -> {
                if (!invisible(c)) {
                    clean.appendCodePoint(c);
                }
            }
        }
    }

    /** Variation selectors, joiners and fillers that are letters or marks by their class and show nothing. */
    private static boolean invisible(int c) {
        return c == 0x034f
                || c == 0x115f
                || c == 0x1160
                || (c >= 0x180b && c <= 0x180f)
                || c == 0x3164
                || (c >= 0xfe00 && c <= 0xfe0f)
                || c == 0xffa0
                || (c >= 0xe0000 && c <= 0xe0fff);
    }

    /** Where the terminal sequence that begins at {@code i} ends; {@code i} when none does. */
    private static int afterSequence(String text, int i) {
        char c = text.charAt(i);
        if (c == CSI) {
            return afterControlSequence(text, i + 1);
        }
        if (c != ESCAPE || i + 1 >= text.length()) {
            return i;
        }
        return switch (text.charAt(i + 1)) {
            case '[' -> afterControlSequence(text, i + 2);
            case ']', 'P', 'X', '^', '_' -> afterString(text, i + 2);
            default -> {
                int end = i + 1;
                while (end < text.length() && text.charAt(end) >= 0x20 && text.charAt(end) <= 0x2f) {
                    end++;
                }
                yield Math.min(text.length(), end + (end < text.length() && text.charAt(end) < 0x7f ? 1 : 0));
            }
        };
    }

    private static int afterControlSequence(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= 0x20 && text.charAt(end) <= 0x3f) {
            end++;
        }
        return end < text.length() && text.charAt(end) >= 0x40 && text.charAt(end) <= 0x7e ? end + 1 : end;
    }

    private static int afterString(String text, int from) {
        int limit = Math.min(text.length(), from + LONGEST_SEQUENCE);
        for (int end = from; end < limit && text.charAt(end) != '\n'; end++) {
            char c = text.charAt(end);
            if (c == 0x07 || c == 0x9c) {
                return end + 1;
            }
            if (c == ESCAPE) {
                return end + 1 < text.length() && text.charAt(end + 1) == '\\' ? end + 2 : end;
            }
        }
        return from;
    }
}
