package io.github.ecsmedic.notify;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * The address of an incoming web hook, which is itself a secret: it is in no message and no exception.
 *
 * <p>Only Slack's own hosts are accepted. An address of this machine is accepted only while AWS itself is one, which is
 * so in tests and in the demo alone.
 */
public final class WebhookUrl {
    private static final Set<String> HOSTS = Set.of("hooks.slack.com", "hooks.slack-gov.com");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final String REFUSED =
            "The Slack web hook is not an address of Slack. Store a URL like https://hooks.slack.com/services/… in the"
                    + " secret.";

    private final URI uri;

    private WebhookUrl(URI uri) {
        this.uri = uri;
    }

    /**
     * Reads an address.
     *
     * @param awsEndpointUrl the value of {@code AWS_ENDPOINT_URL}, or {@code ""}
     * @throws IllegalArgumentException with a text that says what to store instead
     */
    public static WebhookUrl of(String url, String awsEndpointUrl) {
        URI uri = parsed(url.strip());
        boolean slack = "https".equals(uri.getScheme())
                && uri.getHost() != null
                && HOSTS.contains(uri.getHost())
                && (uri.getPort() == -1 || uri.getPort() == 443);
        boolean local = "http".equals(uri.getScheme()) && loopback(uri) && loopback(endpoint(awsEndpointUrl));
        boolean bare = uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && !uri.getPath().isEmpty();
        if (!bare || (!slack && !local)) {
            throw new IllegalArgumentException(REFUSED);
        }
        return new WebhookUrl(uri);
    }

    URI uri() {
        return uri;
    }

    @Override
    public String toString() {
        return "web hook at " + uri.getHost();
    }

    private static URI endpoint(String awsEndpointUrl) {
        return awsEndpointUrl.isEmpty() ? URI.create("none:none") : parsed(awsEndpointUrl.strip());
    }

    private static URI parsed(String url) {
        try {
            URI uri = new URI(url);
            return uri.isOpaque() || uri.getPath() == null ? URI.create("none:/") : uri;
        } catch (URISyntaxException ignored) {
            // its text quotes the address
            throw new IllegalArgumentException(REFUSED);
        }
    }

    private static boolean loopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }
}
