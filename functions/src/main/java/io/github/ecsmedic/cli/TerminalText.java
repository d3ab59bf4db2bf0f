package io.github.ecsmedic.cli;

import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Readiness;
import io.github.ecsmedic.notify.ReadinessReport;
import io.github.ecsmedic.notify.Redaction;
import io.github.ecsmedic.notify.Report;
import io.github.ecsmedic.notify.TextLayout;
import java.util.List;

/** A diagnosis for a person at a terminal: the first line names the cause, the second is the command to paste. */
public final class TerminalText {
    /** Columns when nothing else is known. */
    public static final int WIDTH = 80;

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";

    private TerminalText() {}

    /** Text with the given columns; colour is for terminals only. Commands are whole, however wide. */
    public static String of(Diagnosis diagnosis, int width, boolean colour) {
        return TextLayout.of(Report.of(Redaction.of(diagnosis), width), width, style(colour));
    }

    /** The same for what has not failed yet. */
    static String of(Readiness readiness, int width, boolean colour) {
        return TextLayout.of(ReadinessReport.of(Redaction.of(readiness)), width, style(colour));
    }

    /** Any other report. */
    static String of(List<Report.Part> parts, int width, boolean colour) {
        return TextLayout.of(parts, width, style(colour));
    }

    private static TextLayout.Style style(boolean colour) {
        return colour ? TerminalText::painted : (part, line) -> line;
    }

    private static String painted(Report.Part part, String line) {
        return switch (part) {
            case Report.Part.Headline headline -> BOLD + RED + line + RESET;
            case Report.Part.Command command -> GREEN + line + RESET;
            case Report.Part.Heading heading -> BOLD + line + RESET;
            case Report.Part.Hop hop -> hop.stopped() ? RED + line + RESET : line;
            case Report.Part.Logged logged -> DIM + line + RESET;
            case Report.Part.Footnote footnote -> DIM + line + RESET;
            case Report.Part.Paragraph paragraph -> line;
            case Report.Part.Item item -> line;
        };
    }
}
