package io.github.ecsmedic.notify;

/** A pattern of a rule: {@code *} stands for any number of characters, all else for itself. */
public record Glob(String text) {
    /** What a rule that does not name a matcher has in its place. */
    public static final Glob ANY = new Glob("*");

    /** No name holds it; only a star matches it. */
    private static final String ANYTHING = "\u0000";

    /** Whether the pattern stands for the whole of the name; takes time in proportion to both lengths at most. */
    public boolean matches(String name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < name.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                resume = in;
            } else if (at < text.length() && text.charAt(at) == name.charAt(in)) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    /** Whether it matches all that the other one matches. */
    public boolean covers(Glob other) {
        return matches(other.text.replace("*", ANYTHING));
    }
}
