package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.model.Task;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderToleranceTest {
    static final List<String> ALL = Samples.ALL;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TASK = "\"detail-type\": \"ECS Task State Change\"";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no JSON at all              | hello                                                       | no JSON
            nothing                     | ``                                                          | no JSON
            cut off                     | {"source": "aws.ecs", "detail                               | no JSON
            two documents               | {} {}                                                       | no JSON
            an array                    | [1, 2]                                                      | no event of EventBridge: it has no source
            an empty object             | {}                                                          | no event of EventBridge: it has no source
            source of another kind      | {"source": {"a": 1}, "detail": {}}                          | no event of EventBridge: it has no source
            foreign source              | {"source": "aws.s3", "detail": {}}                          | foreign source: aws.s3
            no detail                   | {"source": "aws.ecs", "detail-type": "ECS Service Action"}  | an event without detail
            detail is a list            | {"source": "aws.ecs", "detail": [{}]}                       | an event without detail
            CloudTrail                  | {"source": "aws.ecs", "detail-type": "AWS API Call via CloudTrail", "detail": {}} | unknown detail-type: AWS API Call via CloudTrail
            type of tomorrow            | {"source": "aws.ecs", "detail-type": "ECS\\nNext", "detail": {}} | unknown detail-type: ECS Next
            no type                     | {"source": "aws.ecs", "detail": {}}                         | unknown detail-type
            ECS type from Health        | {"source": "aws.health", "detail-type": "ECS Service Action", "detail": {}} | unknown detail-type: ECS Service Action
            Health of another service   | {"source": "aws.health", "detail-type": "AWS Health Event", "detail": {"service": "RDS"}} | a health event about another service: RDS
            """)
    void event_thatIsNotForUs_isIgnoredWithTheReason(String name, String json, String why) {
        assertThat(EventReader.read(json)).as(name).isEqualTo(new EcsEvent.Ignored(why));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            account of the envelope  | "account": "111122223333" | "account": "444455556666" | arn:aws:ecs:us-east-1:111122223333:task/shop/0f3b6c1d2e4a4b5c8d7e6f5a4b3c2d1e
            region of the envelope   | "region": "us-east-1"     | "region": "eu-west-1"     | arn:aws:ecs:us-east-1:111122223333:task/shop/0f3b6c1d2e4a4b5c8d7e6f5a4b3c2d1e
            account of the cluster   | 111122223333:cluster/shop | 444455556666:cluster/shop | arn:aws:ecs:us-east-1:444455556666:cluster/shop
            region of the definition | us-east-1:111122223333:task-definition | eu-west-1:111122223333:task-definition | arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:42
            """)
    void event_whoseAccountOrRegionDiffer_isIgnored(String name, String from, String to, String stranger) {
        String forged = Samples.text("task-stopped.json").replace(from, to);
        assertThat(EventReader.read(forged))
                .as(name)
                .isEqualTo(new EcsEvent.Ignored("account or region differ between the event and: " + cut(stranger)));
    }

    @Test
    void event_withoutAccountAndRegion_takesThemFromItsArns() {
        String bare = Samples.text("task-stopped.json")
                .replace("\"account\": \"111122223333\",", "")
                .replace("\"region\": \"us-east-1\",", "");
        assertThat(EventReader.read(bare)).isEqualTo(EventReader.read(Samples.bytes("task-stopped.json")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            "cpu": "256"             | 256
            "cpu": 256               | 256
            "cpu": "null"            | -
            "cpu": null              | -
            "cpu": ".5 vCPU"         | -
            "cpu": 1e9               | -
            "cpu": 99999999999       | -
            "cpu": ["256"]           | -
            "memory": "256"          | -
            """)
    void cpu_ofAnyForm_isANumberOrNull(String member, Integer cpu) {
        assertThat(task(member).cpu()).isEqualTo(cpu);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            2026-03-04T09:13:58Z,                  2026-03-04T09:13:58Z
            2026-03-04T09:13:58.1Z,                2026-03-04T09:13:58.100Z
            2026-03-04T09:13:58.123456789Z,        2026-03-04T09:13:58.123456789Z
            2026-03-04T09:13:58.1234567890123Z,    2026-03-04T09:13:58.123456789Z
            2026-03-04T10:13:58.5+01:00,           2026-03-04T09:13:58.500Z
            2026-03-04,                            -
            soon,                                  -
            '',                                    -
            1772615638,                            -
            """)
    void time_withAnyNumberOfDigits_isReadOrNull(String text, Instant time) {
        assertThat(task("\"startedAt\": \"" + text + "\"").times().startedAt()).isEqualTo(time);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "\"containers\": null",
                "\"containers\": []",
                "\"attachments\": []",
                "\"attachments\": \"\"",
                "\"containers\": [null, 1, \"x\"]",
                "\"attributes\": null",
                "\"tomorrow\": {\"deep\": [[[1]]]}",
                "\"version\": \"soon\"",
                "\"group\": null",
                "\"stopCode\": {\"a\": 1}",
            })
    void task_withOddMember_isReadAsWithoutIt(String member) {
        assertThat(task(member)).isEqualTo(task("\"tomorrow\": 1"));
    }

    @Test
    void healthEvent_withoutEntities_namesItsResources() {
        String event = """
                {"source": "aws.health", "detail-type": "AWS Health Event", "account": "111122223333",
                 "resources": "shop|checkout", "detail": {"service": "ECS"}}""";
        assertThat(((EcsEvent.HealthEvent) EventReader.read(event)).affectedEntities())
                .containsExactly("shop|checkout");
    }

    @Test
    @Timeout(5)
    void event_thatIsABomb_isRefused() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String nested = "{\"source\": \"aws.ecs\", \"detail\": " + "[".repeat(60) + "]".repeat(60) + "}";
        String longString = "{\"source\": \"" + "x".repeat(300_000) + "\"}";
        String huge = "{\"source\": \"" + "x".repeat(10_000_000) + "\"}";
        assertThat(List.of(deep, nested, longString).stream().map(EventReader::read))
                .containsOnly(new EcsEvent.Ignored("no JSON"));
        assertThat(EventReader.read(huge)).isEqualTo(new EcsEvent.Ignored("longer than any event: 10000014 bytes"));
    }

    /** Two thousand damaged events of each kind, the same ones each time. */
    @ParameterizedTest(name = "{0}")
    @FieldSource("ALL")
    @Timeout(60)
    void event_damagedAtRandom_neverThrows(String sample) throws IOException {
        for (int seed = 0; seed < 2_000; seed++) {
            JsonNode event = MAPPER.readTree(Samples.bytes(sample));
            damage(event, new Random(seed));
            assertThat(EventReader.read(MAPPER.writeValueAsBytes(event)))
                    .as("%s, seed %d", sample, seed)
                    .isNotNull();
        }
    }

    @Test
    void queue_ofThreeMessages_isReadInOrder() throws IOException {
        String batch = """
                {"Records": [
                  {"messageId": "m-1", "receiptHandle": "r", "body": "{\\"source\\": \\"aws.ecs\\"}",
                   "attributes": {"ApproximateReceiveCount": "3", "SentTimestamp": "1772615638000"},
                   "messageAttributes": {}, "md5OfBody": "0", "eventSource": "aws:sqs",
                   "eventSourceARN": "arn:aws:sqs:us-east-1:111122223333:ecs-medic-events", "awsRegion": "us-east-1"},
                  {"messageId": "m-2", "body": "no JSON", "attributes": {}},
                  {"messageId": "m-3", "attributes": null}
                ]}""";
        assertThat(EventReader.readQueue(new ByteArrayInputStream(batch.getBytes(UTF_8))))
                .containsExactly(
                        new QueuedMessage(
                                "m-1",
                                "arn:aws:sqs:us-east-1:111122223333:ecs-medic-events",
                                "{\"source\": \"aws.ecs\"}",
                                3),
                        new QueuedMessage("m-2", "", "no JSON", 0),
                        new QueuedMessage("m-3", "", "", 0));
    }

    @Test
    void queue_withABodyLongerThanAnEvent_keepsItsNeighbours() throws IOException {
        String batch = "{\"Records\": [{\"messageId\": \"m-1\", \"body\": \"" + "x".repeat(2_000_000)
                + "\"}, {\"messageId\": \"m-2\", \"body\": \"short\"}]}";
        assertThat(EventReader.readQueue(new ByteArrayInputStream(batch.getBytes(UTF_8))))
                .extracting(QueuedMessage::id)
                .containsExactly("m-1", "m-2");
    }

    @Test
    void queue_thatIsNoBatch_throws() {
        assertThatThrownBy(() -> EventReader.readQueue(new ByteArrayInputStream("{\"a\": 1}".getBytes(UTF_8))))
                .isInstanceOf(IOException.class)
                .hasMessage("no batch of Amazon SQS: it has no Records");
    }

    private static Task task(String member) {
        String event = "{\"source\": \"aws.ecs\", " + TASK + ", \"detail\": {\"taskArn\": \"t\", " + member + "}}";
        return ((EcsEvent.TaskStateChange) EventReader.read(event)).task();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(80, text.length()));
    }

    private static void damage(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                int dice = random.nextInt(12);
                if (dice == 0) {
                    object.remove(name);
                } else if (dice <= 2) {
                    object.set(name, other(random));
                } else {
                    damage(object.get(name), random);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (random.nextInt(12) == 0) {
                    array.set(i, other(random));
                } else {
                    damage(array.get(i), random);
                }
            }
        }
    }

    private static JsonNode other(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> MAPPER.getNodeFactory().nullNode();
            case 1 -> MAPPER.getNodeFactory().numberNode(random.nextLong());
            case 2 -> MAPPER.getNodeFactory().numberNode(random.nextDouble());
            case 3 -> MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
            case 4 -> MAPPER.getNodeFactory().textNode("arn:::::");
            case 5 -> MAPPER.createArrayNode().addNull().add("x").add(MAPPER.createObjectNode());
            case 6 -> MAPPER.createObjectNode().put("x", Duration.ofDays(1).toString());
            default -> MAPPER.getNodeFactory().textNode("");
        };
    }
}
