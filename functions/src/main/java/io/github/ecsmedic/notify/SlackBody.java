package io.github.ecsmedic.notify;

import io.github.ecsmedic.json.JsonText;
import java.util.ArrayList;
import java.util.List;

/**
 * A message for Slack.
 *
 * @param text what a phone and a screen reader say of it
 * @param blocks those that Slack has room for
 */
record SlackBody(String text, List<SlackBlock> blocks) {
    private static final int NOTIFICATION = 2_800;

    SlackBody {
        blocks = List.copyOf(blocks.subList(0, Math.min(SlackBlock.BLOCKS, blocks.size())));
    }

    /** The same without what Slack could not read; the cut is said. */
    SlackBody plain(String why) {
        return new SlackBody(text + "\n(Cut short: Slack answered " + why + ".)", List.of());
    }

    /** With a block more at its end. */
    SlackBody with(SlackBlock last) {
        List<SlackBlock> more = new ArrayList<>(blocks.subList(0, Math.min(SlackBlock.BLOCKS - 1, blocks.size())));
        more.add(last);
        return new SlackBody(text, more);
    }

    /** {@code where} says which message it is. */
    String json(JsonText.Body where) {
        return JsonText.object(json -> {
            where.write(json);
            json.writeStringField("text", SlackText.escaped(text, NOTIFICATION));
            json.writeBooleanField("mrkdwn", false);
            json.writeStringField("parse", "none");
            json.writeBooleanField("link_names", false);
            json.writeBooleanField("unfurl_links", false);
            json.writeBooleanField("unfurl_media", false);
            JsonText.list(json, "blocks", blocks, (out, block) -> block.write(out));
        });
    }
}
