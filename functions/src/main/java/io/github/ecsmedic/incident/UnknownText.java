package io.github.ecsmedic.incident;

import java.time.Instant;

/** A text that nobody recognised, as it was seen first, and how often it was diagnosed. */
public record UnknownText(String text, long count, Instant firstSeen, Instant lastSeen) {
    private static final int SHORTEST_ID = 8;

    /** Seen once. */
    public UnknownText(String text, Instant at) {
        this(text, 1, at, at);
    }

    /** With another one of the same shape. */
    public UnknownText and(UnknownText other) {
        return new UnknownText(
                other.firstSeen.isBefore(firstSeen) ? other.text : text,
                count + other.count,
                other.firstSeen.isBefore(firstSeen) ? other.firstSeen : firstSeen,
                other.lastSeen.isAfter(lastSeen) ? other.lastSeen : lastSeen);
    }

    /** What texts have in common that differ only in numbers and hexadecimal ids: these count as one text. */
    public static String shape(String text) {
        StringBuilder shape = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = i;
            boolean digits = false;
            boolean id = true;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                digits |= Character.isDigit(text.charAt(end));
                id &= Character.digit(text.charAt(end), 16) >= 0;
                end++;
            }
            if (digits && id && end - i >= SHORTEST_ID) {
                shape.append('#');
            } else {
                numbers(text, i, end, shape);
            }
            if (end < text.length()) {
                shape.append(text.charAt(end));
            }
            i = end + 1;
        }
        return shape.toString();
    }

    private static void numbers(String text, int from, int to, StringBuilder shape) {
        for (int i = from; i < to; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                shape.append(text.charAt(i));
            } else if (i == from || !Character.isDigit(text.charAt(i - 1))) {
                shape.append('#');
            }
        }
    }
}
