package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** An AWS that answers as a rehearsal's does, and remembers what it was asked; in the place of the process's own. */
public final class OverheardAws implements SdkHttpClient {
    private final CannedAnswers answers;
    private final List<URI> connections = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger credentials = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);
    private String silent = "";

    /** {@code secret} is what every secret holds. */
    public OverheardAws(String secret) throws IOException {
        try (InputStream script = OverheardAws.class.getResourceAsStream("/rehearsal.json")) {
            answers = new CannedAnswers(Json.parse(script.readAllBytes()).at("answers"), secret);
        }
    }

    /** From now on nothing comes back from hosts whose names begin so. */
    public OverheardAws silent(String host) {
        silent = host;
        return this;
    }

    public Line line() {
        AwsCredentialsProvider counted = () -> {
            credentials.incrementAndGet();
            return AwsBasicCredentials.create("AKIDEXAMPLE", "made-up");
        };
        SdkWiring process = SdkWiring.ofProcess();
        return new Line(
                "us-east-1", new SdkWiring(this, counted, process.retries(), process.attempt(), process.call()));
    }

    /** Hosts to which somebody connected without asking anything. */
    public List<String> connections() {
        return connections.stream().map(URI::getHost).distinct().sorted().toList();
    }

    /** What was really asked: the bodies of signed requests. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** How often somebody wanted credentials. */
    public int credentials() {
        return credentials.get();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest answered = answers.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                if (request.httpRequest().firstMatchingHeader("Authorization").isEmpty()) {
                    connections.add(request.httpRequest().getUri());
                } else {
                    requests.add(new String(
                            request.contentStreamProvider()
                                    .orElseThrow()
                                    .newStream()
                                    .readAllBytes(),
                            UTF_8));
                }
                if (!silent.isEmpty() && request.httpRequest().host().startsWith(silent)) {
                    hang();
                }
                return answered.call();
            }

            @Override
            public void abort() {
                answered.abort();
            }
        };
    }

    private void hang() throws IOException {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        // nothing is open
    }
}
