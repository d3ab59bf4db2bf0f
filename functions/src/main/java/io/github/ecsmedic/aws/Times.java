package io.github.ecsmedic.aws;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as AWS writes them: ISO 8601 with any number of digits, RFC 1123 in events of AWS Health. */
final class Times {
    private static final int NANOS = 9;

    private Times() {}

    /** Null when the text is no time. */
    static @Nullable Instant parse(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Character.isDigit(text.charAt(0))
                    ? Instant.parse(upToNanos(text))
                    : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String upToNanos(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return text;
        }
        int end = dot + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(0, Math.min(end, dot + 1 + NANOS)) + text.substring(end);
    }
}
