package io.github.ecsmedic.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The topic that every finding goes to, and the alarms that watch ECS Medic itself.
 *
 * <p>The topic has a key of its own because CloudWatch may not use the key that AWS manages for SNS: alarms would fail
 * in silence.
 */
final class Outlet extends Construct {
    private static final String DEAD = "dead-letters";
    private static final String UNDELIVERED = "undelivered-events";
    private static final String OLD = "oldest-message";
    private static final int OLD_SECONDS = 900;

    private final Names names;
    private final IKey key;
    private final Topic topic;

    Outlet(Construct scope, String id, Fittings fittings, Intake intake) {
        super(scope, id);
        EcsMedicProps props = fittings.props();
        names = fittings.names();
        key = fittings.key().orElseGet(() -> ownKey(props));
        topic = Topic.Builder.create(this, "Topic")
                .topicName(names.topic())
                .displayName("ECS Medic")
                .masterKey(key)
                .enforceSsl(true)
                .build();
        topic.applyRemovalPolicy(RemovalPolicy.DESTROY);
        if (!props.mail().isEmpty()) {
            topic.addSubscription(new EmailSubscription(props.mail()));
        }
        admitAlarms(props);
        watch(intake);
    }

    Topic topic() {
        return topic;
    }

    IKey key() {
        return key;
    }

    /** A table that is kept cannot be read without its key. */
    private Key ownKey(EcsMedicProps props) {
        return Key.Builder.create(this, "Key")
                .description(
                        "Encrypts the incidents of " + props.name() + " in their table and on their way through SNS")
                .enableKeyRotation(true)
                .pendingWindow(Duration.days(7))
                .removalPolicy(props.custody().keepTable() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
    }

    private void admitAlarms(EcsMedicProps props) {
        List<String> alarms = new ArrayList<>(List.of(DEAD, UNDELIVERED, OLD, Round.FAILING, Round.UNTOLD));
        alarms.addAll(Watch.ALARMS);
        if (props.fixes().on()) {
            alarms.add(Fixer.FAILING);
        }
        if (props.buttons().on()) {
            alarms.add(Buttons.DEAD);
        }
        PolicyStatement.Builder statement = PolicyStatement.Builder.create()
                .sid("OurAlarmsOnly")
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .conditions(Sorted.map(Map.of(
                        "ArnEquals",
                        Map.of(
                                "aws:SourceArn",
                                alarms.stream().map(names::alarmArn).toList()),
                        "StringEquals",
                        Map.of("aws:SourceAccount", Aws.ACCOUNT_ID))));
        topic.addToResourcePolicy(statement
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .build());
        key.addToResourcePolicy(statement
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
                .resources(List.of("*"))
                .build());
    }

    private void watch(Queue queue, String what, String says) {
        alarm(what, says, queue.metricApproximateNumberOfMessagesVisible(every(1)), 1);
    }

    private void watch(Intake intake) {
        watch(
                intake.deadLetters(),
                DEAD,
                "Events that ECS Medic failed to diagnose five times wait in " + names.deadLetterQueue()
                        + ". Read the newest ERROR in " + names.logGroup(names.function())
                        + ", mend it, then start the queue's redrive");
        watch(
                intake.undelivered(),
                UNDELIVERED,
                "Events that EventBridge could not hand to " + names.queue() + " wait in " + names.undeliveredQueue()
                        + ". See whether the queue and its policy are still as deployed, then move them to it");
        alarm(
                OLD,
                "Events wait in " + names.queue() + " for more than 15 minutes: ECS Medic fails or is throttled."
                        + " See whether the mapping of " + names.function() + " is enabled, then read its log",
                intake.queue().metricApproximateAgeOfOldestMessage(every(5)),
                OLD_SECONDS);
    }

    /** It rings when the metric reaches the threshold. */
    void alarm(String what, String says, IMetric metric, int threshold) {
        tells(alarm(what, says, metric)
                .threshold(threshold)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING));
    }

    /** It rings when nothing comes. */
    void silence(String what, String says, IMetric metric) {
        tells(alarm(what, says, metric)
                .threshold(1)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .treatMissingData(TreatMissingData.BREACHING));
    }

    private Alarm.Builder alarm(String what, String says, IMetric metric) {
        return Alarm.Builder.create(this, what)
                .alarmName(names.alarm(what))
                .alarmDescription(says)
                .metric(metric)
                .evaluationPeriods(1);
    }

    private void tells(Alarm.Builder described) {
        Alarm alarm = described.build();
        SnsAction tell = new SnsAction(topic);
        alarm.addAlarmAction(tell);
        alarm.addOkAction(tell);
    }

    private static MetricOptions every(int minutes) {
        return MetricOptions.builder()
                .statistic("Maximum")
                .period(Duration.minutes(minutes))
                .build();
    }
}
