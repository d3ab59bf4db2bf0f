package io.github.ecsmedic.infra;

import io.github.ecsmedic.installation.Subscription;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** From the event bus into the queue, and the two queues for what went wrong on the way. */
final class Intake extends Construct {
    /** The time-out of the function; the queue hides a message for six times as long. */
    static final Duration TIME_OUT = Duration.seconds(120);

    private static final Duration VISIBILITY = Duration.seconds(6 * 120);
    private static final int RECEIVES = 5;

    private final Queue queue;
    private final Queue deadLetters;
    private final Queue undelivered;

    Intake(Construct scope, String id, Fittings fittings) {
        super(scope, id);
        Names names = fittings.names();
        deadLetters = fittings.queue(this, "DeadLetterQueue", names.deadLetterQueue(), Duration.days(14))
                .build();
        undelivered = fittings.queue(this, "UndeliveredQueue", names.undeliveredQueue(), Duration.days(14))
                .build();
        queue = fittings.queue(this, "Queue", names.queue(), Duration.days(4))
                .visibilityTimeout(VISIBILITY)
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(RECEIVES)
                        .build())
                .build();
        List<String> rules = Subscription.all().stream()
                .map(subscription -> rule(subscription, names).getAttrArn())
                .toList();
        Stream.of(queue, undelivered).forEach(target -> admit(target, rules));
    }

    Queue queue() {
        return queue;
    }

    Queue deadLetters() {
        return deadLetters;
    }

    Queue undelivered() {
        return undelivered;
    }

    /** Retries are those of the default bus, written down because other buses have shorter ones. */
    private CfnRule rule(Subscription subscription, Names names) {
        return CfnRule.Builder.create(this, subscription.id())
                .name(names.rule(subscription.id()))
                .description(subscription.says())
                .eventPattern(Sorted.map(subscription.pattern()))
                .state("ENABLED")
                .targets(List.of(CfnRule.TargetProperty.builder()
                        .id("queue")
                        .arn(queue.getQueueArn())
                        .deadLetterConfig(CfnRule.DeadLetterConfigProperty.builder()
                                .arn(undelivered.getQueueArn())
                                .build())
                        .retryPolicy(CfnRule.RetryPolicyProperty.builder()
                                .maximumEventAgeInSeconds(86_400)
                                .maximumRetryAttempts(185)
                                .build())
                        .build()))
                .build();
    }

    private static void admit(Queue target, List<String> rules) {
        target.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("OurRulesOnly")
                .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(target.getQueueArn()))
                .conditions(Sorted.map(Map.of(
                        "ArnEquals", Map.of("aws:SourceArn", rules),
                        "StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID))))
                .build());
    }
}
