package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.config.SlackSettings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Buttons that are pressed, as Slack posts them and a function URL hands them over. */
record Presses(String team, String user, String channel, String action, String value, String pressed) {
    static final String SECRET = "made-up-signing-secret";
    static final SlackSettings SETTINGS = new SlackSettings(
            "ops/signing", "https://sqs.example.com/q", "T0AAA1111", Set.of("U0AAA1111"), Set.of("C0AAA1111"));
    static final Presses SNOOZE =
            new Presses("T0AAA1111", "U0AAA1111", "C0AAA1111", "snooze-1h", "i-1", "1795143600.000100");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    Presses team(String other) {
        return new Presses(other, user, channel, action, value, pressed);
    }

    Presses user(String other) {
        return new Presses(team, other, channel, action, value, pressed);
    }

    Presses channel(String other) {
        return new Presses(team, user, other, action, value, pressed);
    }

    Presses asks(String otherAction, String otherValue) {
        return new Presses(team, user, channel, otherAction, otherValue, pressed);
    }

    Presses pressedAt(String other) {
        return new Presses(team, user, channel, action, value, other);
    }

    String form() {
        return "payload="
                + URLEncoder.encode(
                        json(Map.of(
                                "type", "block_actions",
                                "team", Map.of("id", team, "domain", "example"),
                                "user", Map.of("id", user, "username", "ann", "team_id", team),
                                "channel", Map.of("id", channel, "name", "oncall"),
                                "container", Map.of("type", "message", "message_ts", "1795143000.000200"),
                                "response_url", "https://hooks.slack.com/actions/T0AAA1111/1/made-up",
                                "actions",
                                        List.of(Map.of(
                                                "type", "button",
                                                "action_id", action,
                                                "value", value,
                                                "action_ts", pressed)))),
                        UTF_8);
    }

    /** Signed at that moment, its body in base64 as a function URL may hand it over. */
    InputStream signed(Instant at) {
        String time = Long.toString(at.getEpochSecond());
        return event(
                form(), Map.of("x-slack-request-timestamp", time, "x-slack-signature", signature(time, form())), true);
    }

    static InputStream event(String body, Map<String, String> headers, boolean base64) {
        return new ByteArrayInputStream(json(Map.of(
                        "version",
                        "2.0",
                        "headers",
                        headers,
                        "requestContext",
                        Map.of("http", Map.of("method", "POST", "path", "/")),
                        "body",
                        base64 ? Base64.getEncoder().encodeToString(body.getBytes(UTF_8)) : body,
                        "isBase64Encoded",
                        base64))
                .getBytes(UTF_8));
    }

    static String signature(String time, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(("v0:" + time + ":" + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
