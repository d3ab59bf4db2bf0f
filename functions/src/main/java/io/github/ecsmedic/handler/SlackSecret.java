package io.github.ecsmedic.handler;

import io.github.ecsmedic.notify.SinkException;
import io.github.ecsmedic.notify.SinkFault;
import io.github.ecsmedic.notify.SlackAccess;
import io.github.ecsmedic.notify.SlackKey;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What opens Slack, read once from its secret and kept for the process. */
final class SlackSecret implements SlackKey {
    private final Supplier<String> secret;
    private final String endpointUrl;
    private String text = "";
    private @Nullable SlackAccess access;

    /**
     * Nothing is read yet.
     *
     * @param endpointUrl {@code AWS_ENDPOINT_URL}, or {@code ""}
     */
    SlackSecret(Supplier<String> secret, String endpointUrl) {
        this.secret = secret;
        this.endpointUrl = endpointUrl;
    }

    @Override
    public synchronized SlackAccess access() {
        SlackAccess known = access;
        return known == null ? read() : known;
    }

    @Override
    public synchronized SlackAccess renewed(SlackAccess refused) {
        SlackAccess known = access();
        return known.equals(refused) ? read() : known;
    }

    private SlackAccess read() {
        String now = secret.get().strip();
        SlackAccess known = access;
        if (known != null && now.equals(text)) {
            return known;
        }
        SlackAccess fresh = parse(now);
        text = now;
        access = fresh;
        return fresh;
    }

    private SlackAccess parse(String now) {
        try {
            return SlackAccess.of(now, endpointUrl);
        } catch (IllegalArgumentException e) {
            throw new SinkException(String.valueOf(e.getMessage()), SinkFault.MISCONFIGURED);
        }
    }
}
