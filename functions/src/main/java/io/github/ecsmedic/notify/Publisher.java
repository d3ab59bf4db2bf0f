package io.github.ecsmedic.notify;

import java.util.Map;

/** Publishes to the topic of SNS. */
public interface Publisher {
    /**
     * Publishes one message.
     *
     * @param subject fewer than 100 characters of ASCII
     * @param message JSON for the message structure {@code json}: one text for each protocol
     * @param attributes for filter policies: of type String, but String.Array where one is a list of JSON
     * @throws SinkException when SNS did not take it
     */
    void publish(String subject, String message, Map<String, String> attributes);
}
