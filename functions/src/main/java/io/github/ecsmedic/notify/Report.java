package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A diagnosis as text to read at night: what it is, the command to paste, the evidence, then the rest.
 *
 * <p>The first part names the cause, the second is the command.
 */
public final class Report {
    /** A stretch of the text, in the form in which it is laid out. */
    public sealed interface Part {
        String text();

        /** Who and why. */
        record Headline(String text) implements Part {}

        /** To paste: on lines of its own, never wrapped. */
        record Command(String text) implements Part {}

        /** Begins a section. */
        record Heading(String text) implements Part {}

        record Paragraph(String text) implements Part {}

        record Item(String text) implements Part {}

        /** A line of a log, as it came. */
        record Logged(String text) implements Part {}

        /** A station of the packet. */
        record Hop(String text, boolean stopped) implements Part {}

        /** Of least weight. */
        record Footnote(String text) implements Part {}
    }

    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_MESSAGE = 1_500;

    private final Diagnosis d;
    private final Story story;
    private final List<Part> parts = new ArrayList<>();

    private Report(Diagnosis told, Story story) {
        this.d = told;
        this.story = story;
    }

    /** Of a diagnosis whose secrets are hidden ({@link Redaction#of}); {@code width} is the room of the first line. */
    public static List<Part> of(Diagnosis told, int width) {
        return of(told, Story.NONE, width);
    }

    /** The same of an incident; of one that is over, without what was to be done. */
    static List<Part> of(Diagnosis told, Story story, int width) {
        Report report = new Report(told, story);
        report.answer(width);
        if (!story.over()) {
            report.proof();
            report.rest();
            report.fixes();
        }
        report.source();
        return List.copyOf(report.parts);
    }

    private void answer(int width) {
        String headline = Wording.headline(d, width);
        String sentence = Wording.sentence(d);
        parts.add(new Part.Headline(headline));
        if (!story.over()) {
            command();
        }
        story.lines().forEach(line -> parts.add(new Part.Paragraph(line)));
        if (!headline.endsWith(sentence)) {
            parts.add(new Part.Heading("Cause"));
            parts.add(new Part.Paragraph(sentence + "."));
        }
    }

    private void command() {
        boolean fix = Wording.fix(d).isPresent();
        Wording.commands(d).forEach(line -> parts.add(fix ? new Part.Command(line) : new Part.Paragraph(line)));
    }

    private void proof() {
        if (!d.causes().isEmpty()) {
            Cause cause = d.causes().getFirst();
            section(Wording.evidenceHeading(cause), Wording.evidence(cause));
        }
        if (!d.log().lines().isEmpty()) {
            parts.add(new Part.Heading("Log " + d.log().group() + " " + d.log().stream()));
            Wording.logLines(d).forEach(line -> parts.add(new Part.Logged(Cut.at(LONGEST_LINE, line))));
        }
        if (!d.path().isEmpty()) {
            parts.add(new Part.Heading("Path"));
            d.path()
                    .forEach(hop -> parts.add(
                            new Part.Hop(Wording.hop(hop), hop.verdict().equals("failed"))));
        }
    }

    private void rest() {
        OtherCauses others = OtherCauses.of(d);
        section(others.heading(), others.equal());
        section("Also a cause", others.weaker());
        section("Ruled out", Wording.refuted(d));
        section(
                "Could not be checked",
                d.notChecked().stream().map(Wording::notChecked).toList());
        section(
                "Noticed beside it",
                d.sideFindings().stream().map(Wording::beside).toList());
        section("Also affected", Wording.affected(d));
        if (!Wording.looked(d).isEmpty()) {
            parts.add(new Part.Footnote(Wording.looked(d) + "."));
        }
        section("Changed before", d.changes().stream().map(Wording::change).toList());
        section(
                "Differs from the last good revision",
                d.difference().stream().map(Wording::difference).toList());
    }

    private void fixes() {
        Optional<Remedy> first = Wording.fix(d);
        first.ifPresent(fix -> {
            section("Fix", List.of(Wording.about(fix)));
            undo(fix);
        });
        List<Remedy> others = Wording.otherFixes(d);
        if (!others.isEmpty()) {
            parts.add(new Part.Heading(first.isPresent() ? "Other fixes" : "Fixes"));
        }
        for (Remedy fix : others) {
            parts.add(new Part.Item(Wording.about(fix)));
            if (fix.decision() != Remedy.Decision.REFUSED) {
                fix.steps().forEach(step -> parts.add(new Part.Command(step.cli())));
            }
        }
    }

    private void undo(Remedy fix) {
        List<String> undo = fix.steps().reversed().stream()
                .map(Remedy.Command::undo)
                .filter(command -> !command.isEmpty())
                .toList();
        if (!undo.isEmpty()) {
            parts.add(new Part.Item("To undo it:"));
            undo.forEach(command -> parts.add(new Part.Command(command)));
        }
    }

    private void source() {
        if (!d.message().isBlank()) {
            parts.add(new Part.Heading("AWS said (" + d.label() + ")"));
            parts.add(new Part.Paragraph(Cut.at(LONGEST_MESSAGE, CleanText.line(d.message()))));
        }
        String failed = d.failedAt() == null ? "" : "Failed at " + d.failedAt() + ". ";
        String revision =
                d.subject().taskDefinition().isEmpty() ? "" : d.subject().taskDefinition() + ". ";
        parts.add(new Part.Footnote(failed + revision + Wording.cost(d.cost()) + "."));
        if (!d.subject().account().isEmpty()) {
            parts.add(new Part.Footnote(Wording.place(d.subject()) + "."));
        }
        if (!d.subject().taskArn().isEmpty()) {
            parts.add(new Part.Footnote(d.subject().taskArn()));
        }
    }

    private void section(String heading, List<String> items) {
        if (!items.isEmpty()) {
            parts.add(new Part.Heading(heading));
            items.forEach(item -> parts.add(new Part.Item(item)));
        }
    }
}
