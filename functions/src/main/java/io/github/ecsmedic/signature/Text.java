package io.github.ecsmedic.signature;

import java.util.Locale;

/**
 * A message's text in the two forms in which it is matched.
 *
 * <p>{@code lines} keeps case and single spaces and is what facts are captured from. {@code squeezed} is lower case
 * without white space, quotes and backslashes, so that wrapping inside words, escaping and typographic quotes make no
 * difference (reference: AWS words the same failure with {@code '} and {@code ’}, and people paste it wrapped).
 *
 * @param cut whether the original was longer than {@link #LIMIT} characters
 */
public record Text(String lines, String squeezed, boolean cut) {
    /** Characters that are looked at; container reasons hold at most 1,024, log lines more. */
    public static final int LIMIT = 16_384;

    /** Normalises a text. */
    public static Text of(String original) {
        boolean cut = original.length() > LIMIT;
        String text = cut ? original.substring(0, LIMIT) : original;
        StringBuilder lines = new StringBuilder(text.length());
        StringBuilder squeezed = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = straight(text.charAt(i));
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                space = true;
                continue;
            }
            if (space && !lines.isEmpty()) {
                lines.append(' ');
            }
            space = false;
            lines.append(c);
            if (c != '\'' && c != '"' && c != '`' && c != '\\') {
                squeezed.append(plain(c));
            }
        }
        return new Text(lines.toString(), squeezed.toString().toLowerCase(Locale.ROOT), cut);
    }

    /**
     * Whether the squeezed text holds the literal, or ends inside it: messages are cut off at any place.
     *
     * @param literal squeezed
     * @param least so many characters of it must be there
     */
    boolean holds(String literal, int least) {
        if (squeezed.contains(literal)) {
            return true;
        }
        int end = squeezed.length();
        while (end > 0 && squeezed.charAt(end - 1) == '.') {
            end--;
        }
        for (int length = literal.length() - 1; length >= least; length--) {
            if (squeezed.regionMatches(end - length, literal, 0, length)) {
                return true;
            }
        }
        return false;
    }

    /** The form in which a literal is looked for in {@link #squeezed}. */
    public static String squeeze(String literal) {
        return of(literal).squeezed;
    }

    /** Literals are plain text, and a text of single bytes is searched several times faster. */
    private static char plain(char c) {
        if (c == '…') {
            return '.';
        }
        return c > 0xff ? '?' : c;
    }

    private static char straight(char c) {
        return switch (c) {
            case '’', '‘', '‚', '′' -> '\'';
            case '“', '”', '„', '″' -> '"';
            default -> c;
        };
    }
}
