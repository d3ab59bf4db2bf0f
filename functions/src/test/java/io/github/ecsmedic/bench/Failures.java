package io.github.ecsmedic.bench;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The failure of all figures about starting: layers that cannot be pulled, because S3 is out of the subnet's reach. */
final class Failures {
    private final String sample;
    private int next;

    private Failures(String sample) {
        this.sample = sample;
    }

    static Failures of(Path root) throws IOException {
        return new Failures(Files.readString(root.resolve("events/causes/network.s3_gateway_missing/event.json")));
    }

    /** The account in which it happens. */
    static FakeAccount account() {
        return FakeAccount.small().withEndpoints("ecr.api", "ecr.dkr", "logs");
    }

    /** The next one, of a task of its own. */
    String event() {
        String number = "%012d".formatted(++next);
        return sample.replace("000000000002", number).replace("bbbbbbbbbbbb", number);
    }

    /** No failure at all: its service wants fewer tasks. */
    String benign() {
        return event().replaceAll("\"stopCode\": \"[^\"]*\"", "\"stopCode\": \"ServiceSchedulerInitiated\"")
                .replaceAll(
                        "\"stoppedReason\": \"(?:[^\"\\\\]|\\\\.)*\"",
                        "\"stoppedReason\": \"Scaling activity initiated by (deployment ecs-svc/1000000000000000001)\"");
    }

    /** A batch of one message, as Lambda hands it over. */
    static String batch(String event) {
        return JsonText.object(batch -> {
            batch.writeArrayFieldStart("Records");
            batch.writeStartObject();
            batch.writeStringField("messageId", "m1");
            batch.writeStringField("receiptHandle", "handle");
            batch.writeStringField("body", event);
            batch.writeObjectFieldStart("attributes");
            batch.writeStringField("ApproximateReceiveCount", "1");
            batch.writeStringField("SentTimestamp", "1770000000000");
            batch.writeEndObject();
            batch.writeObjectFieldStart("messageAttributes");
            batch.writeEndObject();
            batch.writeStringField("eventSource", "aws:sqs");
            batch.writeStringField("eventSourceARN", "arn:aws:sqs:us-east-1:111122223333:ecs-medic-events");
            batch.writeStringField("awsRegion", "us-east-1");
            batch.writeEndObject();
            batch.writeEndArray();
        });
    }
}
