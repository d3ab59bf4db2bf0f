package io.github.ecsmedic.infra;

import io.github.ecsmedic.infra.EcsMedicProps.Accounts;
import io.github.ecsmedic.installation.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.CfnEventBus;
import software.amazon.awscdk.services.events.CfnEventBusPolicy;
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
    private Optional<CfnEventBus> bus = Optional.empty();

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
        Stream<CfnRule> own = Subscription.all().stream()
                .map(subscription -> Rulings.of(subscription, this, subscription.id(), names)
                        .targets(List.of(target()))
                        .build());
        Accounts accounts = fittings.props().accounts();
        Stream<CfnRule> others = accounts.on() ? ofMembers(accounts, names).stream() : Stream.of();
        List<String> rules = Stream.concat(own, others).map(CfnRule::getAttrArn).toList();
        Stream.of(queue, undelivered).forEach(target -> admit(target, rules));
    }

    Queue queue() {
        return queue;
    }

    Queue deadLetters() {
        return deadLetters;
    }

    /** On which events of members arrive; empty where there are none. */
    Optional<CfnEventBus> bus() {
        return bus;
    }

    Queue undelivered() {
        return undelivered;
    }

    private CfnRule.TargetProperty target() {
        return CfnRule.TargetProperty.builder()
                .id("queue")
                .arn(queue.getQueueArn())
                .deadLetterConfig(Rulings.keeps(undelivered))
                .retryPolicy(Rulings.RETRIES)
                .build();
    }

    /** A bus of their own: events of members on our default bus would meet rules of others that expect ours alone. */
    private List<CfnRule> ofMembers(Accounts accounts, Names names) {
        CfnEventBus made = CfnEventBus.Builder.create(this, "Members")
                .name(names.bus())
                .description("Events of members of ECS Medic")
                .build();
        bus = Optional.of(made);
        if (!accounts.members().isEmpty()) {
            admit(
                    made,
                    "MembersOnly",
                    Map.of(
                            "Principal",
                            Map.of(
                                    "AWS",
                                    accounts.members().keySet().stream()
                                            .map(account -> Names.arn("iam", "", account, "root"))
                                            .toList())));
        }
        if (!accounts.organization().isEmpty()) {
            admit(
                    made,
                    "OrganizationOnly",
                    Map.of(
                            "Principal",
                            "*",
                            "Condition",
                            Map.of("StringEquals", Map.of("aws:PrincipalOrgID", accounts.organization()))));
        }
        return Subscription.all().stream()
                .map(subscription -> Rulings.of(subscription, this, "members-" + subscription.id(), names)
                        .eventBusName(made.getRef())
                        .targets(List.of(target()))
                        .build())
                .toList();
    }

    private void admit(CfnEventBus made, String sid, Map<String, Object> whom) {
        Map<String, Object> statement = new TreeMap<>(whom);
        statement.putAll(
                Map.of("Sid", sid, "Effect", "Allow", "Action", "events:PutEvents", "Resource", made.getAttrArn()));
        CfnEventBusPolicy.Builder.create(this, sid)
                .eventBusName(made.getRef())
                .statementId(sid)
                .statement(Sorted.map(statement))
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
