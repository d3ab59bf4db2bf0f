package io.github.ecsmedic.signature;

/**
 * A literal that squeezed texts are searched for.
 *
 * @param least so many of its characters are enough where the text was cut off, all but trailing dots
 * @param number its number among the {@link Literals}, -1 when it is searched for by itself
 */
record Literal(String squeezed, int least, int number) {
    /** A part of the text as it stands. */
    static Literal of(String words) {
        String squeezed = Text.squeeze(words);
        return of(squeezed, squeezed.length());
    }

    static Literal of(String squeezed, int least) {
        return new Literal(squeezed, least, Literals.known().number(squeezed, least));
    }

    boolean in(Text text) {
        return number >= 0 ? text.found().has(number) : in(text.squeezed());
    }

    private boolean in(String text) {
        if (text.contains(squeezed)) {
            return true;
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '.') {
            end--;
        }
        for (int length = squeezed.length() - 1; length >= least; length--) {
            if (text.regionMatches(end - length, squeezed, 0, length)) {
                return true;
            }
        }
        return false;
    }
}
