package io.github.ecsmedic.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A Slack on this machine that answers as the real one: chat.postMessage and chat.update, with its limits and faults. */
public final class FakeSlack implements AutoCloseable {
    public static final String TOKEN = "xoxb-111122223333-made-up";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECTION = 3_000;
    private static final int BLOCKS = 50;

    /** A fault of the next request: an error's name, {@code 429:SECONDS}, {@code 500}, {@code cut} or {@code hang-up}. */
    private final Deque<String> faults = new ArrayDeque<>();

    private final Map<String, JsonNode> messages = new LinkedHashMap<>();
    private final List<JsonNode> requests = new ArrayList<>();
    private final List<String> methods = new ArrayList<>();
    private final Set<String> channels = new TreeSet<>(Set.of("C0000ALERTS"));
    private final HttpServer server;
    private String token = TOKEN;
    private int count;

    public FakeSlack() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/", this::answer);
        server.start();
    }

    public String secret() {
        return "{\"token\": \"" + TOKEN + "\", \"api\": \"" + api() + "\"}";
    }

    public SlackAccess.Bot bot() {
        return new SlackAccess.Bot(TOKEN, URI.create(api()));
    }

    private String api() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    synchronized void fails(String... next) {
        faults.addAll(List.of(next));
    }

    synchronized void accepts(String other) {
        token = other;
    }

    synchronized void opens(String channel) {
        channels.add(channel);
    }

    synchronized void deletes(String channel) {
        channels.remove(channel);
    }

    synchronized void forgets() {
        messages.clear();
    }

    /** Those that stand there now, by channel and ts. */
    synchronized Map<String, JsonNode> messages() {
        return new LinkedHashMap<>(messages);
    }

    /** Below no other one. */
    public synchronized List<JsonNode> roots() {
        return messages.values().stream().filter(m -> !m.has("thread_ts")).toList();
    }

    public synchronized List<JsonNode> replies() {
        return messages.values().stream().filter(m -> m.has("thread_ts")).toList();
    }

    public synchronized List<String> methods() {
        return List.copyOf(methods);
    }

    public synchronized List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        methods.add(method);
        JsonNode request = JSON.readTree(body);
        requests.add(request);
        String fault = faults.isEmpty() ? "" : faults.removeFirst();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (fault.startsWith("429:")) {
            exchange.getResponseHeaders().add("Retry-After", fault.substring(4));
            send(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
        } else if (fault.equals("500")) {
            send(exchange, 500, "oops");
        } else if (fault.equals("cut")) {
            String whole = done(method, request);
            send(exchange, 200, whole.substring(0, whole.length() / 2));
        } else if (fault.equals("hang-up")) {
            done(method, request);
            exchange.close();
        } else if (!fault.isEmpty()) {
            send(exchange, 200, refused(fault));
        } else if (!("Bearer " + token).equals(authorization)) {
            send(exchange, 200, refused(authorization == null ? "not_authed" : "token_revoked"));
        } else {
            send(exchange, 200, done(method, request));
        }
    }

    private String done(String method, JsonNode request) {
        String channel = request.path("channel").asText();
        String error = wrong(request);
        if (!error.isEmpty()) {
            return refused(error);
        }
        if (!channels.contains(channel)) {
            return refused("channel_not_found");
        }
        boolean update = method.equals("chat.update");
        String ts = update ? request.path("ts").asText() : "1700000000.%06d".formatted(++count);
        String id = channel + ":" + ts;
        if (update && !messages.containsKey(id)) {
            return refused("message_not_found");
        }
        if (request.has("thread_ts")
                && !messages.containsKey(
                        channel + ":" + request.path("thread_ts").asText())) {
            return refused("thread_not_found");
        }
        messages.put(id, request);
        return "{\"ok\":true,\"channel\":\"" + channel + "\",\"ts\":\"" + ts + "\",\"message\":{\"text\":\"x\"}}";
    }

    private static String wrong(JsonNode request) {
        JsonNode blocks = request.path("blocks");
        if (blocks.size() > BLOCKS) {
            return "invalid_blocks";
        }
        for (JsonNode block : blocks) {
            int length = block.path("text").path("text").asText().length();
            if (length > (block.path("type").asText().equals("header") ? 150 : SECTION)) {
                return "invalid_blocks";
            }
        }
        return request.path("text").asText().isEmpty() && blocks.isEmpty() ? "no_text" : "";
    }

    private static String refused(String error) {
        return "{\"ok\":false,\"error\":\"" + error + "\"}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
