package io.github.ecsmedic.notify;

/** Text of others made safe for Slack: nothing in it is a mention, a link, a fence or too long. */
final class SlackText {
    private static final String SAID = " … (cut)";

    private SlackText() {}

    /**
     * Escaped and at most {@code limit} characters. It is cut after escaping, never within a character or an entity, and
     * the cut is said.
     */
    static String escaped(String text, int limit) {
        StringBuilder escaped = new StringBuilder(Math.min(text.length(), limit) + 16);
        int kept = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(c);
            }
            if (escaped.length() <= limit - SAID.length()) {
                kept = escaped.length();
            } else if (escaped.length() > limit) {
                escaped.setLength(kept);
                return escaped.append(SAID).toString();
            }
        }
        return escaped.toString();
    }

    /** A block of code that its text cannot end: three backticks in it become apostrophes. */
    static String code(String text, int limit) {
        String open = "```\n";
        String close = "\n```";
        return open + escaped(text.replace("```", "'''"), limit - open.length() - close.length()) + close;
    }
}
