package io.github.ecsmedic.notify;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.incident.SlackAction;
import io.github.ecsmedic.json.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A block of a Slack message, with the limits that Slack sets. */
sealed interface SlackBlock {
    int HEADER = 150;
    int SECTION = 3_000;
    int BLOCKS = 50;

    /** Large and bold; plain text. */
    record Header(String text) implements SlackBlock {}

    /** Plain text: no markup, link, mention or emoji is read in it. */
    record Plain(String text) implements SlackBlock {}

    /** To copy. */
    record Code(String text) implements SlackBlock {}

    /** Into the console. */
    record Links(List<ConsoleLinks.Link> links) implements SlackBlock {
        public Links {
            links = List.copyOf(links);
        }
    }

    /** Small and grey; plain text. */
    record Small(String text) implements SlackBlock {}

    /** Owners who hear of it, by ids like {@code @U0123ABCD}. */
    record Called(List<String> ids) implements SlackBlock {
        public Called {
            ids = List.copyOf(ids);
        }
    }

    /** To press. */
    record Actions(List<SlackButton> buttons) implements SlackBlock {
        public Actions {
            buttons = List.copyOf(buttons);
        }
    }

    /** Writes the fields of the block. */
    default void write(JsonGenerator json) throws IOException {
        switch (this) {
            case Header(String text) -> {
                json.writeStringField("type", "header");
                json.writeFieldName("text");
                plain(json, text, HEADER);
            }
            case Plain(String text) -> {
                json.writeStringField("type", "section");
                json.writeFieldName("text");
                plain(json, text, SECTION);
            }
            case Code(String text) -> section(json, SlackText.code(text, SECTION));
            case Links(List<ConsoleLinks.Link> links) -> section(json, markup(links));
            case Called(List<String> ids) ->
                section(json, "Owner: " + ids.stream().map(Mentions::markup).collect(Collectors.joining(", ")));
            case Actions(List<SlackButton> buttons) -> {
                json.writeStringField("type", "actions");
                JsonText.list(json, "elements", buttons, SlackBlock::button);
            }
            case Small(String text) -> {
                json.writeStringField("type", "context");
                json.writeArrayFieldStart("elements");
                plain(json, text, SECTION);
                json.writeEndArray();
            }
        }
    }

    private static void button(JsonGenerator json, SlackButton button) throws IOException {
        json.writeStringField("type", "button");
        json.writeStringField("action_id", button.action().word());
        json.writeFieldName("text");
        plain(json, button.label(), HEADER);
        json.writeStringField("value", button.value());
        if (button.action() == SlackAction.APPLY_FIX) {
            json.writeStringField("style", "primary");
        }
    }

    private static void section(JsonGenerator json, String markup) throws IOException {
        json.writeStringField("type", "section");
        json.writeObjectFieldStart("text");
        json.writeStringField("type", "mrkdwn");
        json.writeStringField("text", markup);
        json.writeBooleanField("verbatim", true);
        json.writeEndObject();
    }

    private static void plain(JsonGenerator json, String text, int limit) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "plain_text");
        json.writeStringField("text", SlackText.escaped(text, limit));
        json.writeBooleanField("emoji", false);
        json.writeEndObject();
    }

    /** As many links as fit; a link is never cut. */
    private static String markup(List<ConsoleLinks.Link> links) {
        StringBuilder markup = new StringBuilder();
        for (ConsoleLinks.Link link : links) {
            String one = "<" + link.url().replace("&", "&amp;") + "|" + SlackText.escaped(link.label(), HEADER) + ">";
            if (markup.length() + 3 + one.length() > SECTION) {
                break;
            }
            markup.append(markup.isEmpty() ? "" : " · ").append(one);
        }
        return markup.toString();
    }
}
