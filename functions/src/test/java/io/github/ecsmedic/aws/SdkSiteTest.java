package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.installation.FakeSite;
import io.github.ecsmedic.installation.Functions.Function;
import io.github.ecsmedic.installation.Functions.Mapping;
import io.github.ecsmedic.installation.Gauges.Alarm;
import io.github.ecsmedic.installation.Letters;
import io.github.ecsmedic.installation.Letters.Letter;
import io.github.ecsmedic.installation.Letters.Refused;
import io.github.ecsmedic.installation.Permits.Grant;
import io.github.ecsmedic.installation.Queues.Queue;
import io.github.ecsmedic.installation.Rules.Bus;
import io.github.ecsmedic.installation.Rules.Rule;
import io.github.ecsmedic.installation.Rules.Target;
import io.github.ecsmedic.installation.Site;
import io.github.ecsmedic.installation.Stores.Table;
import io.github.ecsmedic.installation.Stores.Topic;
import io.github.ecsmedic.model.Answer;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The reads of an installation, with the SDK's real clients before canned answers. */
class SdkSiteTest {
    private static final String FUNCTION = "lambda:/2015-03-31/functions/ecs-medic-diagnose/configuration";
    private static final String MAPPINGS = "lambda:/2015-03-31/event-source-mappings/";

    private final FakeAws aws = new FakeAws();

    private Site site() {
        return new SdkSite(aws.clients(), new Reads(Duration.ofSeconds(60)), new FakeSite(Map.of()));
    }

    @Test
    void rule_isReadWithItsPattern() {
        aws.on("events:DescribeRule", """
                {"Name": "r", "Arn": "arn:r", "State": "ENABLED",
                 "EventPattern": "{\\"source\\": [\\"aws.ecs\\"], \\"detail\\": {\\"stopCode\\": [{\\"exists\\": false}]}}"}""");

        assertThat(site().rules().rule("r"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new Rule(
                                "r",
                                "arn:r",
                                true,
                                "{\"source\": [\"aws.ecs\"], \"detail\": {\"stopCode\": [{\"exists\": false}]}}",
                                Map.of(
                                        "source",
                                        List.of("aws.ecs"),
                                        "detail",
                                        Map.of("stopCode", List.of(Map.of("exists", "false")))))),
                        "events:DescribeRule"));
    }

    @Test
    void bus_isReadWithThoseThatItAdmits() {
        aws.on("events:DescribeEventBus", """
                {"Name": "members", "Arn": "arn:b",
                 "Policy": "{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Principal\\": {\\"AWS\\": [\\"arn:aws:iam::222233334444:root\\", \\"333344445555\\"]}, \\"Action\\": \\"events:PutEvents\\"}, {\\"Effect\\": \\"Allow\\", \\"Principal\\": \\"*\\", \\"Condition\\": {\\"StringEquals\\": {\\"aws:PrincipalOrgID\\": \\"o-example1234\\"}}}, {\\"Effect\\": \\"Deny\\", \\"Principal\\": {\\"AWS\\": \\"444455556666\\"}}]}"}""")
                .on("events:DescribeEventBus", 400, "{\"__type\": \"ResourceNotFoundException\"}")
                .on("events:DescribeEventBus", 200, "{\"Name\": \"members\"}");

        assertThat(site().rules().bus("members"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new Bus("members", List.of("222233334444", "333344445555", "o-example1234"))),
                        "events:DescribeEventBus"));
        assertThat(site().rules().bus("members"))
                .isEqualTo(new Answer.Known<>(Optional.empty(), "events:DescribeEventBus"));
        assertThat(site().rules().bus("members"))
                .isEqualTo(new Answer.Known<>(Optional.of(new Bus("members", List.of())), "events:DescribeEventBus"));
    }

    @Test
    void rule_ofAnotherBus_isAskedForThere() {
        aws.on("events:DescribeRule", """
                {"Name": "r", "Arn": "arn:r", "State": "ENABLED"}""").on("events:ListTargetsByRule", "{\"Targets\": []}");

        assertThat(site().rules().rule("members/r"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new Rule("members/r", "arn:r", true, "", "")), "events:DescribeRule"));
        assertThat(site().rules().targets("members/r"))
                .isEqualTo(new Answer.Known<>(List.of(), "events:ListTargetsByRule"));
        assertThat(aws.asked()).allSatisfy(asked -> assertThat(asked.body()).contains("\"EventBusName\":\"members\""));
    }

    @Test
    void rule_thatIsDisabledGoneOrRefused_isToldApart() {
        aws.on("events:DescribeRule", a -> FakeAws.response(200, """
                        {"Name": "r", "Arn": "arn:r", "State": "DISABLED", "ScheduleExpression": "rate(5 minutes)"}"""))
                .on("events:DescribeRule", 400, "{\"__type\": \"ResourceNotFoundException\"}")
                .on("events:DescribeRule", 400, "{\"__type\": \"AccessDeniedException\"}");

        assertThat(site().rules().rule("r"))
                .isEqualTo(
                        new Answer.Known<>(Optional.of(new Rule("r", "arn:r", false, "", "")), "events:DescribeRule"));
        assertThat(site().rules().rule("r")).isEqualTo(new Answer.Known<>(Optional.empty(), "events:DescribeRule"));
        assertThat(site().rules().rule("r")).isEqualTo(new Answer.Unknown<>("AccessDenied", "events:DescribeRule"));
    }

    @Test
    void targets_andTheTestOfAPattern_areRead() {
        aws.on("events:ListTargetsByRule", """
                        {"Targets": [{"Id": "queue", "Arn": "arn:q", "DeadLetterConfig": {"Arn": "arn:d"}}, {"Id": "x", "Arn": "arn:x"}]}""").on("events:TestEventPattern", "{\"Result\":" + " true}", "{}");

        assertThat(site().rules().targets("r"))
                .isEqualTo(new Answer.Known<>(
                        List.of(new Target("arn:q", "arn:d"), new Target("arn:x", "")), "events:ListTargetsByRule"));
        assertThat(site().rules().matches("{}", "{}")).isEqualTo(new Answer.Known<>(true, "events:TestEventPattern"));
        assertThat(site().rules().matches("{}", "{}"))
                .isEqualTo(new Answer.Unknown<>("empty answer", "events:TestEventPattern"));
    }

    @Test
    void queue_isReadWithThoseThatMaySend() {
        aws.on("sqs:GetQueueUrl", "{\"QueueUrl\": \"https://sqs.example.com/q\"}")
                .on("sqs:GetQueueAttributes", """
                {"Attributes": {"QueueArn": "arn:q", "ApproximateNumberOfMessages": "3",
                 "ApproximateNumberOfMessagesNotVisible": "2", "RedrivePolicy": "{\\"deadLetterTargetArn\\": \\"arn:d\\"}",
                 "Policy": "{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Principal\\": {\\"Service\\": \\"events.amazonaws.com\\"}, \\"Action\\": \\"sqs:SendMessage\\", \\"Condition\\": {\\"ArnEquals\\": {\\"aws:SourceArn\\": [\\"arn:r1\\", \\"arn:r2\\"]}}}, {\\"Effect\\": \\"Deny\\", \\"Principal\\": \\"*\\", \\"Action\\": \\"sqs:*\\"}, {\\"Effect\\": \\"Allow\\", \\"Principal\\": {\\"Service\\": \\"sns.amazonaws.com\\"}, \\"Action\\": \\"sqs:SendMessage\\"}]}"}}""");

        assertThat(site().queues().queue("q"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new Queue(
                                "q", "arn:q", "https://sqs.example.com/q", 5, "arn:d", List.of("arn:r1", "arn:r2"))),
                        "sqs:GetQueueAttributes"));
    }

    @Test
    void queue_thatIsGone_isNotThere() {
        aws.on("sqs:GetQueueUrl", 400, "{\"__type\": \"com.amazonaws.sqs#QueueDoesNotExist\"}");

        assertThat(site().queues().queue("q"))
                .isEqualTo(new Answer.Known<>(Optional.empty(), "sqs:GetQueueAttributes"));
    }

    @Test
    void queue_thatIsRefused_isUnknown() {
        aws.on("sqs:GetQueueUrl", 403, "{\"__type\": \"com.amazonaws.sqs#AccessDeniedException\"}");

        assertThat(site().queues().queue("q")).isEqualTo(new Answer.Unknown<>("AccessDenied", "sqs:GetQueueUrl"));
    }

    @Test
    void function_isReadByOneSignedRequest() {
        aws.on(FUNCTION, """
                {"FunctionName": "ecs-medic-diagnose", "FunctionArn": "arn:f", "State": "Active", "LastUpdateStatus": "Successful",
                 "Runtime": "java25", "Handler": "h", "Role": "arn:role", "LastModified": "2026-11-20T03:10:00.000+0000",
                 "Environment": {"Variables": {"ECS_MEDIC_VERSION": "1.2.3"}}}""");

        assertThat(site().functions().function("ecs-medic-diagnose"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new Function(
                                "ecs-medic-diagnose",
                                "arn:f",
                                "Active",
                                "Successful",
                                "java25",
                                "h",
                                "arn:role",
                                Instant.parse("2026-11-20T03:10:00Z"),
                                Map.of("ECS_MEDIC_VERSION", "1.2.3"))),
                        "lambda:GetFunctionConfiguration"));
        assertThat(aws.asked().getFirst().host()).isEqualTo("lambda.us-east-1.amazonaws.com");
    }

    @Test
    void function_thatIsGoneOrRefused_isToldApart() {
        aws.on(FUNCTION, 404, "{\"__type\": \"ResourceNotFoundException\"}")
                .on(FUNCTION, 403, "{\"__type\": \"AccessDeniedException\"}")
                .on(FUNCTION, 200, "{}");

        assertThat(site().functions().function("ecs-medic-diagnose"))
                .isEqualTo(new Answer.Known<>(Optional.empty(), "lambda:GetFunctionConfiguration"));
        assertThat(site().functions().function("ecs-medic-diagnose"))
                .isEqualTo(new Answer.Unknown<>("AccessDenied", "lambda:GetFunctionConfiguration"));
        assertThat(site().functions().function("ecs-medic-diagnose"))
                .isEqualTo(new Answer.Unknown<>("empty answer", "lambda:GetFunctionConfiguration"));
    }

    @Test
    void mappings_areReadToTheLastPage() {
        aws.on(
                MAPPINGS,
                "{\"EventSourceMappings\": [{\"UUID\": \"1\", \"FunctionArn\": \"arn:f\", \"State\": \"Enabled\"}],"
                        + " \"NextMarker\": \"m\"}",
                "{\"EventSourceMappings\": [{\"UUID\": \"2\", \"FunctionArn\": \"arn:g\", \"State\": \"Disabled\"}]}",
                "{}");

        assertThat(site().functions().mappings("arn:q"))
                .isEqualTo(new Answer.Known<>(
                        List.of(new Mapping("1", "arn:f", "Enabled"), new Mapping("2", "arn:g", "Disabled")),
                        "lambda:ListEventSourceMappings"));
        assertThat(aws.asked().getFirst().body()).contains("EventSourceArn=arn");
        assertThat(aws.asked().getLast().body()).contains("Marker=m");
        assertThat(site().functions().mappings("arn:q"))
                .isEqualTo(new Answer.Unknown<>("empty answer", "lambda:ListEventSourceMappings"));
    }

    @Test
    void grants_areTheAllowStatementsWithWhatTheirConditionsWant() {
        String policy = URLEncoder.encode("""
                {"Statement": [{"Effect": "Allow", "Action": ["ec2:DescribeVpcs"], "Resource": "*",
                  "Condition": {"StringEquals": {"aws:RequestedRegion": "us-east-1"}, "StringNotEquals": {"aws:ResourceTag/x": "off"}}},
                 {"Effect": "Deny", "Action": "kms:Decrypt", "Resource": "*"}]}""", UTF_8).replace("+", "%20");
        aws.on("iam:ListRolePolicies", """
                        <ListRolePoliciesResponse><ListRolePoliciesResult><PolicyNames><member>Policy</member></PolicyNames>
                        <IsTruncated>false</IsTruncated></ListRolePoliciesResult></ListRolePoliciesResponse>""")
                .on(
                        "iam:GetRolePolicy",
                        "<GetRolePolicyResponse><GetRolePolicyResult><RoleName>r</RoleName><PolicyName>Policy</PolicyName>"
                                + "<PolicyDocument>" + policy
                                + "</PolicyDocument></GetRolePolicyResult></GetRolePolicyResponse>");

        assertThat(site().permits().grants("r"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(List.of(new Grant(
                                List.of("ec2:DescribeVpcs"),
                                List.of("*"),
                                Map.of("aws:RequestedRegion", List.of("us-east-1"))))),
                        "iam:GetRolePolicy"));
    }

    @Test
    void role_thatIsGone_hasNoGrants() {
        aws.on("iam:ListRolePolicies", 404, SdkRolesTest.iamError("NoSuchEntity"));

        assertThat(site().permits().grants("r")).isEqualTo(new Answer.Known<>(Optional.empty(), "iam:GetRolePolicy"));
    }

    @Test
    void simulation_ofSeveralActions_tellsEach() {
        aws.on("iam:SimulatePrincipalPolicy", """
                <SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><IsTruncated>false</IsTruncated><EvaluationResults>
                <member><EvalActionName>a:B</EvalActionName><EvalResourceName>*</EvalResourceName><EvalDecision>allowed</EvalDecision></member>
                <member><EvalActionName>a:C</EvalActionName><EvalResourceName>*</EvalResourceName><EvalDecision>explicitDeny</EvalDecision></member>
                </EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>""");

        assertThat(site().permits()
                        .simulate(
                                "arn:role",
                                new Grant(
                                        List.of("a:B", "a:C"),
                                        List.of("*"),
                                        Map.of("aws:RequestedRegion", List.of("us-east-1")))))
                .isEqualTo(new Answer.Known<>(
                        List.of(
                                new Decision("a:B", "*", "allowed", false, false, List.of()),
                                new Decision("a:C", "*", "explicitDeny", false, false, List.of())),
                        "iam:SimulatePrincipalPolicy"));
        assertThat(aws.asked().getFirst().body())
                .contains(
                        "ContextEntries.member.1.ContextKeyName=aws:RequestedRegion",
                        "ContextEntries.member.1.ContextKeyValues.member.1=us-east-1");
    }

    @Test
    void topic_isReadWithWhoHears() {
        aws.on("sns:GetTopicAttributes", """
                        <GetTopicAttributesResponse><GetTopicAttributesResult><Attributes>
                        <entry><key>TopicArn</key><value>arn:t</value></entry>
                        </Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>""").on("sns:ListSubscriptionsByTopic", """
                        <ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions>
                        <member><SubscriptionArn>arn:aws:sns:us-east-1:111122223333:t:1</SubscriptionArn></member>
                        <member><SubscriptionArn>arn:aws:sns:us-east-1:111122223333:t:2</SubscriptionArn></member>
                        <member><SubscriptionArn>PendingConfirmation</SubscriptionArn></member>
                        <member><SubscriptionArn>Deleted</SubscriptionArn></member>
                        </Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>""");

        assertThat(site().stores().topic("arn:t"))
                .isEqualTo(new Answer.Known<>(Optional.of(new Topic(2, 1)), "sns:GetTopicAttributes"));
    }

    @Test
    void table_isReadWithItsExpiry() {
        aws.on("dynamodb:DescribeTable", "{\"Table\": {\"TableName\": \"t\", \"TableStatus\": \"ACTIVE\"}}")
                .on(
                        "dynamodb:DescribeTimeToLive",
                        "{\"TimeToLiveDescription\": {\"TimeToLiveStatus\": \"ENABLED\", \"AttributeName\":"
                                + " \"expires\"}}",
                        "{\"TimeToLiveDescription\": {\"TimeToLiveStatus\": \"DISABLED\"}}");

        assertThat(site().stores().table("t"))
                .isEqualTo(new Answer.Known<>(Optional.of(new Table("ACTIVE", "expires")), "dynamodb:DescribeTable"));
        assertThat(site().stores().table("t"))
                .isEqualTo(new Answer.Known<>(Optional.of(new Table("ACTIVE", "")), "dynamodb:DescribeTable"));
    }

    @Test
    void parameter_thereOrNot_isKnown() {
        aws.on(
                        "ssm:GetParameter",
                        a -> FakeAws.response(200, "{\"Parameter\": {\"Name\": \"p\", \"Value\": \"auto\"}}"))
                .on("ssm:GetParameter", 400, "{\"__type\": \"ParameterNotFound\"}");

        assertThat(site().stores().parameter("p"))
                .isEqualTo(new Answer.Known<>(Optional.of("auto"), "ssm:GetParameter"));
        assertThat(site().stores().parameter("p")).isEqualTo(new Answer.Known<>(Optional.empty(), "ssm:GetParameter"));
    }

    @Test
    void metric_newestValueAboveZero_isTold() {
        aws.on("monitoring:GetMetricData", """
                <GetMetricDataResponse><GetMetricDataResult><MetricDataResults><member><Id>ours</Id>
                <Timestamps><member>2026-11-20T03:05:00Z</member><member>2026-11-20T03:00:00Z</member></Timestamps>
                <Values><member>0</member><member>2</member></Values></member></MetricDataResults></GetMetricDataResult></GetMetricDataResponse>""");

        assertThat(site().gauges().newest("Events", "f", 300, Instant.EPOCH, Instant.EPOCH))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(Instant.parse("2026-11-20T03:00:00Z")), "cloudwatch:GetMetricData"));
    }

    @Test
    void alarms_areReadWithTheirState() {
        aws.on("monitoring:DescribeAlarms", """
                <DescribeAlarmsResponse><DescribeAlarmsResult><MetricAlarms><member><AlarmName>ecs-medic-throttled</AlarmName>
                <StateValue>ALARM</StateValue></member></MetricAlarms></DescribeAlarmsResult></DescribeAlarmsResponse>""");

        assertThat(site().gauges().alarms("ecs-medic-"))
                .isEqualTo(new Answer.Known<>(
                        List.of(new Alarm("ecs-medic-throttled", "ALARM")), "cloudwatch:DescribeAlarms"));
    }

    @Test
    void secret_thereGoneOrRefused_isToldApart() {
        String operation = "secretsmanager:GetSecretValue";
        aws.on(operation, a -> FakeAws.response(200, "{\"SecretString\": \"made up\"}"))
                .on(operation, 400, "{\"__type\": \"ResourceNotFoundException\"}")
                .on(operation, 400, "{\"__type\": \"AccessDeniedException\"}");
        Secret secret = new Secret(aws.clients().wiring(), "us-east-1");

        assertThat(AwsInstallations.secret(secret, "s"))
                .isEqualTo(new Answer.Known<>(Optional.of("made up"), operation));
        assertThat(AwsInstallations.secret(secret, "s")).isEqualTo(new Answer.Known<>(Optional.empty(), operation));
        assertThat(AwsInstallations.secret(secret, "s")).isEqualTo(new Answer.Unknown<>("AccessDenied", operation));
    }

    @Test
    void letters_areTakenPutAndDropped() {
        aws.on(
                        "sqs:ReceiveMessage",
                        "{\"Messages\": [{\"MessageId\": \"m1\", \"Body\": \"b\", \"MD5OfBody\":"
                                + " \"92eb5ffee6ae2fec3ad71c777531578f\", \"ReceiptHandle\": \"r\"}]}")
                .on(
                        "sqs:SendMessage",
                        a -> FakeAws.response(
                                200,
                                "{\"MessageId\": \"m2\", \"MD5OfMessageBody\": \"92eb5ffee6ae2fec3ad71c777531578f\"}"))
                .on("sqs:SendMessage", 403, "{\"__type\": \"com.amazonaws.sqs#AccessDeniedException\"}")
                .on("sqs:DeleteMessage", "{}");
        Letters letters = new SqsLetters(aws.clients().sqs(), "https://sqs.example.com/d", "https://sqs.example.com/q");
        Letter letter = new Letter("m1", "b", "r");

        assertThat(letters.take()).isEqualTo(List.of(letter));
        letters.put(letter);
        letters.drop(letter);
        assertThatThrownBy(() -> letters.put(letter))
                .isInstanceOf(Refused.class)
                .hasMessage("AccessDenied: sqs:SendMessage (https://sqs.example.com/q)");
        assertThat(aws.operations())
                .containsExactly("sqs:ReceiveMessage", "sqs:SendMessage", "sqs:DeleteMessage", "sqs:SendMessage");
    }
}
