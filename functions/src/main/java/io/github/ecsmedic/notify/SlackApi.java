package io.github.ecsmedic.notify;

import io.github.ecsmedic.json.JsonFields;
import io.github.ecsmedic.json.JsonText;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Calls the methods of Slack's Web API with a bot token.
 *
 * <p>See docs.slack.dev, "chat.postMessage" and "chat.update": what is refused is answered with 200 and
 * {@code "ok": false}, too many requests with 429.
 */
final class SlackApi {
    private static final Set<String> CREDENTIAL = Set.of(
            "account_inactive",
            "invalid_auth",
            "missing_scope",
            "no_permission",
            "not_allowed_token_type",
            "not_authed",
            "token_expired",
            "token_revoked");
    private static final Set<String> PLACE = Set.of(
            "channel_not_found",
            "is_archived",
            "not_in_channel",
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel");
    private static final Set<String> UNREADABLE = Set.of(
            "invalid_arguments",
            "invalid_blocks",
            "invalid_blocks_format",
            "msg_blocks_too_long",
            "msg_too_long",
            "no_text",
            "too_many_attachments");
    private static final Set<String> UNSURE =
            Set.of("fatal_error", "internal_error", "request_timeout", "service_unavailable");

    private final SlackKey key;
    private final SlackPace pace;
    private final TimeBudget budget;

    SlackApi(SlackKey key, SlackPace pace, TimeBudget budget) {
        this.key = key;
        this.pace = pace;
        this.budget = budget;
    }

    /** What Slack answered; {@code error} is {@code ""} when it did it. */
    record Answer(String error, String channel, String ts) {
        boolean ok() {
            return error.isEmpty();
        }

        /** Whether another channel would take it. */
        boolean placeGone() {
            return PLACE.contains(error);
        }

        /** Whether a shorter message would be taken. */
        boolean unreadable() {
            return UNREADABLE.contains(error);
        }
    }

    /** Says it; when Slack cannot read it, as plain text. */
    Answer said(String method, SlackBody body, JsonText.Body where) {
        Answer answer = call(method, body.json(where));
        return answer.unreadable() ? call(method, body.plain(answer.error).json(where)) : answer;
    }

    /**
     * Calls a method. A token that is refused is read again from its secret, once.
     *
     * @throws SinkException when Slack did not answer, wants no more, or does not know the token
     */
    private Answer call(String method, String body) {
        SlackAccess known = key.access();
        Answer answer = call(method, body, known);
        if (CREDENTIAL.contains(answer.error)) {
            SlackAccess renewed = key.renewed(known);
            answer = renewed.equals(known) ? answer : call(method, body, renewed);
        }
        if (CREDENTIAL.contains(answer.error) || UNSURE.contains(answer.error)) {
            throw refusal(answer.error);
        }
        return answer;
    }

    private Answer call(String method, String body, SlackAccess access) {
        if (!(access instanceof SlackAccess.Bot bot)) {
            throw new SinkException(
                    "The Slack secret holds a web hook, whose channel is fixed. Store a bot token (xoxb-…) in it, or"
                            + " leave ECS_MEDIC_SLACK_CHANNEL out.",
                    SinkFault.MISCONFIGURED);
        }
        HttpPost.Reply reply =
                pace.send(() -> new HttpPost(bot.api().resolve(method), "Bearer " + bot.token(), body), budget);
        if (reply.status() != HttpURLConnection.HTTP_OK) {
            throw new SinkException(
                    "Slack failed: " + reply.status() + ". The message has to be sent again later.",
                    SinkFault.UNAVAILABLE);
        }
        Answer answer = read(reply.body());
        if (answer.error.equals("ratelimited") || answer.error.equals("rate_limited")) {
            throw pace.tooMany(
                    reply.retryAfter().compareTo(Duration.ofSeconds(30)) > 0
                            ? reply.retryAfter()
                            : Duration.ofSeconds(30));
        }
        return answer;
    }

    private static Answer read(String body) {
        try {
            Map<String, String> fields = JsonFields.of(body.getBytes(StandardCharsets.UTF_8));
            boolean ok = fields.getOrDefault("ok", "").equals("true");
            String error = ok ? "" : CleanText.line(Cut.bounded(64, fields.getOrDefault("error", "no reason")));
            return new Answer(error, fields.getOrDefault("channel", ""), fields.getOrDefault("ts", ""));
        } catch (IOException ignored) {
            // its text quotes what was sent
            throw new SinkException(
                    "Slack's answer was cut off. The message may or may not have arrived.", SinkFault.UNANSWERED);
        }
    }

    /** What to do about an error of Slack. */
    static SinkException refusal(String error) {
        String said = "Slack refused the message: " + error + ". ";
        if (CREDENTIAL.contains(error)) {
            return new SinkException(
                    said + "Install the Slack app again with the scope chat:write and store its bot token in the"
                            + " secret.",
                    SinkFault.CREDENTIAL_REFUSED);
        }
        if (PLACE.contains(error)) {
            return new SinkException(
                    said + "Invite the bot into the channel, or set ECS_MEDIC_SLACK_CHANNEL to one that exists.",
                    SinkFault.PLACE_GONE);
        }
        if (UNREADABLE.contains(error)) {
            return new SinkException(
                    said + "This is a fault of ECS Medic; the diagnosis is on SNS.", SinkFault.UNREADABLE);
        }
        return UNSURE.contains(error)
                ? new SinkException(said + "The message may or may not have arrived.", SinkFault.UNANSWERED)
                : new SinkException(said + "The message has to be sent again later.", SinkFault.UNAVAILABLE);
    }
}
