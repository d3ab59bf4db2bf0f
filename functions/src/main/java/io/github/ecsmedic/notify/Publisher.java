package io.github.ecsmedic.notify;

import java.util.Map;

/** Publishes to the topic of SNS. */
public interface Publisher {
    /**
     * Publishes one message.
     *
     * @param subject fewer than 100 characters of ASCII
     * @param message JSON for the message structure {@code json}: one text for each protocol
     * @param attributes of type String, for filter policies
     * @throws SinkException when SNS did not take it
     */
    void publish(String subject, String message, Map<String, String> attributes);
}
