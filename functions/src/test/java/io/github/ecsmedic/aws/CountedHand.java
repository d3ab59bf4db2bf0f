package io.github.ecsmedic.aws;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.model.Answer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** The real hand before a connection that counts what comes out and answers that the server failed; all is as it was. */
public final class CountedHand implements Hand {
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final Hand real;

    /** @param account whose credentials it has */
    public CountedHand(String account) {
        StaticCredentialsProvider ours = StaticCredentialsProvider.create(AwsBasicCredentials.builder()
                .accessKeyId("AKIDEXAMPLE")
                .secretAccessKey("made-up")
                .accountId(account)
                .build());
        real = new SdkHand(
                account,
                new FakeAws().with(ours).clients(),
                new Clients("us-east-1", () -> OneShot.wiring(new Failing(), ours, OneShot.CALL)));
    }

    /** What came out on the wire since this was asked last. */
    public List<String> sent() {
        List<String> all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    @Override
    public Answer<String> value(Request request) {
        return new Answer.Known<>(request.before().isEmpty() ? "x" : request.before(), "a read");
    }

    @Override
    public Sent send(Request request) {
        return real.send(request);
    }

    private final class Failing implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    String operation = FakeAws.read(request).operation();
                    sent.add(operation);
                    return Protocol.of(operation).error(500, "InternalFailure");
                }

                @Override
                public void abort() {
                    // nothing is open
                }
            };
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
