package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ecsmedic.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EcsMedicStackTest {
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String ALARM = "AWS::CloudWatch::Alarm";

    static List<Template> templates() {
        return List.of(Template.PLAIN, Template.FULL);
    }

    private static JsonNode json(String text) throws Exception {
        return Template.MAPPER.readTree(text);
    }

    @ParameterizedTest
    @CsvSource({
        "ecs-medic-events, 345600, 720",
        "ecs-medic-events-dead, 1209600, 0",
        "ecs-medic-events-undelivered, 1209600, 0"
    })
    void queue_always_isEncryptedAndKeepsItsMessages(String name, int retention, int visibility) {
        JsonNode queue = Template.PLAIN.named(QUEUE, name);
        assertThat(queue.path("SqsManagedSseEnabled").asBoolean()).isTrue();
        assertThat(queue.path("MessageRetentionPeriod").asInt()).isEqualTo(retention);
        assertThat(queue.path("VisibilityTimeout").asInt()).isEqualTo(visibility);
    }

    @Test
    void queue_always_hidesAMessageForSixTimesTheTimeOut() {
        int timeOut = Template.PLAIN
                .diagnosing("AWS::Lambda::Function")
                .path("Timeout")
                .asInt();
        assertThat(Template.PLAIN
                        .named(QUEUE, "ecs-medic-events")
                        .path("VisibilityTimeout")
                        .asInt())
                .isEqualTo(6 * timeOut);
    }

    @Test
    void queue_afterFiveReceives_handsOverToTheDeadLetters() throws Exception {
        assertThat(Template.PLAIN.named(QUEUE, "ecs-medic-events").path("RedrivePolicy"))
                .isEqualTo(json("""
                                {"deadLetterTargetArn": {"Fn::GetAtt": ["EcsMedicIntakeDeadLetterQueue81F1157B", "Arn"]},
                                 "maxReceiveCount": 5}"""));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void queues_always_refusePlainText(Template template) {
        assertThat(template.all("AWS::SQS::QueuePolicy"))
                .hasSize(4)
                .allSatisfy(policy -> assertThat(
                                policy.path("PolicyDocument").path("Statement").valueStream())
                        .anySatisfy(EcsMedicStackTest::refusesPlainText));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void topic_always_refusesPlainText(Template template) {
        assertThat(template.only("AWS::SNS::TopicPolicy")
                        .path("PolicyDocument")
                        .path("Statement")
                        .valueStream())
                .anySatisfy(EcsMedicStackTest::refusesPlainText);
    }

    private static void refusesPlainText(JsonNode statement) {
        assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
        assertThat(statement.path("Condition").toString()).isEqualTo("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}");
    }

    @Test
    void alarmsAtTopicAndKey_always_areThoseThatExist() {
        Set<String> alarms = Template.PLAIN.all(ALARM).stream()
                .map(alarm -> "arn:aws:cloudwatch:us-east-1:111122223333:alarm:"
                        + alarm.path("AlarmName").asText())
                .collect(Collectors.toSet());
        assertThat(Stream.of("AWS::SNS::TopicPolicy", "AWS::KMS::Key")
                        .map(type -> Template.PLAIN.only(type).findValue("aws:SourceArn"))
                        .map(sources -> Set.copyOf(Template.texts(sources))))
                .containsExactly(alarms, alarms);
    }

    @Test
    void rules_always_deliverToTheQueueAndKeepWhatItRefuses() throws Exception {
        JsonNode target = json("""
                [{"Arn": {"Fn::GetAtt": ["EcsMedicIntakeQueue1C2850CD", "Arn"]},
                  "DeadLetterConfig": {"Arn": {"Fn::GetAtt": ["EcsMedicIntakeUndeliveredQueue72CDD757", "Arn"]}},
                  "Id": "queue",
                  "RetryPolicy": {"MaximumEventAgeInSeconds": 86400, "MaximumRetryAttempts": 185}}]""");
        assertThat(Template.PLAIN.all("AWS::Events::Rule").stream()
                        .filter(rule -> rule.has("EventPattern"))
                        .toList())
                .hasSize(8)
                .allSatisfy(rule -> {
                    assertThat(rule.path("Targets")).isEqualTo(target);
                    assertThat(rule.path("State").asText()).isEqualTo("ENABLED");
                    assertThat(rule.path("Name").asText()).startsWith("ecs-medic-");
                });
    }

    @Test
    void function_always_runsTheHandlerOnJava25() {
        JsonNode function = Template.PLAIN.diagnosing("AWS::Lambda::Function");
        assertThat(function.path("FunctionName").asText()).isEqualTo("ecs-medic-diagnose");
        assertThat(function.path("Runtime").asText()).isEqualTo("java25");
        assertThat(function.path("Handler").asText())
                .isEqualTo("io.github.ecsmedic.handler.DiagnoseHandler::handleRequest");
        assertThat(function.path("MemorySize").asInt()).isEqualTo(1024);
        assertThat(function.path("Timeout").asInt()).isEqualTo(120);
        assertThat(function.path("LoggingConfig").toString())
                .isEqualTo("{\"LogGroup\":{\"Ref\":\"EcsMedicLogEFEEAC13\"}}");
    }

    @Test
    void sweep_always_runsEveryFiveMinutesAsLongAsALeaseAtMost() throws Exception {
        JsonNode sweep = Template.PLAIN.named("AWS::Lambda::Function", "ecs-medic-sweep");
        assertThat(sweep.path("Handler").asText()).isEqualTo("io.github.ecsmedic.handler.SweepHandler::handleRequest");
        assertThat(sweep.path("Timeout").asInt()).isEqualTo(120);
        assertThat(sweep.path("Environment"))
                .isEqualTo(Template.PLAIN.diagnosing("AWS::Lambda::Function").path("Environment"));
        JsonNode rule = Template.PLAIN.named("AWS::Events::Rule", "ecs-medic-sweep");
        assertThat(rule.path("ScheduleExpression").asText()).isEqualTo("rate(5 minutes)");
        assertThat(Template.text(Template.PLAIN.only("AWS::Lambda::Permission").path("SourceArn")))
                .startsWith("<EcsMedicSweepRule");
    }

    @Test
    void alarm_untold_watchesTheMetricThatTheSweepEmits() {
        JsonNode alarm = Template.PLAIN.named(ALARM, "ecs-medic-untold-messages");
        assertThat(alarm.path("Namespace").asText()).isEqualTo("ecs-medic");
        assertThat(alarm.path("MetricName").asText()).isEqualTo("OldestUntoldSeconds");
        assertThat(alarm.path("Dimensions").toString())
                .isEqualTo("[{\"Name\":\"Function\",\"Value\":\"ecs-medic-sweep\"}]");
        assertThat(alarm.path("Threshold").asInt()).isEqualTo(1_800);
    }

    @Test
    void function_architecture_isArmUnlessAskedOtherwise() {
        assertThat(Template.PLAIN
                        .diagnosing("AWS::Lambda::Function")
                        .path("Architectures")
                        .toString())
                .isEqualTo("[\"arm64\"]");
        assertThat(Template.FULL
                        .diagnosing("AWS::Lambda::Function")
                        .path("Architectures")
                        .toString())
                .isEqualTo("[\"x86_64\"]");
    }

    /** The function itself reads its environment back: what one writes the other must accept. */
    @ParameterizedTest
    @MethodSource("templates")
    void environment_always_isReadableForTheFunction(Template template) {
        Map<String, String> environment = new TreeMap<>();
        template.diagnosing("AWS::Lambda::Function")
                .path("Environment")
                .path("Variables")
                .properties()
                .forEach(entry -> environment.put(entry.getKey(), Template.text(entry.getValue())));
        String topic = "arn:aws:sns:us-east-1:111122223333:findings";
        assertThat(environment.put(Settings.TOPIC_ARN, topic)).isEqualTo("<EcsMedicOutletTopicF40D6703>");
        assertThat(environment.put(Settings.TABLE, "incidents")).startsWith("<EcsMedicMemoryTable");
        assertThat(Settings.read(environment))
                .isEqualTo(
                        template.equals(Template.PLAIN)
                                ? new Settings(topic, "incidents", "", true, false, Settings.Digest.WEEKLY)
                                : new Settings(
                                        topic,
                                        "incidents",
                                        "ops/slack",
                                        false,
                                        true,
                                        Settings.Digest.DAILY,
                                        new Settings.Routing(
                                                false,
                                                "platform,@oncall",
                                                "2:cluster=staging->severity=info channel=#staging;"
                                                        + "3:cause=app.exited_cleanly->ignore")));
    }

    @Test
    void mapping_always_takesBatchesAndReportsSingleFailures() throws Exception {
        JsonNode mapping = Template.PLAIN.only("AWS::Lambda::EventSourceMapping");
        assertThat(mapping.path("BatchSize").asInt()).isEqualTo(10);
        assertThat(mapping.path("MaximumBatchingWindowInSeconds").asInt()).isZero();
        assertThat(mapping.path("FunctionResponseTypes")).isEqualTo(json("[\"ReportBatchItemFailures\"]"));
        assertThat(mapping.path("ScalingConfig")).isEqualTo(json("{\"MaximumConcurrency\": 5}"));
        assertThat(mapping.path("EventSourceArn"))
                .isEqualTo(json("{\"Fn::GetAtt\": [\"EcsMedicIntakeQueue1C2850CD\", \"Arn\"]}"));
    }

    @Test
    void mapping_always_waitsForThePolicy() {
        assertThat(Template.PLAIN
                        .resources()
                        .filter(resource -> resource.path("Type").asText().equals("AWS::Lambda::EventSourceMapping"))
                        .map(resource -> resource.path("DependsOn").toString()))
                .containsExactly("[\"EcsMedicDiagnosePolicy9716C32B\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "ecs-medic-dead-letters, EcsMedicIntakeDeadLetterQueue81F1157B, ApproximateNumberOfMessagesVisible, 1, 60",
        "ecs-medic-undelivered-events, EcsMedicIntakeUndeliveredQueue72CDD757, ApproximateNumberOfMessagesVisible, 1, 60",
        "ecs-medic-oldest-message, EcsMedicIntakeQueue1C2850CD, ApproximateAgeOfOldestMessage, 900, 300"
    })
    void alarm_always_watchesItsQueueAndTellsTheTopic(
            String name, String queue, String metric, int threshold, int period) {
        JsonNode alarm = Template.PLAIN.named(ALARM, name);
        assertThat(alarm.path("Namespace").asText()).isEqualTo("AWS/SQS");
        assertThat(alarm.path("MetricName").asText()).isEqualTo(metric);
        assertThat(Template.text(alarm.path("Dimensions").path(0).path("Value")))
                .isEqualTo("<" + queue + ".QueueName>");
        assertThat(alarm.path("Threshold").asInt()).isEqualTo(threshold);
        assertThat(alarm.path("Period").asInt()).isEqualTo(period);
        assertThat(alarm.path("ComparisonOperator").asText()).isEqualTo("GreaterThanOrEqualToThreshold");
        assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
        assertThat(Template.texts(alarm.path("AlarmActions"))).containsExactly("<EcsMedicOutletTopicF40D6703>");
        assertThat(Template.texts(alarm.path("OKActions"))).containsExactly("<EcsMedicOutletTopicF40D6703>");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void table_always_isEncryptedRecoverableAndForgets(Template template) throws Exception {
        JsonNode table = template.only("AWS::DynamoDB::Table");
        assertThat(table.path("KeySchema")).isEqualTo(json("""
                        [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}]"""));
        assertThat(table.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
        assertThat(table.path("TimeToLiveSpecification"))
                .isEqualTo(json("{\"AttributeName\": \"expires\", \"Enabled\": true}"));
        assertThat(table.path("PointInTimeRecoverySpecification"))
                .isEqualTo(json("{\"PointInTimeRecoveryEnabled\": true}"));
        assertThat(Template.text(table.path("SSESpecification").path("KMSMasterKeyId")))
                .isEqualTo("<EcsMedicOutletKeyE8CDF0EF.Arn>");
    }

    @Test
    void topic_always_isEncryptedWithAKeyThatRotates() {
        assertThat(Template.text(Template.PLAIN.only("AWS::SNS::Topic").path("KmsMasterKeyId")))
                .isEqualTo("<EcsMedicOutletKeyE8CDF0EF.Arn>");
        assertThat(Template.PLAIN
                        .only("AWS::KMS::Key")
                        .path("EnableKeyRotation")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void mail_given_subscribesIt() throws Exception {
        assertThat(Template.PLAIN.all("AWS::SNS::Subscription")).isEmpty();
        assertThat(Template.FULL.only("AWS::SNS::Subscription")).isEqualTo(json("""
                                {"Endpoint": "oncall@example.com", "Protocol": "email",
                                 "TopicArn": {"Ref": "EcsMedicOutletTopicF40D6703"}}"""));
    }

    @Test
    void log_always_isKeptThirtyDays() {
        JsonNode log = Template.PLAIN.diagnosing("AWS::Logs::LogGroup");
        assertThat(log.path("LogGroupName").asText()).isEqualTo("/aws/lambda/ecs-medic-diagnose");
        assertThat(log.path("RetentionInDays").asInt()).isEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void resources_thatHoldData_goWithTheStack(Template template) {
        Set<String> holding =
                Set.of(QUEUE, "AWS::DynamoDB::Table", "AWS::SNS::Topic", "AWS::KMS::Key", "AWS::Logs::LogGroup");
        assertThat(template.resources()
                        .filter(resource ->
                                holding.contains(resource.path("Type").asText())))
                .hasSize(9)
                .allSatisfy(resource ->
                        assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Delete"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void resources_thatCanBeTagged_are(Template template) {
        Set<String> tagless = Set.of(
                "AWS::CloudWatch::Dashboard",
                "AWS::IAM::Policy",
                "AWS::Lambda::Permission",
                "AWS::SQS::QueuePolicy",
                "AWS::SNS::TopicPolicy",
                "AWS::SNS::Subscription");
        assertThat(template.resources()
                        .filter(resource ->
                                !tagless.contains(resource.path("Type").asText())))
                .allSatisfy(resource -> assertThat(
                                resource.path("Properties").path("Tags").toString())
                        .contains("{\"Key\":\"app\",\"Value\":\"ecs-medic\"}"));
    }

    @Test
    void role_name_beginsWithTheInstallation() {
        assertThat(Template.text(Template.FULL.diagnosing("AWS::IAM::Role").path("RoleName")))
                .isEqualTo("ecs-medic-two-diagnose-us-east-1");
    }

    @Test
    void outputs_always_areThoseThatScriptsAskFor() {
        Map<String, String> outputs = new TreeMap<>();
        Template.PLAIN
                .json()
                .path("Outputs")
                .properties()
                .forEach(entry -> outputs.put(
                        entry.getKey(), Template.text(entry.getValue().path("Value"))));
        assertThat(outputs)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "QueueUrl", "<EcsMedicIntakeQueue1C2850CD>",
                        "DeadLetterQueueUrl", "<EcsMedicIntakeDeadLetterQueue81F1157B>",
                        "UndeliveredQueueUrl", "<EcsMedicIntakeUndeliveredQueue72CDD757>",
                        "FunctionName", "<EcsMedicFunction82784030>",
                        "Handler", "io.github.ecsmedic.handler.DiagnoseHandler::handleRequest",
                        "EventSourceMappingId", "<EcsMedicMappingAAEF6637>",
                        "LogGroupName", "<EcsMedicLogEFEEAC13>",
                        "RoleName", "<EcsMedicDiagnoseRole59869172>",
                        "RoleArn", "<EcsMedicDiagnoseRole59869172.Arn>",
                        "TopicArn", "<EcsMedicOutletTopicF40D6703>"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void template_always_needsNoBootstrapRuleAndSendsNoAnalytics(Template template) {
        assertThat(template.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("Description", "Resources", "Outputs");
        assertThat(template.all("AWS::CDK::Metadata")).isEmpty();
    }
}
