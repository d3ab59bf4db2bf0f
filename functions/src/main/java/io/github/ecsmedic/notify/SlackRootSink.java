package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.News;
import java.util.Set;

/** One message an incident, posted with a bot token and edited as counts, cause and state change. */
public final class SlackRootSink implements Sink, DigestSink {
    /** With these the message that was to be edited is not there any more, or not ours to edit. */
    private static final Set<String> LOST =
            Set.of("message_not_found", "cant_update_message", "edit_window_closed", "invalid_ts");

    private final SlackApi api;
    private final SlackOptions options;

    public SlackRootSink(SlackKey key, SlackOptions options, SlackPace pace, TimeBudget budget) {
        this.api = new SlackApi(key, pace, budget);
        this.options = options;
    }

    @Override
    public String name() {
        return SlackSink.NAME;
    }

    @Override
    public boolean wants(News news) {
        return true;
    }

    /** The reference of its message. Where that was deleted, a new one is posted. */
    @Override
    public String tell(Bulletin bulletin) {
        SlackBody body = SlackMessage.root(bulletin, options);
        SlackPost posted = SlackPost.of(bulletin.before().reference());
        if (!posted.ts().isEmpty()) {
            SlackApi.Answer edited = api.said("chat.update", body, json -> {
                json.writeStringField("channel", posted.channel());
                json.writeStringField("ts", posted.ts());
            });
            if (edited.ok()) {
                return posted.reference();
            }
            if (!LOST.contains(edited.error()) && !edited.placeGone()) {
                throw SlackApi.refusal(edited.error());
            }
        }
        return post(body, bulletin.direction().channel());
    }

    /** Into the stack's channel. */
    @Override
    public void tell(Digest digest) {
        SlackBody body = DigestStory.of(digest, options.message()).slack();
        SlackApi.Answer answer = posted(body, options.channel());
        if (!answer.ok()) {
            throw SlackApi.refusal(answer.error());
        }
    }

    /** Into the channel that tags and rules name; the stack's own takes what that one does not. */
    private String post(SlackBody body, String directed) {
        String channel = directed.isEmpty() ? options.channel() : directed;
        SlackApi.Answer answer = posted(body, channel);
        if (answer.placeGone() && !channel.equals(options.channel())) {
            String why = "Not posted in " + channel + ", where it belongs: " + answer.error() + ".";
            answer = posted(body.with(new SlackBlock.Small(why)), options.channel());
        }
        if (!answer.ok()) {
            throw SlackApi.refusal(answer.error());
        }
        return new SlackPost(answer.channel(), answer.ts()).reference();
    }

    private SlackApi.Answer posted(SlackBody body, String channel) {
        return api.said("chat.postMessage", body, json -> json.writeStringField("channel", channel));
    }
}
