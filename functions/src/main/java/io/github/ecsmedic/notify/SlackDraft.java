package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of which messages for Slack are made, in the order in which they are asked for. */
final class SlackDraft {
    private static final int LINE = 400;
    private static final int ITEM = 600;
    private static final int OTHER_FIXES = 4;
    private static final int AWS_WORDS = 1_200;

    private final Diagnosis d;
    private final Story story;
    private final List<SlackBlock> blocks = new ArrayList<>();

    /** {@code told} may be told as it is. */
    SlackDraft(Diagnosis told, Story story) {
        this.d = told;
        this.story = story;
    }

    /** What broke, and the command that mends it. */
    void answer() {
        String headline = header();
        commands();
        story();
        cause(headline);
        fix().ifPresent(f -> blocks.add(new SlackBlock.Small("Fix " + Wording.about(f) + ".")));
    }

    /** The same for a message that is short enough to be read from its top to its end. */
    void lead() {
        cause(header());
        commands();
        fix().ifPresent(f -> blocks.add(new SlackBlock.Small("Fix " + Wording.about(f) + ".")));
        story();
    }

    private String header() {
        String before = mark() + story.word(Severity.of(d)) + " · ";
        String headline = Wording.headline(d, SlackBlock.HEADER - before.length());
        blocks.add(new SlackBlock.Header(before + headline));
        return headline;
    }

    private Optional<Remedy> fix() {
        return Wording.fix(d).filter(_ -> !story.over() && !next().isEmpty());
    }

    private void commands() {
        if (!next().isEmpty()) {
            String commands = String.join("\n", next());
            blocks.add(fix().isPresent() ? new SlackBlock.Code(commands) : new SlackBlock.Plain(commands));
        }
    }

    private List<String> next() {
        return story.over() ? List.of() : Wording.commands(d);
    }

    private void cause(String headline) {
        if (!headline.endsWith(Wording.sentence(d))) {
            blocks.add(new SlackBlock.Plain(Wording.sentence(d) + "."));
        }
    }

    void add(SlackBlock block) {
        blocks.add(block);
    }

    /** What a phone shows of it, and at most as many blocks as Slack takes. */
    SlackBody body() {
        List<String> next = next().isEmpty() ? story.lines() : next();
        return new SlackBody(Wording.headline(d, SlackBlock.HEADER) + "\n" + String.join("\n", next), blocks);
    }

    /** What has become of it. */
    void story() {
        if (!story.lines().isEmpty()) {
            blocks.add(new SlackBlock.Plain(joined(story.lines(), "")));
        }
    }

    private String mark() {
        if (story.stage() != Story.Stage.OPEN) {
            return "🟢 ";
        }
        return switch (story.severity(Severity.of(d))) {
            case CRITICAL -> "🔴 ";
            case WARNING -> "🟠 ";
            case INFO -> "🔵 ";
        };
    }

    /** What shows the cause. */
    void proof() {
        if (!d.causes().isEmpty()) {
            Cause cause = d.causes().getFirst();
            items(Wording.evidenceHeading(cause), Wording.evidence(cause));
        }
        if (!d.path().isEmpty()) {
            blocks.add(new SlackBlock.Plain(
                    "Path\n" + joined(d.path().stream().map(Wording::hop).toList(), "")));
        }
        if (!d.log().lines().isEmpty()) {
            blocks.add(new SlackBlock.Small("Log " + d.log().group() + " " + d.log().stream()));
            blocks.add(new SlackBlock.Code(
                    Wording.logLines(d).stream().map(line -> Cut.at(LINE, line)).collect(Collectors.joining("\n"))));
        }
    }

    /** What else is known. */
    void rest() {
        OtherCauses others = OtherCauses.of(d);
        items(others.heading(), others.equal());
        items("Also a cause", others.weaker());
        List<String> refuted = Wording.refutedIds(d);
        if (!refuted.isEmpty()) {
            blocks.add(new SlackBlock.Plain("Ruled out: " + String.join(", ", refuted)));
        }
        items(
                "Could not be checked",
                d.notChecked().stream().map(Wording::notChecked).toList());
        items(
                "Noticed beside it",
                d.sideFindings().stream().map(Wording::beside).toList());
        items("Also affected", Wording.affected(d));
        if (!Wording.looked(d).isEmpty()) {
            blocks.add(new SlackBlock.Small(Wording.looked(d) + "."));
        }
        items("Changed before", d.changes().stream().map(Wording::change).toList());
        items(
                "Differs from the last good revision",
                d.difference().stream().map(Wording::difference).toList());
        Wording.otherFixes(d).stream().limit(OTHER_FIXES).forEach(this::other);
    }

    private void other(Remedy fix) {
        blocks.add(new SlackBlock.Small("Other fix: " + Wording.about(fix) + "."));
        if (!fix.steps().isEmpty() && fix.decision() != Remedy.Decision.REFUSED) {
            blocks.add(new SlackBlock.Code(
                    fix.steps().stream().map(Remedy.Command::cli).collect(Collectors.joining("\n"))));
        }
    }

    /** What AWS said, and where to look. */
    void source() {
        links();
        words();
    }

    /** What AWS said, and what it cost to find out. */
    void words() {
        awsWords();
        place(Wording.cost(d.cost()) + ".");
    }

    void links() {
        List<ConsoleLinks.Link> links = ConsoleLinks.of(d);
        if (!links.isEmpty()) {
            blocks.add(new SlackBlock.Links(links));
        }
    }

    private void awsWords() {
        if (!d.message().isBlank()) {
            blocks.add(new SlackBlock.Small(
                    "AWS said (" + d.label() + "): " + Cut.at(AWS_WORDS, CleanText.line(d.message()))));
        }
    }

    /** Where and when; {@code more} stands behind it. */
    void place(String more) {
        blocks.add(new SlackBlock.Small((d.failedAt() == null ? "" : "Failed at " + d.failedAt() + ". ")
                + Wording.place(d.subject()) + ". " + more));
    }

    private void items(String heading, List<String> items) {
        if (!items.isEmpty()) {
            blocks.add(new SlackBlock.Plain(heading + "\n" + joined(items, "• ")));
        }
    }

    private static String joined(List<String> items, String before) {
        return items.stream().map(item -> before + Cut.at(ITEM, item)).collect(Collectors.joining("\n"));
    }
}
