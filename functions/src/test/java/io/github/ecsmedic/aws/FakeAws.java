package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** The far end of the SDK's connection: canned answers by operation, and what was asked. Real clients stand before it. */
public final class FakeAws implements SdkHttpClient {
    /** What one operation answers. */
    interface Answering {
        HttpExecuteResponse answer(Asked asked) throws IOException;
    }

    /** One request; {@code operation} is e.g. {@code ec2:DescribeSubnets}, the body of a REST request its path and query. */
    public record Asked(String operation, String body, String host) {}

    /** Whose credentials signed a request. */
    record Signed(String operation, String key) {}

    private static final BackoffStrategy AT_ONCE = _ -> Duration.ZERO;

    private final List<Signed> signed = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Answering>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private AwsCredentialsProvider credentials =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "made-up"));
    private Duration timeout = Duration.ofSeconds(20);

    /** Answers 200 with these texts, one after another, the last one again and again. */
    FakeAws on(String operation, String... texts) {
        for (String text : texts) {
            on(operation, a -> response(200, text));
        }
        return this;
    }

    FakeAws on(String operation, int status, String text) {
        return on(operation, a -> response(status, text));
    }

    FakeAws on(String operation, Answering answering) {
        answers.computeIfAbsent(operation, o -> new ArrayDeque<>()).add(answering);
        return this;
    }

    FakeAws with(AwsCredentialsProvider other) {
        credentials = other;
        return this;
    }

    FakeAws within(Duration time) {
        timeout = time;
        return this;
    }

    Clients clients() {
        return clients(this, credentials, timeout);
    }

    /** The clients of the SDK before that connection; they repeat a request at once. */
    static Clients clients(SdkHttpClient http, Duration timeout) {
        return clients(
                http, StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "made-up")), timeout);
    }

    private static Clients clients(SdkHttpClient http, AwsCredentialsProvider credentials, Duration timeout) {
        return new Clients(
                "us-east-1",
                () -> new SdkWiring(
                        http,
                        credentials,
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(3)
                                .backoffStrategy(AT_ONCE)
                                .throttlingBackoffStrategy(AT_ONCE)
                                .build(),
                        timeout,
                        timeout));
    }

    SdkAccount account() {
        return new SdkAccount(clients(), Duration.ofSeconds(60));
    }

    /** Operations in the order in which they were asked. */
    List<String> operations() {
        return asked.stream().map(Asked::operation).toList();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The same, each with the access key that signed it. */
    List<Signed> signed() {
        return List.copyOf(signed);
    }

    /** Credential=KEY/DATE/REGION/SERVICE/aws4_request */
    private static String key(SdkHttpRequest http) {
        String header = http.firstMatchingHeader("Authorization").orElse("");
        int from = header.indexOf("Credential=") + "Credential=".length();
        return header.substring(from, header.indexOf('/', from));
    }

    static HttpExecuteResponse response(int status, String text) {
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder().statusCode(status).build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(text.getBytes(UTF_8))))
                .build();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                Asked question = read(request);
                asked.add(question);
                signed.add(new Signed(question.operation(), key(request.httpRequest())));
                return next(question.operation()).answer(question);
            }

            @Override
            public void abort() {
                // nothing is open
            }
        };
    }

    private synchronized Answering next(String operation) {
        Deque<Answering> canned = answers.get(operation);
        if (canned == null) {
            throw new AssertionError("no answer prepared for " + operation);
        }
        return canned.size() > 1 ? canned.remove() : canned.element();
    }

    static Asked read(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        String body = request.contentStreamProvider().isEmpty()
                ? ""
                : new String(request.contentStreamProvider().get().newStream().readAllBytes(), UTF_8);
        // Credential=KEY/DATE/REGION/SERVICE/aws4_request
        String service =
                http.firstMatchingHeader("Authorization").orElse("/////").split("/", -1)[3];
        String target = http.firstMatchingHeader("X-Amz-Target").orElse("");
        String decoded = target.isEmpty() ? URLDecoder.decode(body, UTF_8) : body;
        if (!body.contains("Action=") && target.isEmpty()) {
            String path = http.encodedPath();
            if (http.method() == SdkHttpMethod.POST && path.endsWith("/mount-targets")) {
                return new Asked(service + ":CreateMountTarget", body, http.host());
            }
            return new Asked(
                    service + ":" + rest(path),
                    path + "?" + http.encodedQueryParameters().orElse(""),
                    http.host());
        }
        String name = target.isEmpty()
                ? decoded.replaceFirst("^.*?Action=", "").replaceFirst("&.*$", "")
                : target.substring(target.lastIndexOf('.') + 1);
        return new Asked(service + ":" + name, decoded, http.host());
    }

    private static String rest(String path) {
        return path.startsWith("/2015-02-01/") ? files(path) : names(path);
    }

    private static String names(String path) {
        return Map.of(
                        "/2013-04-01/hostedzonesbyvpc", "ListHostedZonesByVPC",
                        "/profileassociations", "ListProfileAssociations")
                .getOrDefault(
                        path,
                        path.startsWith("/profileresourceassociations/profileid/")
                                ? "ListProfileResourceAssociations"
                                : path.endsWith("/rrset") ? "ListResourceRecordSets" : path);
    }

    private static String files(String path) {
        return path.endsWith("/policy")
                ? "DescribeFileSystemPolicy"
                : path.endsWith("/security-groups")
                        ? "DescribeMountTargetSecurityGroups"
                        : path.contains("/mount-targets")
                                ? "DescribeMountTargets"
                                : path.contains("/access-points") ? "DescribeAccessPoints" : "DescribeFileSystems";
    }

    @Override
    public void close() {
        // nothing is open
    }
}
