package io.github.ecsmedic.aws;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes to a topic of Amazon SNS, at least once. */
final class SnsTopic {
    private SnsTopic() {}

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
