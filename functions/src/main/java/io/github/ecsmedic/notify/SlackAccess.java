package io.github.ecsmedic.notify;

import io.github.ecsmedic.json.JsonFields;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** What opens Slack, as its secret holds it: an incoming web hook or a bot token. It is in no message and no exception. */
public sealed interface SlackAccess {
    /** Posts into one channel, and can neither edit nor answer. */
    record Hook(WebhookUrl url) implements SlackAccess {}

    /** Posts into every channel that the bot is in. {@code api} ends with a slash. */
    record Bot(String token, URI api) implements SlackAccess {
        @Override
        public String toString() {
            return "bot at " + api.getHost();
        }
    }

    /** Where Slack's own API is. */
    String API = "https://slack.com/api/";

    Set<String> HOSTS = Set.of("slack.com", "slack-gov.com");
    int LONGEST_TOKEN = 512;

    /**
     * Reads the secret: a URL, a token {@code xoxb-…}, or {@code {"token": "xoxb-…"}}.
     *
     * @param awsEndpointUrl the value of {@code AWS_ENDPOINT_URL}, or {@code ""}
     * @throws IllegalArgumentException with a text that says what to store instead
     */
    static SlackAccess of(String secret, String awsEndpointUrl) {
        String text = secret.strip();
        if (text.startsWith("xoxb-")) {
            return bot(text, API, awsEndpointUrl);
        }
        if (!text.startsWith("{")) {
            return new Hook(WebhookUrl.of(text, awsEndpointUrl));
        }
        try {
            Map<String, String> fields = JsonFields.of(text.getBytes(StandardCharsets.UTF_8));
            return bot(fields.getOrDefault("token", ""), fields.getOrDefault("api", API), awsEndpointUrl);
        } catch (IOException ignored) {
            // its text quotes the secret
            throw new IllegalArgumentException("The Slack secret is not JSON. Store {\"token\": \"xoxb-…\"} in it.");
        }
    }

    private static Bot bot(String token, String api, String awsEndpointUrl) {
        boolean wellFormed = token.startsWith("xoxb-")
                && token.length() <= LONGEST_TOKEN
                && token.chars().allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)));
        if (!wellFormed) {
            throw new IllegalArgumentException(
                    "The Slack secret holds no bot token. Store {\"token\": \"xoxb-…\"} in it.");
        }
        URI address = SlackAddress.of(api, HOSTS, awsEndpointUrl)
                .filter(uri -> uri.getPath().endsWith("/") && uri.getRawQuery() == null)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The Slack secret names an API that is not Slack's. Leave \"api\" out of it."));
        return new Bot(token, address);
    }
}
