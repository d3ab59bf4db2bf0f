package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.aws.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request to a function URL (payload format 2.0). */
final class HttpRequest {
    private final Map<String, String> headers;
    private final byte[] body;

    private HttpRequest(Map<String, String> headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    /** An empty one when the event is none: nothing was signed. */
    static HttpRequest read(InputStream event) {
        try {
            Json json = Json.parseBatch(event);
            Map<String, String> headers = new TreeMap<>();
            if (json.at("headers") instanceof Json.Members(Map<String, Json> values)) {
                values.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value.text()));
            }
            String body = json.text("body");
            return new HttpRequest(
                    headers,
                    json.isTrue("isBase64Encoded") ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            return new HttpRequest(Map.of(), new byte[0]);
        }
    }

    /** The value of a header, named in small letters, or {@code ""}. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Byte by byte as it was sent; not copied. */
    byte[] body() {
        return body;
    }
}
