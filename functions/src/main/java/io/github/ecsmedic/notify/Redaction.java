package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Readiness;
import java.util.ArrayList;
import java.util.List;

/**
 * Hides secrets in the texts of a diagnosis, and cleans them of what is made to deceive the eye or a terminal.
 *
 * <p>It hides rather too much than too little: what is lost stands in the log itself. Ids, names and commands are
 * cleaned, never hidden, for they are what a person pastes. Applied twice it changes nothing more.
 */
public final class Redaction {
    /** What stands in place of a secret. */
    public static final String HIDDEN = "[hidden]";

    /** Characters of one text that are kept; of a log line, fewer. */
    static final int LIMIT = 16_384;

    private static final int LINE_LIMIT = 4_096;
    private static final int LINES = 20;

    private Redaction() {}

    /** The same diagnosis without secrets. Every sink tells this one. */
    public static Diagnosis of(Diagnosis diagnosis) {
        return new Texts(Redaction::text, CleanText::line, CleanText::of, Redaction::log).in(diagnosis);
    }

    /** The same for what has not failed yet. */
    public static Readiness of(Readiness readiness) {
        return new Texts(Redaction::text, CleanText::line, CleanText::of, Redaction::log).in(readiness);
    }

    /** A text without secrets; line feeds stay. Beyond 16,384 characters it is cut, and the cut is said. */
    public static String text(String text) {
        return hide(Cut.at(LIMIT, CleanText.of(Cut.bounded(2 * LIMIT, text))));
    }

    private static String hide(String clean) {
        String lower = lower(clean);
        Spans found = new Spans();
        SecretFormats.find(clean, found);
        UserInfo.find(clean, lower, found);
        Credentials.find(clean, lower, found);
        Assignments.find(clean, lower, found);
        LongTokens.find(clean, found);
        return found.isEmpty() ? clean : found.replacedBy(HIDDEN, clean);
    }

    /** A private key may reach over several lines, of which only the first says what it is. */
    private static LogTail log(LogTail log) {
        List<String> lines = new ArrayList<>();
        boolean withinKey = false;
        for (String line : log.lines().subList(0, Math.min(LINES, log.lines().size()))) {
            String clean = CleanText.of(Cut.bounded(2 * LINE_LIMIT, line));
            boolean ends = clean.contains("-----END");
            lines.add(withinKey && !ends ? HIDDEN : Cut.at(LINE_LIMIT, text(clean)));
            withinKey = !ends && (withinKey || (clean.contains("-----BEGIN") && clean.contains("PRIVATE KEY")));
        }
        return new LogTail(CleanText.line(log.group()), CleanText.line(log.stream()), lines);
    }

    /** Lower case letter by letter, so that places in both texts are the same. */
    private static String lower(String text) {
        char[] lower = text.toCharArray();
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] >= 'A' && lower[i] <= 'Z') {
                lower[i] = (char) (lower[i] - 'A' + 'a');
            }
        }
        return new String(lower);
    }
}
