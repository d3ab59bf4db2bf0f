package io.github.ecsmedic.handler;

import io.github.ecsmedic.notify.SinkException;
import io.github.ecsmedic.notify.SinkFault;
import io.github.ecsmedic.notify.WebhookUrl;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The address of Slack's web hook, read once from its secret and kept for the process. */
final class Webhook {
    private final Supplier<String> secret;
    private final String endpointUrl;
    private String text = "";
    private @Nullable WebhookUrl url;

    /**
     * Nothing is read yet.
     *
     * @param endpointUrl {@code AWS_ENDPOINT_URL}, or {@code ""}
     */
    Webhook(Supplier<String> secret, String endpointUrl) {
        this.secret = secret;
        this.endpointUrl = endpointUrl;
    }

    /**
     * The address.
     *
     * @throws SinkException when the secret cannot be read or holds no address of Slack
     */
    synchronized WebhookUrl url() {
        WebhookUrl known = url;
        return known == null ? read() : known;
    }

    /** The address as the secret holds it now; the same object when it still holds the refused one. */
    synchronized WebhookUrl renewed(WebhookUrl refused) {
        WebhookUrl known = url();
        return known.equals(refused) ? read() : known;
    }

    private WebhookUrl read() {
        String now = secret.get().strip();
        WebhookUrl known = url;
        if (known != null && now.equals(text)) {
            return known;
        }
        WebhookUrl fresh = parse(now);
        text = now;
        url = fresh;
        return fresh;
    }

    private WebhookUrl parse(String now) {
        try {
            return WebhookUrl.of(now, endpointUrl);
        } catch (IllegalArgumentException e) {
            throw new SinkException(String.valueOf(e.getMessage()), SinkFault.MISCONFIGURED);
        }
    }
}
