package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Diagnosis;
import java.util.List;

/**
 * A diagnosis as messages of Slack (Block Kit): one that holds all, for a web hook; or, for a bot, one that is short and
 * edited as things change, and what goes into its thread.
 *
 * <p>The header names the cause, below it stands the command. All text of others is in plain text or in a block of code,
 * and escaped in both.
 */
public final class SlackMessage {
    private SlackMessage() {}

    /** The body to post to a web hook for a diagnosis that stands alone. */
    public static String of(Diagnosis diagnosis, MessageOptions options) {
        return whole(options.told(diagnosis), Story.NONE, Mentions.NONE);
    }

    /** The body to post to a web hook for an incident. */
    public static String of(Bulletin bulletin, SlackOptions options) {
        return whole(
                options.message().told(bulletin.diagnosis()),
                Story.of(bulletin),
                Mentions.of(bulletin, options.quiet()));
    }

    private static String whole(Diagnosis told, Story story, Mentions mentions) {
        SlackDraft draft = new SlackDraft(told, story);
        draft.answer();
        if (!story.over()) {
            mentions.blocks().forEach(draft::add);
            draft.proof();
            draft.rest();
        }
        draft.source();
        return draft.body().json(json -> {});
    }

    /** What a bot posts first, and edits as things change. */
    static SlackBody root(Bulletin bulletin, SlackOptions options) {
        Diagnosis told = options.message().told(bulletin.diagnosis());
        Story story = Story.of(bulletin);
        SlackDraft draft = new SlackDraft(told, story);
        draft.lead();
        if (!story.over()) {
            Mentions.of(bulletin, options.quiet()).blocks().forEach(draft::add);
            List<SlackButton> buttons =
                    options.buttons() ? SlackButton.of(bulletin.incident(), options.plans()) : List.of();
            if (!buttons.isEmpty()) {
                draft.add(new SlackBlock.Actions(buttons));
            }
        }
        draft.links();
        draft.place("Evidence is in the thread.");
        return draft.body();
    }

    /** What a bot posts below it: all that proves it, or what has changed. */
    static SlackBody reply(Bulletin bulletin, SlackOptions options) {
        Diagnosis told = options.message().told(bulletin.diagnosis());
        Story story = Story.of(bulletin);
        SlackDraft draft = new SlackDraft(told, story);
        return switch (bulletin.news()) {
            case OPENED -> {
                draft.proof();
                draft.rest();
                draft.words();
                yield draft.body();
            }
            case CHANGED -> {
                draft.story();
                Mentions.ofChange(bulletin, options.quiet()).blocks().forEach(draft::add);
                draft.proof();
                draft.rest();
                yield draft.body();
            }
            case COUNTED, QUIET, RESOLVED -> {
                draft.story();
                yield draft.body();
            }
        };
    }
}
