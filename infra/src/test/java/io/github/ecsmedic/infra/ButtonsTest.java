package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ecsmedic.config.SlackSettings;
import io.github.ecsmedic.handler.Requests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ButtonsTest {
    static final Map<String, String> CONTEXT = Map.of(
            Installation.SLACK_SIGNING_SECRET, "ops/signing",
            Installation.SLACK_SIGNING_KEY, "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d",
            Installation.SLACK_TEAM, "T0AAA1111",
            Installation.SLACK_USERS, "U0AAA1111 U0BBB2222",
            Installation.SLACK_CHANNELS, "C0AAA1111");
    static final Template BUTTONS = Template.of("buttons", CONTEXT);
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:111122223333:secret:ops/signing-??????";

    private static Stream<JsonNode> own(String type) {
        return BUTTONS.json().path("Resources").properties().stream()
                .filter(entry -> entry.getKey().startsWith("EcsMedicButtons"))
                .map(Map.Entry::getValue)
                .filter(resource -> resource.path("Type").asText().equals(type))
                .map(resource -> resource.path("Properties"));
    }

    @Test
    void buttons_withoutASigningSecret_areNotThere() {
        assertThat(Template.PLAIN.all("AWS::Lambda::Url")).isEmpty();
        assertThat(Template.PLAIN.json().path("Outputs").has("SlackRequestUrl")).isFalse();
    }

    /** What the handler calls: its secret once, its queue; and what Lambda and Secrets Manager do in its name. */
    @Test
    void role_may_exactlyWhatTheHandlerDoes() {
        Map<String, List<String>> may = new TreeMap<>();
        own("AWS::IAM::Policy")
                .flatMap(policy ->
                        policy.path("PolicyDocument").path("Statement").valueStream())
                .forEach(statement -> Template.texts(statement.path("Action"))
                        .forEach(action -> may.put(action, Template.texts(statement.path("Resource")))));
        assertThat(may)
                .isEqualTo(Map.of(
                        "sqs:SendMessage", List.of("<EcsMedicButtonsQueue6AE5E3E2.Arn>"),
                        "secretsmanager:GetSecretValue", List.of(SECRET),
                        "kms:Decrypt", List.of("arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d"),
                        "logs:CreateLogStream", List.of("<EcsMedicButtonsLog51F8F4D5.Arn>"),
                        "logs:PutLogEvents", List.of("<EcsMedicButtonsLog51F8F4D5.Arn>")));
        JsonNode role = own("AWS::IAM::Role").findFirst().orElseThrow();
        assertThat(role.has("ManagedPolicyArns")).isFalse();
        assertThat(role.has("Policies")).isFalse();
    }

    @Test
    void function_always_isSmallAndFew() {
        JsonNode function = BUTTONS.named("AWS::Lambda::Function", "ecs-medic-slack");
        assertThat(function.path("Handler").asText())
                .isEqualTo("io.github.ecsmedic.handler.SlackHandler::handleRequest");
        assertThat(function.path("ReservedConcurrentExecutions").asInt()).isEqualTo(2);
        assertThat(function.path("Timeout").asInt()).isEqualTo(10);
        assertThat(own("AWS::Logs::LogGroup")
                        .map(log -> log.path("RetentionInDays").asInt()))
                .containsExactly(30);
    }

    @Test
    void url_always_canBeCalledBySlackAndThroughTheUrlOnly() {
        assertThat(BUTTONS.only("AWS::Lambda::Url").path("AuthType").asText()).isEqualTo("NONE");
        List<JsonNode> permissions = own("AWS::Lambda::Permission").toList();
        assertThat(permissions.stream()
                        .map(permission -> permission.path("Action").asText()))
                .containsExactlyInAnyOrder("lambda:InvokeFunctionUrl", "lambda:InvokeFunction");
        assertThat(permissions)
                .allSatisfy(permission -> assertThat(
                                permission.path("FunctionUrlAuthType").asText().equals("NONE")
                                        || permission
                                                .path("InvokedViaFunctionUrl")
                                                .asBoolean())
                        .isTrue());
        assertThat(BUTTONS.json()
                        .path("Outputs")
                        .path("SlackRequestUrl")
                        .path("Value")
                        .toString())
                .contains("FunctionUrl");
    }

    @Test
    void environment_always_isReadableForTheFunction() {
        Map<String, String> environment = new TreeMap<>();
        BUTTONS.named("AWS::Lambda::Function", "ecs-medic-slack")
                .path("Environment")
                .path("Variables")
                .properties()
                .forEach(entry -> environment.put(entry.getKey(), Template.text(entry.getValue())));
        environment.put(SlackSettings.QUEUE_URL, "https://example.com/q");
        assertThat(SlackSettings.read(environment))
                .isEqualTo(new SlackSettings(
                        "ops/signing",
                        "https://example.com/q",
                        "T0AAA1111",
                        Set.of("U0AAA1111", "U0BBB2222"),
                        Set.of("C0AAA1111")));
    }

    @Test
    void queue_always_isReadByTheFunctionThatDiagnosesUnderTheNameThatItKnows() {
        assertThat(own("AWS::SQS::Queue").map(queue -> queue.path("QueueName").asText()))
                .containsExactlyInAnyOrder("ecs-medic-requests", "ecs-medic-requests-dead");
        assertThat("ecs-medic-requests").endsWith(Requests.QUEUE);
        JsonNode mapping = own("AWS::Lambda::EventSourceMapping").findFirst().orElseThrow();
        assertThat(Template.text(mapping.path("FunctionName"))).isEqualTo("<EcsMedicFunction82784030>");
        assertThat(Template.text(mapping.path("EventSourceArn"))).isEqualTo("<EcsMedicButtonsQueue6AE5E3E2.Arn>");
        assertThat(mapping.path("FunctionResponseTypes").toString()).isEqualTo("[\"ReportBatchItemFailures\"]");
    }
}
