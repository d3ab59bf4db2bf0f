package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.News;
import java.net.HttpURLConnection;

/**
 * Posts to an incoming web hook.
 *
 * <p>A request is repeated only when Slack says that it did not take it (429) and when to come back: a web hook makes a
 * new message of every request that it takes.
 */
public final class SlackSink implements Sink, DigestSink {
    /** As the table knows whatever posts the first message into Slack. */
    public static final String NAME = "slack";

    private static final int LONGEST_ANSWER = 200;

    private final SlackKey key;
    private final SlackOptions options;
    private final SlackPace pace;
    private final TimeBudget budget;

    public SlackSink(SlackKey key, SlackOptions options, SlackPace pace, TimeBudget budget) {
        this.key = key;
        this.options = options;
        this.pace = pace;
        this.budget = budget;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean wants(News news) {
        return MESSAGES.contains(news);
    }

    @Override
    public String tell(Bulletin bulletin) {
        post(SlackMessage.of(bulletin, options));
        return "";
    }

    @Override
    public void tell(Digest digest) {
        post(DigestStory.of(digest, options.message()).slack().json(json -> {}));
    }

    /** When Slack no longer knows the address, the secret is read again. */
    private void post(String body) {
        SlackAccess known = key.access();
        try {
            post(body, known);
        } catch (SinkException e) {
            SlackAccess renewed = e.addressRefused() ? key.renewed(known) : known;
            if (renewed.equals(known)) {
                throw e;
            }
            post(body, renewed);
        }
    }

    private void post(String body, SlackAccess access) {
        if (!(access instanceof SlackAccess.Hook(WebhookUrl url))) {
            throw new SinkException(
                    "The Slack secret holds a bot token, and no channel is set. Set ECS_MEDIC_SLACK_CHANNEL.",
                    SinkFault.MISCONFIGURED);
        }
        HttpPost.Reply reply = pace.send(() -> new HttpPost(url.uri(), "", body), budget);
        if (reply.status() != HttpURLConnection.HTTP_OK) {
            throw new SinkException(refusal(reply), fault(reply.status()));
        }
    }

    private static String refusal(HttpPost.Reply reply) {
        String said = reply.status() + " " + Redaction.text(CleanText.line(Cut.bounded(LONGEST_ANSWER, reply.body())));
        return switch (reply.status()) {
            case 403, 404, 410 ->
                "Slack refused the message: " + said
                        + ". The web hook was removed or its channel archived: make a new one and store it in the secret.";
            case 400, 413 ->
                "Slack could not read the message: " + said
                        + ". This is a fault of ECS Medic; the diagnosis is on SNS.";
            case 301, 302, 303, 307, 308 ->
                "The web hook redirects (" + reply.status()
                        + "), which is not followed. Store the URL that Slack shows for the web hook.";
            default -> "Slack failed: " + said + ". The message has to be sent again later.";
        };
    }

    private static SinkFault fault(int status) {
        return switch (status) {
            case 403, 404, 410 -> SinkFault.PLACE_GONE;
            case 400, 413 -> SinkFault.UNREADABLE;
            case 301, 302, 303, 307, 308 -> SinkFault.MISCONFIGURED;
            default -> SinkFault.UNAVAILABLE;
        };
    }
}
