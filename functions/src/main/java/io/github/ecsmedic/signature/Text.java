package io.github.ecsmedic.signature;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A message's text in the two forms in which it is matched, and the literals that it holds.
 *
 * <p>{@code lines} keeps case and single spaces and is what facts are captured from. {@code squeezed} is lower case
 * without white space, quotes and backslashes, so that wrapping inside words, escaping and typographic quotes make no
 * difference (reference: AWS words the same failure with {@code '} and {@code ’}, and people paste it wrapped).
 */
final class Text {
    /** Characters that are looked at; container reasons hold at most 1,024, log lines more. */
    static final int LIMIT = 16_384;

    private static final byte[] SQUEEZED = squeezedLatin();

    private final String lines;
    private final boolean cut;
    private final byte[] bytes;
    private final int length;
    private final LiteralSet found;
    private @Nullable String squeezed;

    private Text(String original) {
        cut = original.length() > LIMIT;
        String text = cut ? original.substring(0, LIMIT) : original;
        bytes = new byte[text.length()];
        length = squeeze(text, bytes);
        lines = lines(text);
        found = Literals.known().in(bytes, length);
    }

    /** Normalises a text. */
    static Text of(String original) {
        return new Text(original);
    }

    /** The form in which a literal is looked for in {@link #squeezed}. */
    static String squeeze(String literal) {
        byte[] bytes = new byte[literal.length()];
        return new String(bytes, 0, squeeze(literal, bytes), StandardCharsets.ISO_8859_1);
    }

    String lines() {
        return lines;
    }

    /** Written out when a pattern asks for it: most texts are decided by literals. */
    String squeezed() {
        String known = squeezed;
        if (known == null) {
            known = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
            squeezed = known;
        }
        return known;
    }

    /** Whether the original was longer than {@link #LIMIT} characters. */
    boolean cut() {
        return cut;
    }

    LiteralSet found() {
        return found;
    }

    /** Squeezed into {@code bytes}; how many they are. */
    private static int squeeze(String text, byte[] bytes) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            byte b = c <= 0xff ? SQUEEZED[c] : squeezed(c);
            bytes[length] = b;
            length += b == 0 ? 0 : 1;
        }
        return length;
    }

    /** The text itself where it has nothing to straighten. */
    private static String lines(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean gap = c == ' ';
            if (gap ? space || i == text.length() - 1 : blank(c) || straight(c) != c) {
                return straightened(text);
            }
            space = gap;
        }
        return text;
    }

    private static String straightened(String text) {
        StringBuilder lines = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = straight(text.charAt(i));
            if (blank(c)) {
                space = true;
                continue;
            }
            if (space && !lines.isEmpty()) {
                lines.append(' ');
            }
            space = false;
            lines.append(c);
        }
        return lines.toString();
    }

    private static boolean blank(char c) {
        return c <= ' '
                || (c >= 0x7f && (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)));
    }

    private static byte[] squeezedLatin() {
        byte[] all = new byte[0x100];
        for (char c = 0; c < all.length; c++) {
            all[c] = blank(c) || c == '\'' || c == '"' || c == '`' || c == '\\' ? 0 : (byte) Character.toLowerCase(c);
        }
        return all;
    }

    /** Literals are plain text: what lies outside Latin is one sign for all. */
    private static byte squeezed(char c) {
        return straight(c) != c || blank(c) ? 0 : (byte) (c == '…' ? '.' : '?');
    }

    private static char straight(char c) {
        return switch (c) {
            case '’', '‘', '‚', '′' -> '\'';
            case '“', '”', '„', '″' -> '"';
            default -> c;
        };
    }
}
