package io.github.ecsmedic.notify;

import java.util.Locale;
import java.util.Set;

/** Where the value of a setting ends in a text, and whether it can be a secret. */
final class Values {
    /** What stands behind "password:" when a sentence is meant and no value. */
    private static final Set<String> PROSE = Set.of(
            "a",
            "access",
            "and",
            "are",
            "argument",
            "authentication",
            "authorization",
            "cannot",
            "could",
            "does",
            "empty",
            "environment",
            "error",
            "execution",
            "expected",
            "expired",
            "failed",
            "failure",
            "field",
            "for",
            "forbidden",
            "from",
            "has",
            "in",
            "incorrect",
            "insufficient",
            "invalid",
            "is",
            "key",
            "malformed",
            "mandatory",
            "mismatch",
            "missing",
            "must",
            "no",
            "none",
            "not",
            "null",
            "of",
            "operation",
            "or",
            "parameter",
            "permission",
            "please",
            "property",
            "request",
            "required",
            "resource",
            "secret",
            "service",
            "should",
            "string",
            "the",
            "this",
            "token",
            "unable",
            "unauthorized",
            "undefined",
            "unexpected",
            "unknown",
            "unset",
            "user",
            "value",
            "variable",
            "was",
            "will",
            "with",
            "wrong",
            "you",
            "your");

    private static final Set<String> NOTHING =
            Set.of("null", "none", "nil", "true", "false", "undefined", "empty", "unset", "yes", "no");

    private Values() {}

    static boolean endsWord(char c) {
        return Character.isWhitespace(c) || c == '"' || c == '\'' || c == '`' || c == '<' || c == '>';
    }

    static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && !endsWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /**
     * Where the value that begins at {@code from} ends: behind the text in quotes, or before white space. A quote that
     * nothing closes reaches to the end of the line.
     */
    static int end(String text, int from) {
        int start = afterWrapper(text, from);
        int at = start;
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        if (at == text.length() || !quote(text.charAt(at))) {
            return unquoted(text, start);
        }
        return closingQuote(text, at, at > start);
    }

    /** The first character behind an opening quote, its backslashes and a wrapper such as {@code Some(}. */
    static int inside(String text, int from) {
        int at = afterWrapper(text, from);
        while (at < text.length() && (text.charAt(at) == '\\' || quote(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static int afterWrapper(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        boolean wrapped = at + 1 < text.length() && text.charAt(at) == '(' && quote(text.charAt(at + 1));
        return wrapped ? at + 1 : from;
    }

    private static int unquoted(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '<') {
            end++;
        }
        return end;
    }

    private static int closingQuote(String text, int opening, boolean escaped) {
        char quote = text.charAt(opening);
        for (int at = opening + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                return at;
            }
            if (c == '\\' && !escaped) {
                at++;
            } else if (c == quote) {
                return escaped && text.charAt(at - 1) == '\\' ? at - 1 : at;
            }
        }
        return text.length();
    }

    private static boolean quote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    /** Words that say that there is no value. */
    static boolean nothing(String value) {
        return NOTHING.contains(bare(value)) || bare(value).isEmpty();
    }

    /** A word of a sentence, or the name of an error. */
    static boolean prose(String value) {
        String word = bare(value);
        return word.isEmpty() || PROSE.contains(word) || word.endsWith("exception") || word.endsWith("error");
    }

    /** A digit, a sign or a capital within: more than a word. */
    static boolean looksSecret(String value) {
        String word = strip(value);
        if (prose(word)) {
            return false;
        }
        boolean capitals = false;
        boolean small = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!Character.isLetter(c) && c != '-' && c != '/' && c != '.') {
                return true;
            }
            capitals |= i > 0 && Character.isUpperCase(c);
            small |= Character.isLowerCase(c);
        }
        return capitals && small && (LongTokens.random(word) || word.length() < 16);
    }

    private static String bare(String value) {
        return strip(value).toLowerCase(Locale.ROOT);
    }

    private static String strip(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && !Character.isLetterOrDigit(value.charAt(start)) && value.charAt(start) < 0x80) {
            start++;
        }
        while (end > start && ",.;:!?)]}\"'`".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return value.substring(start, end);
    }
}
