package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

class ConnectionsTest {
    private static final URI DOWN = URI.create("https://down.example.com");
    private static final URI UP = URI.create("https://up.example.com");
    private static final URI REFUSING = URI.create("https://refusing.example.com");

    @Test
    void connection_toOneThatAnswers_isOpenWhateverItSays() {
        assertThat(Connections.open(new Hosts(), UP)).isTrue();
        assertThat(Connections.open(new Hosts(), REFUSING)).isTrue();
    }

    @Test
    void connection_toNobody_isNone() {
        assertThat(Connections.open(new Hosts(), DOWN)).isFalse();
    }

    /** One that is down, one that refuses, all others answer. */
    private record Hosts() implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    String host = request.httpRequest().host();
                    if (host.equals(DOWN.getHost())) {
                        throw new IOException("no route");
                    }
                    return FakeAws.response(host.equals(REFUSING.getHost()) ? 403 : 200, "{}");
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
