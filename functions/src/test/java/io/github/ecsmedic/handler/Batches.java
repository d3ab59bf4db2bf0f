package io.github.ecsmedic.handler;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Batches in the form in which Lambda hands them over. */
final class Batches {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .addMixIn(SQSEvent.class, LambdaEvent.class)
            .addMixIn(SQSMessage.class, LambdaMessage.class);

    private Batches() {}

    /** Lambda's own spelling, where it differs from that of the library's classes. */
    private interface LambdaEvent {
        @JsonProperty("Records")
        List<SQSMessage> getRecords();
    }

    private interface LambdaMessage {
        @JsonProperty("eventSourceARN")
        String getEventSourceArn();
    }

    /** Messages {@code m1}, {@code m2} … with these bodies. */
    static InputStream of(String... bodies) {
        return received(1, bodies);
    }

    /** The same, handed out for that time. */
    static InputStream received(int times, String... bodies) {
        List<SQSMessage> messages = new ArrayList<>();
        for (String body : bodies) {
            SQSMessage message = new SQSMessage();
            message.setMessageId("m" + (messages.size() + 1));
            message.setReceiptHandle("handle");
            message.setBody(body);
            message.setAttributes(
                    Map.of("ApproximateReceiveCount", Integer.toString(times), "SentTimestamp", "1770000000000"));
            message.setMessageAttributes(Map.of());
            message.setEventSource("aws:sqs");
            message.setEventSourceArn("arn:aws:sqs:us-east-1:111122223333:ecs-medic-events");
            message.setAwsRegion("us-east-1");
            messages.add(message);
        }
        SQSEvent event = new SQSEvent();
        event.setRecords(messages);
        try {
            return new ByteArrayInputStream(MAPPER.writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A task of that service that has stopped. */
    static String stopped(String service) {
        return stopped(service, service, 3, "2026-11-20T03:09:59Z");
    }

    /** A task that has stopped, as it is at a version. */
    static String stopped(String service, String task, long version, String at) {
        String arn = "arn:aws:ecs:us-east-1:111122223333:task/shop/" + task;
        return """
                {"version":"0","id":"11111111-2222-3333-4444-555555555555","detail-type":"ECS Task State Change",
                 "source":"aws.ecs","account":"111122223333","time":"2026-11-20T03:10:00Z","region":"us-east-1",
                 "resources":["%s"],
                 "detail":{"clusterArn":"arn:aws:ecs:us-east-1:111122223333:cluster/shop","taskArn":"%s",
                  "group":"service:%s","lastStatus":"STOPPED","desiredStatus":"STOPPED","version":%d,"stoppedAt":"%s",
                  "containers":[]}}
                """.formatted(arn, arn, service, version, at);
    }

    /** A one-off task that did all that it had to. */
    static String endedWell(String family, String task, String at) {
        return stopped("", task, 5, at)
                .replace("service:", "family:" + family)
                .replace("\"containers\":[]", "\"containers\":[{\"name\":\"run\",\"exitCode\":0}]");
    }

    /** Something that happened to another service of AWS. */
    static String foreign() {
        return """
                {"version":"0","id":"1","detail-type":"EC2 Instance State-change Notification","source":"aws.ec2",
                 "account":"111122223333","region":"us-east-1","resources":[],"detail":{"state":"stopped"}}
                """;
    }
}
