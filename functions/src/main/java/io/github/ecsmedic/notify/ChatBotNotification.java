package io.github.ecsmedic.notify;

import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.Diagnosis;
import java.util.ArrayList;
import java.util.List;

/**
 * A diagnosis as a custom notification of Amazon Q Developer in chat applications (version 1.0, source custom), which
 * subscribes by HTTPS.
 */
final class ChatBotNotification {
    private static final int TITLE = 250;
    private static final int DESCRIPTION = 7_000;
    private static final int STEP = 1_500;
    private static final int STEPS = 5;

    private ChatBotNotification() {}

    /** Of a diagnosis that may be told as it is. */
    static String told(Diagnosis d, Story story) {
        String word = story.word(Severity.of(d));
        return JsonText.object(json -> {
            json.writeStringField("version", "1.0");
            json.writeStringField("source", "custom");
            json.writeObjectFieldStart("content");
            json.writeStringField("textType", "client-markdown");
            json.writeStringField("title", SlackText.escaped(word + " · " + Wording.headline(d, TITLE - 24), TITLE));
            json.writeStringField("description", SlackText.escaped(description(d, story), DESCRIPTION));
            JsonText.texts(json, "nextSteps", story.over() ? List.of() : steps(d));
            JsonText.texts(json, "keywords", List.of(d.label(), Wording.cause(d), word));
            json.writeEndObject();
            json.writeObjectFieldStart("metadata");
            json.writeStringField(
                    "threadId", d.subject().cluster() + "/" + d.subject().service());
            json.writeStringField("summary", SlackText.escaped(Wording.headline(d, TITLE), TITLE));
            json.writeStringField("eventType", d.label());
            JsonText.texts(
                    json,
                    "relatedResources",
                    d.causes().isEmpty()
                            ? List.of()
                            : d.causes().getFirst().resources().ids().stream()
                                    .limit(10)
                                    .toList());
            json.writeEndObject();
        });
    }

    /** Of a digest. */
    static String told(DigestText digest) {
        List<String> lines = new ArrayList<>();
        for (DigestText.Section section : digest.sections()) {
            lines.add(section.heading());
            section.lines().forEach(line -> lines.add("• " + line));
        }
        String title = SlackText.escaped(digest.headline(), TITLE);
        return JsonText.object(json -> {
            json.writeStringField("version", "1.0");
            json.writeStringField("source", "custom");
            json.writeObjectFieldStart("content");
            json.writeStringField("textType", "client-markdown");
            json.writeStringField("title", title);
            json.writeStringField(
                    "description", lines.isEmpty() ? title : SlackText.escaped(String.join("\n", lines), DESCRIPTION));
            json.writeEndObject();
        });
    }

    private static String description(Diagnosis d, Story story) {
        List<String> lines = new ArrayList<>(story.lines());
        lines.add(Wording.sentence(d) + ".");
        if (!d.causes().isEmpty()) {
            Wording.evidence(d.causes().getFirst()).forEach(fact -> lines.add("• " + Cut.at(600, fact)));
        }
        d.notChecked().forEach(check -> lines.add("Could not be checked: " + Wording.notChecked(check)));
        return String.join("\n", lines);
    }

    private static List<String> steps(Diagnosis d) {
        return Wording.commands(d).stream()
                .limit(STEPS)
                .map(command ->
                        Wording.fix(d).isPresent() ? SlackText.code(command, STEP) : SlackText.escaped(command, STEP))
                .toList();
    }
}
