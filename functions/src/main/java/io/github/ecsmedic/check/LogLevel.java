package io.github.ecsmedic.check;

import java.util.Locale;

/** How grave the writer of a line calls it, where the line says so. */
enum LogLevel {
    NONE,
    CALM,
    WARNING,
    ERROR,
    FATAL;

    private static final int WITHIN = 100;
    private static final int LONGEST = 11;

    /** The level that stands before the message; words of the message itself do not count. */
    static LogLevel of(String text, int stamp) {
        int end = Math.min(text.length(), stamp + WITHIN);
        LogLevel terse = ofTerseHeader(text, stamp);
        int words = 0;
        for (int i = stamp; terse == NONE && i < end; i++) {
            if (!Character.isLetter(text.charAt(i))) {
                continue;
            }
            int from = i;
            while (i < end && word(text.charAt(i))) {
                i++;
            }
            LogLevel level = i - from > LONGEST ? NONE : named(text.substring(from, i));
            if (level != NONE && (from == stamp ? heads(text, from, i) : stands(text, from, i, words))) {
                return level;
            }
            words++;
        }
        return terse;
    }

    /** Number levels of Node's JSON loggers: 30 is info, 50 is error. */
    static LogLevel numbered(String text) {
        return switch (text) {
            case "60" -> FATAL;
            case "50" -> ERROR;
            case "40" -> WARNING;
            case "10", "20", "30" -> CALM;
            default -> named(text);
        };
    }

    static LogLevel named(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "fatal", "panic", "dpanic", "critical", "crit", "emerg", "emergency", "alert", "ftl" -> FATAL;
            case "error", "err", "eror", "severe", "fail" -> ERROR;
            case "warn", "warning", "wrn" -> WARNING;
            case "info", "information", "inf", "notice", "debug", "dbg", "dbug", "trace", "trce", "vrb", "verbose" ->
                CALM;
            default -> NONE;
        };
    }

    /** {@code E1120 03:00:05.000000 1 main.go:33] …} as Google's loggers write. */
    private static LogLevel ofTerseHeader(String text, int stamp) {
        if (text.length() < stamp + 6 || text.charAt(stamp + 5) != ' ') {
            return NONE;
        }
        for (int i = stamp + 1; i < stamp + 5; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return NONE;
            }
        }
        return switch (text.charAt(stamp)) {
            case 'F' -> FATAL;
            case 'E' -> ERROR;
            case 'W' -> WARNING;
            case 'I' -> CALM;
            default -> NONE;
        };
    }

    /** The first word is a level when it is in capitals or a colon follows. */
    private static boolean heads(String text, int from, int to) {
        return capitals(text, from, to) || (to < text.length() && text.charAt(to) == ':');
    }

    private static boolean stands(String text, int from, int to, int wordsBefore) {
        char before = text.charAt(from - 1);
        char after = to < text.length() ? text.charAt(to) : ' ';
        if ((before == '[' && after == ']') || (before == '<' && after == '>')) {
            return true;
        }
        if (before == '=') {
            return from >= 6 && (text.startsWith("level", from - 6) || text.startsWith("lvl", from - 4));
        }
        if (!capitals(text, from, to) || (!Character.isWhitespace(before) && before != '[' && before != '|')) {
            return false;
        }
        int last = from - 1;
        while (last > 0 && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        char end = text.charAt(last);
        return wordsBefore <= 1 || end == '[' || end == ']' || end == '|' || end == '-' || end == ')' || end == 'M';
    }

    private static boolean capitals(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isUpperCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean word(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '/' || c == '$';
    }
}
