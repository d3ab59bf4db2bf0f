package io.github.ecsmedic.notify;

import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A diagnosis as a message for an incoming web hook of Slack (Block Kit).
 *
 * <p>The header names the cause, below it stands the command. All text of others is in plain text or in a block of code,
 * and escaped in both.
 */
public final class SlackMessage {
    private static final int NOTIFICATION = 2_800;
    private static final int LINE = 400;
    private static final int ITEM = 600;
    private static final int OTHER_FIXES = 4;
    private static final int AWS_WORDS = 1_200;

    private final Diagnosis d;
    private final Story story;
    private final List<SlackBlock> blocks = new ArrayList<>();

    private SlackMessage(Diagnosis told, Story story) {
        this.d = told;
        this.story = story;
    }

    /** The body to post for a diagnosis that stands alone. */
    public static String of(Diagnosis diagnosis, MessageOptions options) {
        return of(options.told(diagnosis), Story.NONE);
    }

    /** The body to post for an incident. */
    public static String of(Bulletin bulletin, MessageOptions options) {
        return of(options.told(bulletin.diagnosis()), Story.of(bulletin));
    }

    private static String of(Diagnosis told, Story story) {
        SlackMessage message = new SlackMessage(told, story);
        message.answer();
        if (!story.over()) {
            message.proof();
            message.rest();
        }
        message.source();
        return message.json();
    }

    private String json() {
        List<String> next = story.over() ? story.lines() : Wording.commands(d);
        String notification = Wording.headline(d, SlackBlock.HEADER) + "\n" + String.join("\n", next);
        return JsonText.object(json -> {
            json.writeStringField("text", SlackText.escaped(notification, NOTIFICATION));
            json.writeBooleanField("mrkdwn", false);
            json.writeStringField("parse", "none");
            json.writeBooleanField("link_names", false);
            json.writeBooleanField("unfurl_links", false);
            json.writeBooleanField("unfurl_media", false);
            JsonText.list(json, "blocks", shown(), (out, block) -> block.write(out));
        });
    }

    private List<SlackBlock> shown() {
        return blocks.subList(0, Math.min(SlackBlock.BLOCKS, blocks.size()));
    }

    private void answer() {
        String before = mark() + story.word(Severity.of(d)) + " · ";
        String headline = Wording.headline(d, SlackBlock.HEADER - before.length());
        blocks.add(new SlackBlock.Header(before + headline));
        Optional<Remedy> fix = Wording.fix(d).filter(_ -> !story.over());
        if (!story.over()) {
            String commands = String.join("\n", Wording.commands(d));
            blocks.add(fix.isPresent() ? new SlackBlock.Code(commands) : new SlackBlock.Plain(commands));
        }
        if (!story.lines().isEmpty()) {
            blocks.add(new SlackBlock.Plain(joined(story.lines(), "")));
        }
        if (!headline.endsWith(Wording.sentence(d))) {
            blocks.add(new SlackBlock.Plain(Wording.sentence(d) + "."));
        }
        fix.ifPresent(f -> blocks.add(new SlackBlock.Small("Fix " + Wording.about(f) + ".")));
    }

    private String mark() {
        if (story.over()) {
            return "🟢 ";
        }
        return switch (story.severity(Severity.of(d))) {
            case CRITICAL -> "🔴 ";
            case WARNING -> "🟠 ";
            case INFO -> "🔵 ";
        };
    }

    private void proof() {
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

    private void rest() {
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

    private void source() {
        List<ConsoleLinks.Link> links = ConsoleLinks.of(d);
        if (!links.isEmpty()) {
            blocks.add(new SlackBlock.Links(links));
        }
        if (!d.message().isBlank()) {
            blocks.add(new SlackBlock.Small(
                    "AWS said (" + d.label() + "): " + Cut.at(AWS_WORDS, CleanText.line(d.message()))));
        }
        blocks.add(new SlackBlock.Small((d.failedAt() == null ? "" : "Failed at " + d.failedAt() + ". ")
                + "Account " + d.subject().account() + ", " + d.subject().region() + ". " + Wording.cost(d.cost())
                + "."));
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
