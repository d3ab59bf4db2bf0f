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
        List<String> lines = told.log().lines().stream()
                .map(String::strip)
                .filter(l -> l.length() >= TELLING)
                .toList();
        return told.log().lines().isEmpty() ? told : without(told, lines);
    }

    private static Diagnosis without(Diagnosis told, List<String> lines) {
        return new Diagnosis(
                told.subject(),
                told.label(),
                told.alert(),
                told.message(),
                told.failedAt(),
                told.capacity(),
                told.causes().stream().map(c -> without(c, lines)).toList(),
                told.sideFindings().stream().map(c -> without(c, lines)).toList(),
                told.refuted().stream()
                        .map(r -> new Diagnosis.Refuted(r.id(), fact(r.because(), r.source(), lines), r.source()))
                        .toList(),
                told.notChecked(),
                told.path(),
                told.alsoAffected(),
                told.looked(),
                told.changes(),
                new LogTail(told.log().group(), told.log().stream(), List.of()),
                told.difference(),
                told.fixes(),
                told.cost());
    }

    private static Cause without(Cause cause, List<String> lines) {
        return new Cause(
                cause.id(),
                cause.certainty(),
                without(cause.summary(), lines),
                cause.resources(),
                cause.evidence().stream()
                        .map(e -> new Evidence(fact(e.fact(), e.source(), lines), e.source()))
                        .toList());
    }

    private static String fact(String text, String source, List<String> lines) {
        return source.startsWith("logs:") ? WITHHELD : without(text, lines);
    }

    private static String without(String text, List<String> lines) {
        return lines.stream().anyMatch(text::contains) ? WITHHELD : text;
    }
}
