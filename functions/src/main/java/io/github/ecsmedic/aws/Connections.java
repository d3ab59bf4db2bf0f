package io.github.ecsmedic.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Opens connections ahead of the first request, and leaves them to the HTTP client that will need them. */
final class Connections {
    private Connections() {}

    /**
     * One, by an unsigned request that AWS answers without doing anything.
     *
     * @return whether anything was answered
     */
    static boolean open(SdkHttpClient http, URI host) {
        HttpExecuteRequest request = HttpExecuteRequest.builder()
                .request(SdkHttpRequest.builder()
                        .method(SdkHttpMethod.GET)
                        .uri(host)
                        .build())
                .build();
        try {
            HttpExecuteResponse answer = http.prepareRequest(request).call();
            if (answer.responseBody().isPresent()) {
                try (InputStream body = answer.responseBody().get()) {
                    body.transferTo(OutputStream.nullOutputStream());
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
