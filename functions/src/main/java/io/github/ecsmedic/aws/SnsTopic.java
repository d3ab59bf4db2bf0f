package io.github.ecsmedic.aws;

import io.github.ecsmedic.model.Arn;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes to a topic of Amazon SNS, at least once. */
public final class SnsTopic {
    private SnsTopic() {}

    /**
     * Publishes one message; attributes without a value are left out, one that is a list of texts in JSON is one for SNS.
     *
     * @param message a JSON object with one text for each protocol, {@code default} among them
     *
     * @throws CallFailed when SNS did not accept it
     */
    public static void publish(String topicArn, String subject, String message, Map<String, String> attributes) {
        String region = Arn.parse(topicArn)
                .map(Arn::region)
                .filter(found -> !found.isEmpty())
                .orElseThrow(() -> new CallFailed("cannot publish: '" + topicArn + "' is no ARN of a topic"));
        publish(Clients.in(region), topicArn, subject, message, attributes);
    }

    static void publish(
            Clients clients, String topicArn, String subject, String message, Map<String, String> attributes) {
        Map<String, MessageAttributeValue> values = new HashMap<>();
        attributes.forEach((name, value) -> {
            if (!value.isEmpty()) {
                values.put(
                        name,
                        MessageAttributeValue.builder()
                                .dataType(value.startsWith("[\"") ? "String.Array" : "String")
                                .stringValue(value)
                                .build());
            }
        });
        try {
            clients.sns()
                    .publish(r -> r.topicArn(topicArn)
                            .subject(subject)
                            .message(message)
                            .messageStructure("json")
                            .messageAttributes(values));
        } catch (SdkException e) {
            throw CallFailed.of("cannot publish to " + topicArn, e, "sns:Publish");
        }
    }
}
