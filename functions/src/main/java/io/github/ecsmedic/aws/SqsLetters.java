package io.github.ecsmedic.aws;

import io.github.ecsmedic.installation.Letters;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Two queues of Amazon SQS. */
final class SqsLetters implements Letters {
    private static final int MOST = 10;
    private static final int HIDDEN_SECONDS = 60;

    private final SqsClient client;
    private final String from;
    private final String to;

    SqsLetters(SqsClient client, String from, String to) {
        this.client = client;
        this.from = from;
        this.to = to;
    }

    @Override
    public List<Letter> take() {
        return sent(
                        "sqs:ReceiveMessage",
                        from,
                        () -> client.receiveMessage(r -> r.queueUrl(from)
                                .maxNumberOfMessages(MOST)
                                .visibilityTimeout(HIDDEN_SECONDS)
                                .waitTimeSeconds(1)))
                .messages()
                .stream()
                .map(message -> new Letter(
                        Given.text(message.messageId()),
                        Given.text(message.body()),
                        Given.text(message.receiptHandle())))
                .toList();
    }

    @Override
    public void put(Letter letter) {
        String id = sent(
                        "sqs:SendMessage",
                        to,
                        () -> client.sendMessage(r -> r.queueUrl(to).messageBody(letter.body())))
                .messageId();
        if (id == null) {
            throw new Refused("sqs:SendMessage did not say that it took it", new IllegalStateException("no id"));
        }
    }

    @Override
    public void drop(Letter letter) {
        sent(
                "sqs:DeleteMessage",
                from,
                () -> client.deleteMessage(r -> r.queueUrl(from).receiptHandle(letter.receipt())));
    }

    private static <T> T sent(String operation, String queue, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw new Refused(Faults.of(e, operation).unknown().why() + " (" + queue + ")", e);
        }
    }
}
