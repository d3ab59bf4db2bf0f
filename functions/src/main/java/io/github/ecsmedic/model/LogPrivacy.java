package io.github.ecsmedic.model;

import java.util.List;

/**
 * Keeps the lines of a log out of a diagnosis: the tail itself, every fact that was read from a log, and every sentence
 * that quotes one of the lines.
 */
public final class LogPrivacy {
    private static final String WITHHELD = "what the log says is withheld";

    /** Shorter lines stand in any sentence by chance and give nothing away. */
    private static final int TELLING = 8;

    private LogPrivacy() {}

    /** The same diagnosis without a line of the log. */
    public static Diagnosis without(Diagnosis told) {
        return told.log().lines().isEmpty() ? told : without(told, told.log());
    }

    private static Diagnosis without(Diagnosis told, LogTail log) {
        return new Diagnosis(
                told.subject(),
                told.label(),
                told.alert(),
                told.message(),
                told.failedAt(),
                told.capacity(),
                told.causes().stream().map(c -> without(c, log)).toList(),
                told.sideFindings().stream().map(c -> without(c, log)).toList(),
                told.refuted().stream()
                        .map(r -> new Diagnosis.Refuted(r.id(), fact(r.because(), r.source(), log), r.source()))
                        .toList(),
                told.notChecked(),
                told.path(),
                told.alsoAffected(),
                told.looked(),
                told.changes(),
                new LogTail(log.group(), log.stream(), List.of()),
                told.difference(),
                told.fixes(),
                told.cost(),
                told.tags());
    }

    private static Cause without(Cause cause, LogTail log) {
        return cause.saying(
                without(cause.summary(), log),
                cause.evidence().stream()
                        .map(e -> new Evidence(fact(e.fact(), e.source(), log), e.source()))
                        .toList());
    }

    private static String fact(String text, String source, LogTail log) {
        return source.startsWith("logs:") ? WITHHELD : without(text, log);
    }

    private static String without(String text, LogTail log) {
        int from = log.quotedFrom(text);
        String kept = from < 0 ? text : text.substring(0, from) + WITHHELD;
        boolean quotes = log.lines().stream()
                .map(String::strip)
                .anyMatch(line -> line.length() >= TELLING && kept.contains(line));
        return quotes ? WITHHELD : kept;
    }
}
