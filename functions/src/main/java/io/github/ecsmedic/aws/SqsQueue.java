package io.github.ecsmedic.aws;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts messages into a queue of Amazon SQS, at least once. */
public final class SqsQueue {
    private final String url;
    private final SqsClient client;

    SqsQueue(String url, SqsClient client) {
        this.url = url;
        this.client = client;
    }

    /**
     * Puts in one message.
     *
     * @throws CallFailed when SQS did not accept it, or when that is not known
     */
    public void send(String body) {
        try {
            client.sendMessage(r -> r.queueUrl(url).messageBody(body));
        } catch (SdkException e) {
            throw CallFailed.of("cannot write to " + url, e, "sqs:SendMessage");
        }
    }
}
