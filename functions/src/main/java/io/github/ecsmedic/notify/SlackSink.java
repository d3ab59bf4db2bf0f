package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.News;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Posts to an incoming web hook.
 *
 * <p>A request is repeated only when Slack says that it did not take it (429) and when to come back: a web hook makes a
 * new message of every request that it takes.
 */
public final class SlackSink implements Sink {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration ATTEMPT = CONNECT.plus(ANSWER);
    private static final int ATTEMPTS = 5;
    private static final int TOO_MANY = 429;
    private static final int LONGEST_ANSWER = 200;

    private final WebhookUrl url;
    private final MessageOptions options;
    private final TimeBudget budget;

    public SlackSink(WebhookUrl url, MessageOptions options, TimeBudget budget) {
        this.url = url;
        this.options = options;
        this.budget = budget;
    }

    /** What Slack answered. */
    private record Reply(int status, String retryAfter, String text) {}

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public boolean wants(News news) {
        return MESSAGES.contains(news);
    }

    @Override
    public String tell(Bulletin bulletin) {
        byte[] body = SlackMessage.of(bulletin, options).getBytes(StandardCharsets.UTF_8);
        for (int attempt = 1; ; attempt++) {
            Reply reply = post(body);
            if (reply.status == HttpURLConnection.HTTP_OK) {
                return "";
            }
            if (reply.status != TOO_MANY) {
                throw new SinkException(refusal(reply), fault(reply.status));
            }
            Duration wait = retryAfter(reply);
            if (attempt == ATTEMPTS || budget.left().compareTo(wait.plus(ATTEMPT)) < 0) {
                throw new SinkException(
                        "Slack takes no more messages for " + wait.toSeconds()
                                + " s, longer than this run lasts. The message has to be sent again later.",
                        SinkFault.TOO_MANY,
                        wait);
            }
            pause(wait);
        }
    }

    private Reply post(byte[] body) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.uri().toURL().openConnection();
            try {
                connection.setConnectTimeout((int) CONNECT.toMillis());
                connection.setReadTimeout((int) ANSWER.toMillis());
                connection.setInstanceFollowRedirects(false);
                connection.setUseCaches(false);
                connection.setRequestMethod("POST");
                connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
                connection.setDoOutput(true);
                // with a fixed length the JDK does not repeat a POST whose answer was lost
                connection.setFixedLengthStreamingMode(body.length);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
                int status = connection.getResponseCode();
                String retryAfter = connection.getHeaderField("Retry-After");
                return new Reply(status, retryAfter == null ? "" : retryAfter, text(connection, status));
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            // the exception's own text may hold the address, which is a secret
            throw new SinkException(
                    "Slack did not answer (" + e.getClass().getSimpleName()
                            + "). The message may or may not have arrived. Check that the function reaches "
                            + url.uri().getHost() + ".",
                    SinkFault.UNANSWERED);
        }
    }

    private static String text(HttpURLConnection connection, int status) throws IOException {
        if (status == HttpURLConnection.HTTP_OK) {
            return "";
        }
        try (InputStream in = connection.getErrorStream()) {
            byte[] start = in == null ? new byte[0] : in.readNBytes(LONGEST_ANSWER);
            return Redaction.text(CleanText.line(new String(start, StandardCharsets.UTF_8)));
        }
    }

    private String refusal(Reply reply) {
        return switch (reply.status) {
            case 403, 404, 410 ->
                "Slack refused the message: " + reply.status + " " + reply.text
                        + ". The web hook was removed or its channel archived: make a new one and store it in the secret.";
            case 400, 413 ->
                "Slack could not read the message: " + reply.status + " " + reply.text
                        + ". This is a fault of ECS Medic; the diagnosis is on SNS.";
            case 301, 302, 303, 307, 308 ->
                "The web hook redirects (" + reply.status
                        + "), which is not followed. Store the URL that Slack shows for the web hook.";
            default -> "Slack failed: " + reply.status + " " + reply.text + ". The message has to be sent again later.";
        };
    }

    private static SinkFault fault(int status) {
        return switch (status) {
            case 403, 404, 410 -> SinkFault.PLACE_GONE;
            case 400, 413 -> SinkFault.UNREADABLE;
            case 301, 302, 303, 307, 308 -> SinkFault.MISCONFIGURED;
            default -> SinkFault.UNAVAILABLE;
        };
    }

    private static Duration retryAfter(Reply reply) {
        String seconds = reply.retryAfter.strip();
        boolean number =
                !seconds.isEmpty() && seconds.length() <= 6 && seconds.chars().allMatch(Character::isDigit);
        return Duration.ofSeconds(number ? Math.max(1, Integer.parseInt(seconds)) : 1);
    }

    private void pause(Duration wait) {
        try {
            budget.pause(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SinkException("Interrupted while waiting for Slack. The message has to be sent again later.");
        }
    }
}
