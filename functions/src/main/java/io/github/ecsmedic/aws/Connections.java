package io.github.ecsmedic.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Opens connections ahead of the first request, and leaves them to the HTTP client that will need them. */
final class Connections {
    private Connections() {}

    /**
     * Writes the first words of a TLS connection, to nobody: Java reads its roots and computes the tables of its curves for
     * them, once in a process.
     */
    static void greet() {
        try {
            SSLEngine engine = SSLContext.getDefault().createSSLEngine("example.com", 443);
            engine.setUseClientMode(true);
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (NoSuchAlgorithmException | SSLException e) {
            throw new IllegalStateException("no TLS in this Java runtime", e);
        }
    }

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
