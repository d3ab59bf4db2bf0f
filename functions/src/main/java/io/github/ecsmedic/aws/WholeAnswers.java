package io.github.ecsmedic.aws;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** Fails where fewer bytes come than the answer announces: the JDK takes them for the whole. */
final class WholeAnswers implements SdkHttpClient {
    private final SdkHttpClient http;

    WholeAnswers(SdkHttpClient http) {
        this.http = http;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest sent = http.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return whole(sent.call());
            }

            @Override
            public void abort() {
                sent.abort();
            }
        };
    }

    private static HttpExecuteResponse whole(HttpExecuteResponse answer) throws IOException {
        byte[] body = {};
        if (answer.responseBody().isPresent()) {
            try (InputStream stream = answer.responseBody().get()) {
                body = stream.readAllBytes();
            }
        }
        String announced =
                answer.httpResponse().firstMatchingHeader("Content-Length").orElse("");
        if (!announced.isEmpty() && !announced.equals(Integer.toString(body.length))) {
            throw new EOFException("of " + announced + " bytes came " + body.length);
        }
        return HttpExecuteResponse.builder()
                .response(answer.httpResponse())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    @Override
    public void close() {
        http.close();
    }
}
