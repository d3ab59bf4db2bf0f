package io.github.ecsmedic.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;

/** Answers a person who pressed a button, in a message that nobody else sees. */
public final class SlackReply {
    private static final int MILLIS = 800;

    private final String endpointUrl;

    /** {@code endpointUrl} is {@code AWS_ENDPOINT_URL}, or {@code ""}. */
    public SlackReply(String endpointUrl) {
        this.endpointUrl = endpointUrl;
    }

    /**
     * Posts once, in less than two seconds: Slack waits for three.
     *
     * @param url the {@code response_url} of the press
     * @return what went wrong, or {@code ""}
     */
    public String tell(String url, String text) {
        byte[] body = JsonText.object(json -> {
                    json.writeStringField("response_type", "ephemeral");
                    json.writeBooleanField("replace_original", false);
                    json.writeStringField("text", SlackText.escaped(text, 1_000));
                })
                .getBytes(UTF_8);
        try {
            return posted(WebhookUrl.of(url, endpointUrl), body);
        } catch (IllegalArgumentException e) {
            return "the address for answers is not one of Slack";
        } catch (IOException e) {
            // its text may hold the address
            return "Slack did not take the answer: " + e.getClass().getSimpleName();
        }
    }

    private static String posted(WebhookUrl url, byte[] body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.uri().toURL().openConnection();
        try {
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            int status = connection.getResponseCode();
            return status == HttpURLConnection.HTTP_OK ? "" : "Slack did not take the answer: " + status;
        } finally {
            connection.disconnect();
        }
    }
}
