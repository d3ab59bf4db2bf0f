package io.github.ecsmedic.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One request to Slack, never repeated by itself. */
record HttpPost(URI address, String authorization, String body) {
    static final int TOO_MANY = 429;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    /** The longest that one takes. */
    static final Duration ATTEMPT = CONNECT.plus(ANSWER);

    private static final int LONGEST_ANSWER = 128 * 1024;

    /** What came back; {@code retryAfter} is what a refused sender has to wait. */
    record Reply(int status, Duration retryAfter, String body) {}

    /** The exceptions' own texts may hold the address, which may be a secret. */
    Reply send() {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpURLConnection connection;
        try {
            connection = connected(bytes.length);
        } catch (IOException e) {
            throw new SinkException(
                    "Slack was not reached (" + e.getClass().getSimpleName() + "). Check that the function reaches "
                            + address.getHost() + ".",
                    SinkFault.UNAVAILABLE);
        }
        try {
            try (OutputStream out = connection.getOutputStream()) {
                out.write(bytes);
            }
            int status = connection.getResponseCode();
            return new Reply(status, retryAfter(connection), answer(connection, status));
        } catch (IOException e) {
            throw new SinkException(
                    "Slack did not answer (" + e.getClass().getSimpleName()
                            + "). The message may or may not have arrived. Check that the function reaches "
                            + address.getHost() + ".",
                    SinkFault.UNANSWERED);
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection connected(int length) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) ANSWER.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
        if (!authorization.isEmpty()) {
            connection.setRequestProperty("Authorization", authorization);
        }
        connection.setDoOutput(true);
        // with a fixed length the JDK does not repeat a POST whose answer was lost
        connection.setFixedLengthStreamingMode(length);
        connection.connect();
        return connection;
    }

    private static String answer(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in = status < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream()) {
            return in == null ? "" : new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        }
    }

    private static Duration retryAfter(HttpURLConnection connection) {
        String given = connection.getHeaderField("Retry-After");
        String seconds = given == null ? "" : given.strip();
        boolean number =
                !seconds.isEmpty() && seconds.length() <= 6 && seconds.chars().allMatch(c -> c >= '0' && c <= '9');
        return Duration.ofSeconds(number ? Math.max(1, Integer.parseInt(seconds)) : 1);
    }
}
