package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.installation.Queues;
import io.github.ecsmedic.model.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues through the SDK. */
final class SdkQueues implements Queues {
    private static final String URL = "sqs:GetQueueUrl";
    private static final String ATTRIBUTES = "sqs:GetQueueAttributes";
    private static final Set<String> GONE =
            Set.of("AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist", "NonExistentQueue");
    private static final String EVENTS = "events.amazonaws.com";
    private static final Set<String> SENDING = Set.of("sqs:sendmessage", "sqs:*", "*");
    private static final String SOURCE = "aws:SourceArn";

    private final Clients clients;
    private final Reads reads;

    SdkQueues(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<Optional<Queue>> queue(String name) {
        return reads.ask("queue " + name, ATTRIBUTES, () -> url(name).map(url -> queue(name, url)));
    }

    private Optional<String> url(String name) {
        try {
            return Optional.of(needed(
                    reads.send(URL, () -> clients.sqs().getQueueUrl(r -> r.queueName(name)))
                            .queueUrl(),
                    URL));
        } catch (NoAnswer e) {
            if (GONE.contains(e.code())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Queue queue(String name, String url) {
        Map<String, String> told = reads.send(
                        ATTRIBUTES,
                        () -> clients.sqs()
                                .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL)))
                .attributesAsStrings();
        return new Queue(
                name,
                needed(told.get("QueueArn"), ATTRIBUTES),
                url,
                number(told, "ApproximateNumberOfMessages") + number(told, "ApproximateNumberOfMessagesNotVisible"),
                json(told.getOrDefault("RedrivePolicy", "")).text("deadLetterTargetArn"),
                rules(json(told.getOrDefault("Policy", ""))));
    }

    private static long number(Map<String, String> told, String attribute) {
        Integer number = Given.number(told.get(attribute));
        return needed(number, ATTRIBUTES);
    }

    private static Json json(String text) {
        try {
            return text.isEmpty() ? new Json.Nothing() : Json.parse(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new NoAnswer(NoAnswer.MALFORMED, ATTRIBUTES, "");
        }
    }

    private static List<String> rules(Json policy) {
        return policy.objects("Statement").stream()
                .filter(statement -> statement.text("Effect").equals("Allow"))
                .filter(statement -> services(statement.at("Principal")).anyMatch(Set.of(EVENTS, "*")::contains))
                .filter(statement -> statement.texts("Action").stream()
                        .anyMatch(action -> SENDING.contains(action.toLowerCase(Locale.ROOT))))
                .flatMap(statement -> sources(statement.at("Condition")))
                .toList();
    }

    private static Stream<String> services(Json principal) {
        return Stream.concat(Stream.of(principal.text()), principal.texts("Service").stream());
    }

    private static Stream<String> sources(Json conditions) {
        List<String> named = Stream.of("ArnEquals", "ArnLike", "StringEquals", "StringLike")
                .flatMap(operator -> conditions.at(operator).texts(SOURCE).stream())
                .toList();
        return named.isEmpty() ? Stream.of("*") : named.stream();
    }
}
