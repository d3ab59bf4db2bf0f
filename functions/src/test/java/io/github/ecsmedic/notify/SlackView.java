package io.github.ecsmedic.notify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A Slack message as its reader sees it, in lines. */
final class SlackView {
    private SlackView() {}

    static List<String> lines(JsonNode message) {
        List<String> lines = new ArrayList<>();
        for (String text : texts(message)) {
            text.replace("```", "")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(SlackView::unescaped)
                    .forEach(lines::add);
        }
        return lines;
    }

    /** The text of every block, as it is sent. */
    static List<String> texts(JsonNode message) {
        List<String> texts = new ArrayList<>();
        for (JsonNode block : message.path("blocks")) {
            if (block.has("elements")) {
                block.path("elements")
                        .forEach(element -> texts.add(
                                element.path("text").isObject()
                                        ? element.path("text").path("text").asText()
                                        : element.path("text").asText()));
            } else {
                texts.add(block.path("text").path("text").asText());
            }
        }
        return texts;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
