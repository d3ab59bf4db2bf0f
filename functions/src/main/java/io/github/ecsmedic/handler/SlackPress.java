package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.aws.Json;
import io.github.ecsmedic.incident.Person;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;

/**
 * A button that was pressed, as Slack tells it ({@code block_actions}).
 *
 * @param team the workspace
 * @param message by which Slack finds the message with the button
 * @param action the button's {@code action_id}
 * @param value the button's
 * @param pressed tells presses of one button apart
 * @param replyUrl where an answer that only this person sees goes, or {@code ""}
 */
record SlackPress(
        String team,
        Person user,
        String channel,
        String message,
        String action,
        String value,
        String pressed,
        String replyUrl) {
    private static final String FIELD = "payload=";
    private static final int LONGEST_NAME = 64;

    /** Empty when the body is no form with one press. */
    static Optional<SlackPress> read(byte[] body) {
        String form = new String(body, UTF_8);
        if (!form.startsWith(FIELD) || form.indexOf('&') >= 0) {
            return Optional.empty();
        }
        try {
            return read(Json.parse(
                    URLDecoder.decode(form.substring(FIELD.length()), UTF_8).getBytes(UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<SlackPress> read(Json payload) {
        List<Json> actions = payload.objects("actions");
        if (!payload.text("type").equals("block_actions") || actions.size() != 1) {
            return Optional.empty();
        }
        Json action = actions.getFirst();
        Json user = payload.at("user");
        return Optional.of(new SlackPress(
                payload.at("team").text("id"),
                new Person(user.text("id"), name(user.text("username"))),
                payload.at("channel").text("id"),
                payload.at("container").text("message_ts"),
                action.text("action_id"),
                action.text("value"),
                action.text("action_ts"),
                payload.text("response_url")));
    }

    /** People choose it: one that is more than a word is left out. */
    static String name(String text) {
        boolean plain = text.length() <= LONGEST_NAME
                && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
        return plain ? text : "";
    }
}
