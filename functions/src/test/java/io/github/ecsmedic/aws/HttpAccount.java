package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.account.FakeAccount;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

/** An {@link AccountOnTheWire} for a server of HTTP: what was once asked is answered again from memory. */
public final class HttpAccount {
    private final AccountOnTheWire account;
    private final Map<Asked, Told> told = new ConcurrentHashMap<>();

    public HttpAccount(FakeAccount account) {
        this.account = AccountOnTheWire.of(account);
    }

    /**
     * A request.
     *
     * @param path with its query
     * @param target the header of that name, or ""
     * @param scope what the request is signed for: {@code DATE/REGION/SERVICE}
     */
    public record Asked(String method, String path, String target, String scope, String body) {
        /** By which requests are signed, e.g. {@code ec2}. */
        public String service() {
            return scope.substring(scope.lastIndexOf('/') + 1);
        }

        private String region() {
            return scope.split("/", -1)[1];
        }
    }

    /** An answer. */
    public record Told(int status, String body) {}

    public Told answer(Asked asked) throws IOException {
        Told known = told.get(asked);
        if (known == null) {
            HttpExecuteResponse answer = account.answer(FakeAws.read(request(asked)));
            known = new Told(
                    answer.httpResponse().statusCode(),
                    new String(answer.responseBody().orElseThrow().readAllBytes(), UTF_8));
            told.put(asked, known);
        }
        return known;
    }

    /** Operations that the account could not answer. */
    public List<String> notRendered() {
        return new ArrayList<>(account.notRendered());
    }

    private static HttpExecuteRequest request(Asked asked) {
        SdkHttpFullRequest.Builder request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.fromValue(asked.method()))
                .protocol("https")
                .host(asked.service() + "." + asked.region() + ".amazonaws.com")
                .putHeader("Authorization", "Credential=x/" + asked.scope() + "/aws4_request");
        int query = asked.path().indexOf('?');
        request.encodedPath(query < 0 ? asked.path() : asked.path().substring(0, query));
        if (query >= 0) {
            for (String pair : asked.path().substring(query + 1).split("&", -1)) {
                String[] both = pair.split("=", 2);
                request.appendRawQueryParameter(
                        URLDecoder.decode(both[0], UTF_8), both.length < 2 ? "" : URLDecoder.decode(both[1], UTF_8));
            }
        }
        if (!asked.target().isEmpty()) {
            request.putHeader("X-Amz-Target", asked.target());
        }
        byte[] body = asked.body().getBytes(UTF_8);
        if (body.length > 0) {
            request.contentStreamProvider(() -> new ByteArrayInputStream(body));
        }
        return HttpExecuteRequest.builder()
                .request(request.build())
                .contentStreamProvider(body.length > 0 ? () -> new ByteArrayInputStream(body) : null)
                .build();
    }
}
