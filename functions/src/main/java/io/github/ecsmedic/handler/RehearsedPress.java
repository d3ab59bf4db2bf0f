package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.config.SlackSettings;
import io.github.ecsmedic.incident.SlackAction;
import io.github.ecsmedic.json.JsonText;
import java.net.URLEncoder;
import java.time.Instant;

/** A press of a button by one who may, as Slack would post and sign it. */
final class RehearsedPress {
    private RehearsedPress() {}

    /** Signed with that secret at that moment, as a function URL hands it over. */
    static String event(SlackSettings settings, String secret, Instant at) {
        String time = Long.toString(at.getEpochSecond());
        String body = "payload=" + URLEncoder.encode(payload(settings, time), UTF_8);
        return JsonText.object(json -> {
            json.writeObjectFieldStart("headers");
            json.writeStringField("x-slack-request-timestamp", time);
            json.writeStringField("x-slack-signature", new SlackSignature(secret).of(time, body.getBytes(UTF_8)));
            json.writeEndObject();
            json.writeStringField("body", body);
        });
    }

    private static String payload(SlackSettings settings, String time) {
        return JsonText.object(json -> {
            json.writeStringField("type", "block_actions");
            for (String[] one : new String[][] {
                {"team", settings.team()},
                {"user", settings.users().iterator().next()},
                {"channel", settings.channels().iterator().next()}
            }) {
                json.writeObjectFieldStart(one[0]);
                json.writeStringField("id", one[1]);
                json.writeEndObject();
            }
            json.writeArrayFieldStart("actions");
            json.writeStartObject();
            json.writeStringField("action_id", SlackAction.SNOOZE_1H.word());
            json.writeStringField("value", "rehearsal");
            json.writeStringField("action_ts", time);
            json.writeEndObject();
            json.writeEndArray();
        });
    }
}
