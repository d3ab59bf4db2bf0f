package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.ecsmedic.config.SlackSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The function from a standing start, with the SDK against an AWS that notes what is asked. */
class SlackColdStartIT {
    private static final long SLACK_WAITS_MILLIS = 3_000;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private HttpServer aws;

    @BeforeEach
    void begin() throws IOException {
        aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.createContext("/", this::answer);
        aws.start();
    }

    @AfterEach
    void end() {
        aws.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String operation = exchange.getRequestHeaders()
                .getOrDefault("X-Amz-Target", List.of("connection"))
                .getFirst();
        String question = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        calls.add(operation + (exchange.getRequestHeaders().containsKey("Authorization") ? "" : " unsigned"));
        if (operation.equals("AmazonSQS.SendMessage")) {
            messages.add(question);
        }
        byte[] answer = (operation.equals("secretsmanager.GetSecretValue")
                        ? "{\"SecretString\": \"" + Presses.SECRET + "\"}"
                        : "{\"MessageId\": \"m-1\", \"MD5OfMessageBody\": \"" + md5(question) + "\"}")
                .getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** Of the message, as SQS says it; the SDK takes no other answer. */
    private static String md5(String question) throws IOException {
        String body = new ObjectMapper().readTree(question).path("MessageBody").asText();
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Cold(String answer, long millis) {}

    /** The flags are those that Lambda sets for Java 25 without SnapStart. */
    private Cold cold(InputStream event, String start) throws IOException, InterruptedException {
        String url = "http://127.0.0.1:" + aws.getAddress().getPort();
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx870m",
                "-cp",
                System.getProperty("java.class.path"),
                OnePress.class.getName());
        java.environment().put(WarmUp.START, start);
        java.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL",
                        url,
                        "AWS_REGION",
                        "us-east-1",
                        "AWS_ACCESS_KEY_ID",
                        "x",
                        "AWS_SECRET_ACCESS_KEY",
                        "x",
                        "AWS_LAMBDA_FUNCTION_NAME",
                        "ecs-medic-slack",
                        SlackSettings.SIGNING_SECRET,
                        "ops/signing",
                        SlackSettings.QUEUE_URL,
                        url + "/111122223333/ecs-medic-requests",
                        SlackSettings.TEAM,
                        "T0AAA1111",
                        SlackSettings.USERS,
                        "U0AAA1111",
                        SlackSettings.CHANNELS,
                        "C0AAA1111"));
        long started = System.nanoTime();
        Process process = java.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream in = process.getOutputStream()) {
            event.transferTo(in);
        }
        String answer = new String(process.getErrorStream().readAllBytes(), UTF_8);
        process.waitFor();
        return new Cold(answer, (System.nanoTime() - started) / 1_000_000);
    }

    @Test
    void press_toAFunctionThatIsNotRunning_isAnsweredBeforeSlackGivesUp() throws Exception {
        Cold cold = cold(Presses.SNOOZE.signed(Instant.now()), "on-demand");
        System.out.println("A press is answered " + cold.millis + " ms after the JVM is started");
        assertThat(cold.answer).endsWith("{\"statusCode\":200,\"headers\":{},\"body\":\"\"}");
        assertThat(calls)
                .containsExactly(
                        "connection unsigned",
                        "connection unsigned",
                        "secretsmanager.GetSecretValue",
                        "AmazonSQS.SendMessage");
        assertThat(messages).singleElement().asString().contains("snooze-1h", "/111122223333/ecs-medic-requests");
        assertThat(quickest(cold).millis).isLessThan(SLACK_WAITS_MILLIS);
    }

    /** What else runs on the machine only makes a start slower: of three the quickest counts. */
    private Cold quickest(Cold first) throws Exception {
        Cold best = first;
        for (int more = 0; more < 2 && best.millis >= SLACK_WAITS_MILLIS; more++) {
            Cold again = cold(Presses.SNOOZE.signed(Instant.now()), "on-demand");
            best = again.millis < best.millis ? again : best;
        }
        return best;
    }

    @Test
    void request_unsigned_callsNothingButTheSecret() throws Exception {
        Cold cold = cold(Presses.event(Presses.SNOOZE.form(), Map.of(), true), "on-demand");
        assertThat(cold.answer).endsWith("{\"statusCode\":401,\"headers\":{},\"body\":\"\"}");
        assertThat(calls)
                .containsExactly("connection unsigned", "connection unsigned", "secretsmanager.GetSecretValue");
    }

    @Test
    void press_afterASnapshot_findsNoConnectionAndNoSecretInIt() throws Exception {
        Cold cold = cold(Presses.SNOOZE.signed(Instant.now()), WarmUp.SNAPSHOT);
        assertThat(cold.answer).endsWith("{\"statusCode\":200,\"headers\":{},\"body\":\"\"}");
        assertThat(calls).containsExactly("secretsmanager.GetSecretValue", "AmazonSQS.SendMessage");
    }
}
