package io.github.ecsmedic.notify;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** An address of Slack: one of its hosts by HTTPS; this machine only while AWS itself is there, as in tests and demo. */
final class SlackAddress {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private SlackAddress() {}

    /** Empty when it is none; {@code awsEndpointUrl} is the value of {@code AWS_ENDPOINT_URL}, or {@code ""}. */
    static Optional<URI> of(String url, Set<String> hosts, String awsEndpointUrl) {
        return parsed(url.strip()).filter(uri -> {
            boolean slack = "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && hosts.contains(uri.getHost())
                    && (uri.getPort() == -1 || uri.getPort() == 443);
            boolean local = "http".equals(uri.getScheme())
                    && loopback(uri)
                    && parsed(awsEndpointUrl.strip())
                            .filter(SlackAddress::loopback)
                            .isPresent();
            boolean bare = uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && !uri.getPath().isEmpty();
            return bare && (slack || local);
        });
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(new URI(url)).filter(uri -> !uri.isOpaque() && uri.getPath() != null);
        } catch (URISyntaxException ignored) {
            // its text quotes the address
            return Optional.empty();
        }
    }

    private static boolean loopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }
}
