package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.installation.Stores;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;

/** Topic, table and kill switch through the SDK. */
final class SdkStores implements Stores {
    private static final String TOPIC = "sns:GetTopicAttributes";
    private static final String SUBSCRIPTIONS = "sns:ListSubscriptionsByTopic";
    private static final String TABLE = "dynamodb:DescribeTable";
    private static final String EXPIRY = "dynamodb:DescribeTimeToLive";
    private static final String PARAMETER = "ssm:GetParameter";

    private final Clients clients;
    private final Reads reads;

    SdkStores(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<Optional<Topic>> topic(String arn) {
        return reads.ask(
                "topic " + arn,
                TOPIC,
                () -> reads.sendUnless("NotFound", TOPIC, () -> clients.sns().getTopicAttributes(r -> r.topicArn(arn)))
                        .map(_ -> topic(subscriptions(arn))));
    }

    private List<String> subscriptions(String topic) {
        return reads
                .pages(
                        SUBSCRIPTIONS,
                        token -> clients.sns()
                                .listSubscriptionsByTopic(r -> r.topicArn(topic).nextToken(token)),
                        answer -> listed(answer.hasSubscriptions(), answer.subscriptions(), SUBSCRIPTIONS),
                        ListSubscriptionsByTopicResponse::nextToken)
                .stream()
                .map(one -> needed(one.subscriptionArn(), SUBSCRIPTIONS))
                .toList();
    }

    /** A word stands for the ARN until somebody confirms, and when it is deleted. */
    private static Topic topic(List<String> subscriptions) {
        return new Topic(
                subscriptions.stream().filter(arn -> arn.startsWith("arn:")).count(),
                subscriptions.stream().filter("PendingConfirmation"::equals).count());
    }

    @Override
    public Answer<Optional<Table>> table(String name) {
        return reads.ask(
                "table " + name,
                TABLE,
                () -> reads.sendUnless(
                                "ResourceNotFoundException",
                                TABLE,
                                () -> clients.dynamo().describeTable(r -> r.tableName(name)))
                        .map(answer -> new Table(
                                needed(needed(answer.table(), TABLE).tableStatusAsString(), TABLE), expiry(name))));
    }

    private String expiry(String table) {
        TimeToLiveDescription told = needed(
                reads.send(EXPIRY, () -> clients.dynamo().describeTimeToLive(r -> r.tableName(table)))
                        .timeToLiveDescription(),
                EXPIRY);
        return text(told.timeToLiveStatusAsString()).startsWith("ENABL") ? text(told.attributeName()) : "";
    }

    @Override
    public Answer<Optional<String>> parameter(String name) {
        return reads.ask(
                "parameter " + name,
                PARAMETER,
                () -> reads.sendUnless(
                                "ParameterNotFound",
                                PARAMETER,
                                () -> clients.parameters().getParameter(r -> r.name(name)))
                        .map(answer ->
                                needed(needed(answer.parameter(), PARAMETER).value(), PARAMETER)));
    }
}
