package io.github.ecsmedic.notify;

import java.net.URI;
import java.util.Set;

/** The address of an incoming web hook, which is itself a secret: it is in no message and no exception. */
public final class WebhookUrl {
    private static final Set<String> HOSTS = Set.of("hooks.slack.com", "hooks.slack-gov.com");
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
        return new WebhookUrl(
                SlackAddress.of(url, HOSTS, awsEndpointUrl).orElseThrow(() -> new IllegalArgumentException(REFUSED)));
    }

    URI uri() {
        return uri;
    }

    @Override
    public String toString() {
        return "web hook at " + uri.getHost();
    }
}
