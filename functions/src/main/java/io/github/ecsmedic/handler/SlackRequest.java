package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.aws.Json;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Person;
import io.github.ecsmedic.incident.SlackAction;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.Sha256;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What somebody asked for in Slack, as it lies in its queue.
 *
 * @param id the same however often Slack sends the press, and different for each press
 * @param plan hash of the plan that is approved, else {@code ""}
 * @param at when Slack signed it
 * @param message by which Slack finds the message with the button
 */
record SlackRequest(
        String id,
        Person user,
        SlackAction action,
        String incident,
        String plan,
        Instant at,
        String channel,
        String message) {
    /** Of its JSON; one without a number is of the first form. */
    static final int SCHEMA = 1;

    private static final int LONGEST_ID = 128;

    /** The request of a press that was signed at {@code at}; empty when its button is none of ours. */
    static Optional<SlackRequest> of(SlackPress press, Instant at) {
        Optional<SlackAction> action = SlackAction.of(press.action());
        int space = press.value().indexOf(' ');
        String incident = space < 0 ? press.value() : press.value().substring(0, space);
        String plan = space < 0 ? "" : press.value().substring(space + 1);
        boolean planned = action.filter(a -> a == SlackAction.APPLY_FIX).isPresent();
        boolean known = id(incident) && (planned ? id(plan) : plan.isEmpty()) && time(press.pressed());
        return action.filter(_ -> known)
                .map(a -> new SlackRequest(
                        id(press), press.user(), a, incident, plan, at, press.channel(), press.message()));
    }

    /** So that it is worked in once. */
    EventKey key() {
        return new EventKey("slack/" + id, 1);
    }

    String json() {
        return JsonText.object(json -> {
            json.writeNumberField("schema", SCHEMA);
            json.writeStringField("id", id);
            json.writeStringField("user", user.id());
            json.writeStringField("name", user.name());
            json.writeStringField("action", action.word());
            json.writeStringField("incident", incident);
            json.writeStringField("plan", plan);
            json.writeStringField("at", at.toString());
            json.writeStringField("channel", channel);
            json.writeStringField("message", message);
        });
    }

    /** Of a newer version, which alone may work it in. */
    static boolean newer(String text) {
        try {
            Integer schema = Json.parse(text.getBytes(UTF_8)).integer("schema");
            return schema != null && schema > SCHEMA;
        } catch (IOException e) {
            return false;
        }
    }

    /** What {@link #json} wrote, or a version before it; empty for everything else. */
    static Optional<SlackRequest> read(String text) {
        Json json;
        try {
            json = Json.parse(text.getBytes(UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
        Instant at = json.time("at");
        boolean whole = at != null && id(json.text("id")) && id(json.text("incident"));
        return SlackAction.of(json.text("action"))
                .filter(_ -> whole)
                .flatMap(action -> Optional.ofNullable(at)
                        .map(when -> new SlackRequest(
                                json.text("id"),
                                new Person(json.text("user"), SlackPress.name(json.text("name"))),
                                action,
                                json.text("incident"),
                                json.text("plan"),
                                when,
                                json.text("channel"),
                                json.text("message"))));
    }

    /** Slack's own repetition of a request has another signature and the same press. */
    private static String id(SlackPress press) {
        String all = String.join(
                "|",
                press.team(),
                press.user().id(),
                press.channel(),
                press.message(),
                press.action(),
                press.value(),
                press.pressed());
        return Sha256.of(all);
    }

    private static boolean id(String text) {
        return holds(text, c -> (c < 128 && Character.isLetterOrDigit(c)) || "-_:.".indexOf(c) >= 0);
    }

    private static boolean time(String text) {
        return holds(text, c -> (c >= '0' && c <= '9') || c == '.');
    }

    private static boolean holds(String text, IntPredicate only) {
        return !text.isEmpty() && text.length() <= LONGEST_ID && text.chars().allMatch(only);
    }
}
