package io.github.ecsmedic.aws;

/**
 * One message of a batch that Amazon SQS hands to a function.
 *
 * @param queue the queue's ARN, or {@code ""}
 * @param receiveCount how often it has been handed out, this time included; 0 when SQS did not say
 */
public record QueuedMessage(String id, String queue, String body, int receiveCount) {}
