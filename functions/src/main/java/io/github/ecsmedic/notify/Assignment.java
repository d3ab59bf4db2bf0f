package io.github.ecsmedic.notify;

import java.util.Optional;

/**
 * A name that says that it is secret, with a value behind it.
 *
 * @param name lower case
 * @param quoted whether a quote stands between the name and the value: data, no sentence
 * @param withinPath whether the name is part of an ARN or an image reference: {@code …/token-issuer:latest}
 * @param loose whether white space stands before the value, as in a sentence
 */
record Assignment(String name, boolean equals, boolean quoted, boolean loose, boolean withinPath, Value value) {
    /** The value without its quotes; {@code lastOnLine} when nothing follows it on its line. */
    record Value(String text, int start, int end, boolean lastOnLine) {
        static Value at(String text, int from) {
            int end = Values.end(text, from);
            int start = Math.min(Values.inside(text, from), end);
            if (list(text, from)) {
                start = from;
                int close = text.indexOf(']', from);
                end = close < 0 ? Values.endOfLine(text, from) : close;
            }
            int after = end;
            while (after < text.length() && "\"'`,;)}] \t".indexOf(text.charAt(after)) >= 0) {
                after++;
            }
            boolean last = after >= text.length() || text.charAt(after) == '\n';
            return new Value(text.substring(start, end), start, end, last);
        }

        private static boolean list(String text, int from) {
            return from + 1 < text.length() && text.charAt(from) == '[' && "\"'\\".indexOf(text.charAt(from + 1)) >= 0;
        }
    }

    /** What stands on both sides of a {@code :} or {@code =}; empty when the left side names no secret. */
    static Optional<Assignment> around(int separator, String text, String lower) {
        int nameEnd = separator;
        while (nameEnd > 0 && separator - nameEnd < 6 && " \t\\\"'`]:=".indexOf(lower.charAt(nameEnd - 1)) >= 0) {
            nameEnd--;
        }
        int nameStart = nameEnd;
        while (nameStart > 0
                && nameEnd - nameStart < SecretNames.LONGEST
                && SecretNames.character(lower.charAt(nameStart - 1))) {
            nameStart--;
        }
        char before = nameStart > 0 ? lower.charAt(nameStart - 1) : ' ';
        String name = lower.substring(nameStart, nameEnd);
        boolean query = (before == '?' || before == '&') && (name.equals("key") || name.equals("code"));
        if (!query && !SecretNames.secret(name)) {
            return Optional.empty();
        }
        boolean equals = lower.charAt(separator) == '%';
        int from = equals ? separator + 3 : separator;
        while (from < text.length() && from - separator < 3 && ":=>".indexOf(text.charAt(from)) >= 0) {
            equals |= text.charAt(from) == '=';
            from++;
        }
        int value = from;
        while (value < text.length() && value - from < 8 && " \t".indexOf(text.charAt(value)) >= 0) {
            value++;
        }
        String between = lower.substring(nameEnd, from);
        boolean quoted = between.indexOf('"') >= 0 || between.indexOf('\'') >= 0;
        return Optional.of(new Assignment(
                name, equals, quoted, value > from, before == ':' || before == '/', Value.at(text, value)));
    }

    /** Whether the value is to be hidden. */
    boolean hides() {
        String text = value.text();
        if (Values.nothing(text) || structure(text) || counts(text)) {
            return false;
        }
        if (equals || quoted) {
            return true;
        }
        if (Values.prose(text)) {
            return false;
        }
        if (!loose) {
            return !withinPath;
        }
        boolean lastInQuotes = endsQuotes(text);
        return (!text.endsWith(":") || lastInQuotes)
                && ((text.length() >= 4 && Values.looksSecret(text))
                        || SecretNames.compound(name)
                        || ((value.lastOnLine() || lastInQuotes) && (name.contains("pass") || name.contains("pwd"))));
    }

    /** {@code exec: "password: …": not found}: name and value stand in quotes together, which end behind the value. */
    private static boolean endsQuotes(String text) {
        int last = text.length() - 1;
        return last > 0 && text.charAt(last) == ':' && "\"'`".indexOf(text.charAt(last - 1)) >= 0;
    }

    private static boolean structure(String text) {
        return text.startsWith("{") || text.startsWith("[{") || text.startsWith(Redaction.HIDDEN);
    }

    /** A number of tokens or secrets. */
    private boolean counts(String text) {
        boolean several = name.contains("tokens") || name.contains("secrets") || name.contains("credentials");
        return several && text.chars().allMatch(c -> Character.isDigit(c) || ",.)]};".indexOf(c) >= 0);
    }
}
