package io.github.ecsmedic.check;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;

/**
 * One line of a log, in the form in which a person reads it.
 *
 * @param text without colours, at most {@link #LONGEST} characters; JSON is put in words
 * @param lower the beginning of the text in small letters, in which words are looked for
 * @param entry whether a logger began a new entry here, by a time or a level; else it may continue the line before
 */
record LogLine(String text, String lower, LogLevel level, boolean entry) {
    static final int LONGEST = 1_000;

    /** How many characters of a line are shown. */
    static final int SHOWN = 400;

    private static final int WORDS = 500;
    private static final int READ = 8_192;
    private static final String MONTHS_AND_DAYS =
            " Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun UTC GMT T Z AM PM ";
    private static final Pattern COLOUR = Pattern.compile("\\x1b\\[[0-9;]*[A-Za-z]");
    private static final Pattern HEADER = Pattern.compile(
            "^(?:[A-Z], \\[[^\\]]*\\] +)?(?i:[<\\[|]?(?:level=)?\\b(?:fatal|panic|critical|crit|emerg|alert|error|err|severe|fail|ftl)\\b[\\]>]?)"
                    + "(?: +\\d+)?(?:[ :|-]| ?\\[[^\\]]*\\])* *");
    private static final Pattern LOGGER =
            Pattern.compile("^(?:\\[[^\\]]*\\] *|\\d+#\\d+: )*(?:[\\w$-]+(?:[./][\\w$-]+)+ +(?:: |- )|msg=)");

    private static final Pattern RUNTIME = Pattern.compile(
            "^(?:Caused by: |---> |Exception in thread \"[^\"]*\" |Unhandled exception\\. |nginx: |PHP Fatal error:  Uncaught )(?:\\[emerg\\] )?");

    /** The lines that one written line is read as: JSON may hold a stack trace. */
    static List<LogLine> of(String written) {
        String bounded = written.length() > READ ? written.substring(0, READ) : written;
        String plain = bounded.indexOf('\u001b') < 0
                ? bounded
                : COLOUR.matcher(bounded).replaceAll("");
        String stripped = plain.strip();
        if (stripped.startsWith("{\"") || stripped.startsWith("{ \"")) {
            List<LogLine> read = LogJson.read(stripped);
            if (!read.isEmpty()) {
                return read;
            }
        }
        return stripped.isEmpty() ? List.of() : List.of(plain(plain));
    }

    static LogLine plain(String text) {
        int stamp = stamp(text);
        LogLevel level = LogLevel.of(text, stamp);
        // "Error: …" is as often a runtime's own word below a place as the beginning of something new
        boolean entry = stamp > 0 || (level != LogLevel.NONE && !text.startsWith("Error:"));
        return of(text, level, entry);
    }

    static LogLine of(String text, LogLevel level, boolean entry) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String words = bounded.length() > WORDS ? bounded.substring(0, WORDS) : bounded;
        return new LogLine(bounded, words.toLowerCase(Locale.ROOT), level, entry);
    }

    static LogLine continued(String text) {
        return of(text, LogLevel.NONE, false);
    }

    /** As it is shown; a cut is shown too. */
    String shown() {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    boolean indented() {
        return !text.isEmpty() && Character.isWhitespace(text.charAt(0));
    }

    /** What it says, without time, level and logger. */
    static String message(String line) {
        String said = line.substring(stamp(line)).strip();
        said = HEADER.matcher(said).replaceFirst("");
        said = LOGGER.matcher(said).replaceFirst("");
        said = RUNTIME.matcher(said).replaceFirst("");
        return said.isBlank() ? line.strip() : said.strip();
    }

    /** Where the message begins after a time, or 0 when the line begins with none. */
    private static int stamp(String text) {
        int digits = 0;
        int colons = 0;
        int i = 0;
        while (i < text.length() && i < 48) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                int to = i;
                while (to < text.length() && Character.isLetter(text.charAt(to))) {
                    to++;
                }
                if (!MONTHS_AND_DAYS.contains(" " + text.substring(i, to) + " ")) {
                    break;
                }
                i = to;
                continue;
            }
            if (c == '[' && colons >= 2) {
                break;
            }
            if (!Character.isDigit(c) && "-/:.,+ []".indexOf(c) < 0) {
                break;
            }
            digits += Character.isDigit(c) ? 1 : 0;
            colons += c == ':' ? 1 : 0;
            i++;
        }
        return digits >= 6 && colons >= 2 ? i : 0;
    }
}
