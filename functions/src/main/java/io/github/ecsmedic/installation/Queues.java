package io.github.ecsmedic.installation;

import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Optional;

/** Reads of queues. */
public interface Queues {
    /** Empty when SQS says that there is no such queue ({@code sqs:GetQueueAttributes}). */
    Answer<Optional<Queue>> queue(String name);

    /**
     * A queue.
     *
     * @param waiting messages that can be taken or are being worked on, approximately
     * @param deadLetters the ARN of its dead-letter queue, or {@code ""}
     * @param rules patterns of the ARNs of the rules that its policy lets EventBridge send for; {@code *} for all
     */
    record Queue(String name, String arn, String url, long waiting, String deadLetters, List<String> rules) {
        public Queue {
            rules = List.copyOf(rules);
        }
    }
}
