package io.github.ecsmedic.notify;

/** Shortens texts between two characters, and says so. */
final class Cut {
    private static final String SAID = " … (cut)";

    private Cut() {}

    /** At most {@code limit} characters, the remark included. */
    static String at(int limit, String text) {
        if (text.length() <= limit) {
            return text;
        }
        return bounded(limit - SAID.length(), text) + SAID;
    }

    /** At most {@code limit} characters, without a remark. */
    static String bounded(int limit, String text) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Math.max(0, limit);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}
