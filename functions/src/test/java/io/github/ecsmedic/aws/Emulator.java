package io.github.ecsmedic.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The emulated AWS of {@code scripts/emulate} for an integration test, with its counters and faults.
 *
 * <p>It ends when it is closed, and with this JVM at the latest. Where Python or moto is missing, the start fails with
 * the line that says how to get it.
 */
public final class Emulator implements AutoCloseable {
    private static final String READY = "emulated AWS on ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final URI endpoint;
    private final HttpClient http = HttpClient.newHttpClient();

    private Emulator(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** What was called since the start, the last {@link #zero} or {@link #reset}; operations as {@code ec2:DescribeVpcs}. */
    public record Calls(int total, Map<String, Integer> byOperation, List<String> mutating, List<String> order) {}

    /** What a call meets; see {@code scripts/emulator/server.py}. */
    public enum Fault {
        ACCESS_DENIED("AccessDenied"),
        THROTTLING("Throttling"),
        SERVER_ERROR("ServerError"),
        RESET("Reset"),
        HANG("Hang"),
        EMPTY("Empty"),
        HTML("Html");

        private final String kind;

        Fault(String kind) {
            this.kind = kind;
        }
    }

    /** How Slack answers; {@code HANG} takes nothing, {@code CUT} takes the message and never answers. */
    public enum SlackAnswer {
        OK,
        RATE_LIMITED,
        INVALID_TOKEN,
        CHANNEL_NOT_FOUND,
        NO_SERVICE,
        HANG,
        CUT
    }

    /** Starts it on a free port and waits until it answers. */
    public static Emulator start() {
        try {
            Path errors = Files.createTempFile("emulator", ".txt");
            errors.toFile().deleteOnExit();
            Process process = new ProcessBuilder("bash", script().toString(), "--attached")
                    .redirectError(errors.toFile())
                    .start();
            BufferedReader out = process.inputReader();
            String line = out.readLine();
            if (line == null || !line.startsWith(READY)) {
                process.destroy();
                throw new IllegalStateException("the emulated AWS did not start: " + Files.readString(errors));
            }
            return new Emulator(process, URI.create(line.substring(READY.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the SDK's clients are to be pointed at. */
    public URI endpoint() {
        return endpoint;
    }

    public Calls calls() {
        return JSON.convertValue(control("GET", "calls", "{}"), Calls.class);
    }

    /** Forgets the calls. */
    public void zero() {
        control("POST", "zero", "{}");
    }

    /** Empties the account and forgets calls, faults, delays and answers. */
    public void reset() {
        control("POST", "reset", "{}");
    }

    /** Operations, {@code ec2:*} or {@code *}, each with what it meets from now on; replaces what was set before. */
    public void faults(Map<String, Fault> faults) {
        Map<String, String> kinds = new TreeMap<>();
        faults.forEach((operation, fault) -> kinds.put(operation, fault.kind));
        control("POST", "faults", text(kinds));
    }

    /** The next calls of one operation, and only these, meet the fault. */
    public void fault(String operation, Fault fault, int times) {
        control("POST", "faults", text(Map.of(operation, Map.of("kind", fault.kind, "times", times))));
    }

    /** Milliseconds that an operation, {@code ec2:*} or {@code *} takes longer; replaces what was set before. */
    public void latency(Map<String, Integer> millis) {
        control("POST", "latency", text(millis));
    }

    /** Answers by operation, each a JSON object, or a string that holds XML; replaces what was set before. */
    public void answers(Map<String, Object> answers) {
        control("POST", "answers", text(answers));
    }

    /** The broken accounts that can be built, each named after its cause. */
    public List<String> brokenAccounts() {
        return list(control("GET", "accounts", "{}").get("accounts")).stream()
                .map(JsonNode::asText)
                .toList();
    }

    /** Builds one of the broken accounts of {@code scripts/emulator/accounts.py}; answers its failed task's event. */
    public String breakAccount(String cause) {
        return control("POST", "account", text(Map.of("name", cause))).toString();
    }

    /** A webhook of the emulated Slack. */
    public URI slackWebhook() {
        return endpoint.resolve("/services/T00000000/B00000000/emulated");
    }

    /** What Slack was sent and took. */
    public List<JsonNode> slackMessages() {
        return List.copyOf(list(control("GET", "slack", "{}").get("messages")));
    }

    /** How Slack answers the next posts, and ok after them. */
    public void slack(SlackAnswer answer, int times) {
        String name = answer.name().toLowerCase(Locale.ROOT);
        control("POST", "slack", text(Map.of("answer", name, "times", times)));
    }

    /** What subscribers by mail received from SNS: {@code to}, {@code subject}, {@code text}. */
    public List<JsonNode> mails() {
        return List.copyOf(list(control("GET", "mails", "{}").get("mails")));
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
    }

    private JsonNode control(String method, String what, String body) {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/_control/" + what))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the emulated AWS", e);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run in the module's folder. */
    private static Path script() {
        Path script = Path.of("").toAbsolutePath().resolveSibling("scripts").resolve("emulate");
        if (!Files.isRegularFile(script)) {
            throw new IllegalStateException("no scripts/emulate beside the module: run the test in functions/");
        }
        return script;
    }
}
