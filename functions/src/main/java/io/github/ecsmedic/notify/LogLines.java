package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.LogTail;
import java.util.List;

/** Keeps what an application logged out of a diagnosis. */
public final class LogLines {
    static final String WITHHELD = "[log line withheld]";

    /** So many characters in a row that also stand in the log are a quotation. */
    private static final int QUOTATION = 20;

    /** A whole line is one even when it is shorter. */
    private static final int SHORTEST_LINE = 4;

    private LogLines() {}

    /** The same diagnosis without log lines, and without what its sentences quote from them. Names of variables stay. */
    public static Diagnosis withheld(Diagnosis diagnosis) {
        List<String> lines = diagnosis.log().lines().stream()
                .map(line -> line.substring(0, Math.min(line.length(), Redaction.LIMIT)))
                .toList();
        return new Texts(
                        text -> withoutQuotations(text, diagnosis.log(), lines),
                        name -> name,
                        command -> command,
                        log -> new LogTail(log.group(), log.stream(), List.of()))
                .in(diagnosis);
    }

    private static String withoutQuotations(String text, LogTail log, List<String> lines) {
        Spans quoted = new Spans();
        int from = log.quotedFrom(text);
        if (from >= 0) {
            quoted.add(from, text.length());
        }
        for (String line : lines) {
            String whole = line.strip();
            int at = whole.length() < SHORTEST_LINE ? -1 : text.indexOf(whole);
            if (at >= 0) {
                quoted.add(at, at + whole.length());
            }
            quotations(text, line, quoted);
        }
        return quoted.isEmpty() ? text : quoted.replacedBy(WITHHELD, text);
    }

    private static void quotations(String text, String line, Spans quoted) {
        int at = 0;
        while (at + QUOTATION <= text.length()) {
            int inLine = line.indexOf(text.substring(at, at + QUOTATION));
            if (inLine < 0) {
                at++;
                continue;
            }
            int length = QUOTATION;
            while (at + length < text.length()
                    && inLine + length < line.length()
                    && text.charAt(at + length) == line.charAt(inLine + length)) {
                length++;
            }
            if (text.substring(at, at + length).strip().indexOf(' ') >= 0) {
                quoted.add(at, at + length);
            }
            at += length;
        }
    }
}
