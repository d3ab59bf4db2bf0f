package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** In the place of the HTTP client: answers from a script by operation, with an empty object what is not in it. */
final class CannedAnswers implements SdkHttpClient {
    private static final String ACTION = "Action=";
    private static final int OK = 200;

    private final Json script;
    private final String secret;
    private final CannedTable table = new CannedTable();
    private final ConcurrentMap<URI, Integer> hosts = new ConcurrentHashMap<>();

    /** {@code secret} is what every secret holds. */
    CannedAnswers(Json script, String secret) {
        this.script = script;
        this.secret = secret;
    }

    void forget() {
        table.clear();
        hosts.clear();
    }

    SortedMap<URI, Integer> hosts() {
        return new TreeMap<>(hosts);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                SdkHttpRequest http = request.httpRequest();
                hosts.merge(URI.create(http.protocol() + "://" + http.host() + ":" + http.port()), 1, Integer::sum);
                return response(answer(http.firstMatchingHeader("X-Amz-Target").orElse(""), body(request)));
            }

            @Override
            public void abort() {
                // nothing is open
            }
        };
    }

    /** {@code target} is the header of that name, {@code ""} for services that name the operation in the body. */
    String answer(String target, String body) throws IOException {
        String operation = target.isEmpty() ? action(body) : target.substring(target.lastIndexOf('.') + 1);
        if (target.startsWith("DynamoDB")) {
            return table.answer(operation, Json.parse(body.getBytes(UTF_8)));
        }
        return switch (operation) {
            case "GetSecretValue" -> JsonText.object(json -> json.writeStringField("SecretString", secret));
            case "SendMessage" -> sent(Json.parse(body.getBytes(UTF_8)).text("MessageBody"));
            default -> {
                String canned = operation.isEmpty() ? "" : script.text(operation);
                yield !canned.isEmpty() ? canned : operation.isEmpty() || !target.isEmpty() ? "{}" : "<Empty/>";
            }
        };
    }

    /** The SDK takes no other answer of SQS. */
    private static String sent(String message) {
        try {
            String digest =
                    HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(message.getBytes(UTF_8)));
            return JsonText.object(json -> json.writeStringField("MD5OfMessageBody", digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has MD5", e);
        }
    }

    private static String action(String body) {
        int from = body.indexOf(ACTION);
        int to = body.indexOf('&', Math.max(from, 0));
        return from < 0 ? "" : body.substring(from + ACTION.length(), to < 0 ? body.length() : to);
    }

    private static String body(HttpExecuteRequest request) throws IOException {
        return request.contentStreamProvider().isEmpty()
                ? ""
                : new String(request.contentStreamProvider().get().newStream().readAllBytes(), UTF_8);
    }

    private static HttpExecuteResponse response(String text) {
        return HttpExecuteResponse.builder()
                .response(SdkHttpFullResponse.builder().statusCode(OK).build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(text.getBytes(UTF_8))))
                .build();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
