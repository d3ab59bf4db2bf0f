package io.github.ecsmedic.notify;

import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.Diagnosis;
import java.util.Map;
import java.util.TreeMap;

/**
 * A diagnosis as a message of SNS, for the message structure {@code json}.
 *
 * <p>{@code default} is the JSON of the diagnosis, which subscribers by SQS, Lambda, HTTPS and Firehose get; mail and SMS
 * have texts of their own. SNS requires {@code default} and falls back to it for each protocol that has none.
 *
 * @param subject the subject of mails: fewer than 100 characters of ASCII
 * @param message the JSON object by protocol, at most 256 kB
 * @param attributes account, region, cluster, service, label, cause and severity, of an incident its news, its owners as
 *     a list and its channel, without the empty ones: ten, because SQS drops raw messages with more
 */
public record SnsMessage(String subject, String message, Map<String, String> attributes) {
    /** SNS counts message, subject and attributes together; attributes are small. */
    private static final int LIMIT = 262_144 - 4_096;

    private static final int SUBJECT = 99;
    private static final int SMS = 140;
    private static final int ATTRIBUTE = 256;

    public SnsMessage {
        attributes = Map.copyOf(attributes);
    }

    /** A diagnosis that stands alone. */
    public static SnsMessage of(Diagnosis diagnosis, MessageOptions options) {
        return new Draft(Story.NONE, json -> {}, Map.of(), options).of(options.told(diagnosis));
    }

    /** An incident. */
    public static SnsMessage of(Bulletin bulletin, MessageOptions options) {
        Direction direction = bulletin.direction();
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("news", bulletin.news().word());
        if (!direction.channel().isEmpty()) {
            attributes.put("channel", direction.channel());
        }
        if (!direction.owners().isEmpty()) {
            attributes.put("owner", JsonText.array(direction.owners()));
        }
        return new Draft(Story.of(bulletin), json -> IncidentJson.write(json, bulletin), attributes, options)
                .of(options.told(bulletin.diagnosis()));
    }

    /** A digest; its attributes are {@code news} and {@code severity} alone. */
    static SnsMessage of(Digest digest, MessageOptions options) {
        DigestText text = DigestStory.of(digest, options);
        String message = JsonText.object(json -> {
            json.writeStringField("default", DigestJson.of(digest));
            json.writeStringField("email", text.mail());
            json.writeStringField("sms", Cut.at(SMS, text.headline()));
            if (options.chatBot()) {
                json.writeStringField("https", ChatBotNotification.told(text));
            }
        });
        return new SnsMessage(
                ascii(Cut.bounded(SUBJECT, "[digest] ECS Medic: " + text.headline())),
                message,
                Map.of("news", "digest", "severity", Severity.INFO.word()));
    }

    /** What a message says beside the diagnosis. */
    private record Draft(Story story, JsonText.Body more, Map<String, String> attributes, MessageOptions options) {
        SnsMessage of(Diagnosis told) {
            Map<String, String> all = new TreeMap<>(attributes);
            all.putAll(SnsMessage.attributes(told, story));
            return new SnsMessage(subject(told), Fitting.of(told, LIMIT, this::message), all);
        }

        private String message(Diagnosis told) {
            return JsonText.object(json -> {
                json.writeStringField("default", DiagnosisJson.told(told, more));
                json.writeStringField("email", MailText.told(told, story));
                json.writeStringField("sms", sms(told));
                if (options.chatBot()) {
                    json.writeStringField("https", ChatBotNotification.told(told, story));
                }
            });
        }

        private String sms(Diagnosis told) {
            String before = switch (story.stage()) {
                case OPEN -> story.changed() ? "changed: " : "";
                case FIXED -> "fixed: ";
                case OVER -> "resolved: ";
            };
            return before + Wording.headline(told, SMS - before.length());
        }

        private String subject(Diagnosis told) {
            String before = "[" + story.word(Severity.of(told)) + "] ";
            return ascii(before + Wording.headline(told, SUBJECT - before.length()));
        }
    }

    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> ascii.append(c == '…' ? "." : c >= 0x20 && c < 0x7f ? Character.toString(c) : "?"));
        return ascii.toString();
    }

    private static Map<String, String> attributes(Diagnosis told, Story story) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("account", told.subject().account());
        attributes.put("region", told.subject().region());
        attributes.put("cluster", told.subject().cluster());
        attributes.put("service", told.subject().service());
        attributes.put("label", told.label());
        attributes.put(
                "cause", told.causes().isEmpty() ? "" : told.causes().getFirst().id());
        attributes.put("severity", story.severity(Severity.of(told)).word());
        attributes.values().removeIf(String::isEmpty);
        attributes.replaceAll((name, value) -> Cut.bounded(ATTRIBUTE, value));
        return attributes;
    }
}
