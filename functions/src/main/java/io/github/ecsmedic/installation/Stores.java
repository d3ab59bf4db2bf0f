package io.github.ecsmedic.installation;

import io.github.ecsmedic.model.Answer;
import java.util.Optional;

/** Reads of the topic, the table and the kill switch. */
public interface Stores {
    /** Empty when SNS says that there is no such topic ({@code sns:GetTopicAttributes}, {@code sns:ListSubscriptionsByTopic}). */
    Answer<Optional<Topic>> topic(String arn);

    /** Empty when DynamoDB says that there is no such table ({@code dynamodb:DescribeTable}, {@code DescribeTimeToLive}). */
    Answer<Optional<Table>> table(String name);

    /** What the parameter says; empty when there is none ({@code ssm:GetParameter}). */
    Answer<Optional<String>> parameter(String name);

    /** How many confirmed subscriptions it has, and how many wait for somebody. */
    record Topic(long confirmed, long pending) {}

    /** {@code expires} is the attribute by which rows are deleted, {@code ""} when none are. */
    record Table(String state, String expires) {}
}
