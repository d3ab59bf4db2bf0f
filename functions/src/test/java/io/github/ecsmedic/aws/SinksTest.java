package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinksTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ecs-medic";
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:111122223333:secret:hook-AbCdEf";
    private static final String PUBLISH = "sns:Publish";
    private static final String PUT = "events:PutEvents";
    private static final String VALUE = "secretsmanager:GetSecretValue";

    private final FakeAws aws = new FakeAws();

    @Test
    void publish_sendsSubjectMessageAndAttributesWithAValue() {
        aws.on(PUBLISH, "<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>");
        SnsTopic.publish(aws.clients(), TOPIC, "subject", "message", Map.of("cluster", "shop", "service", ""));
        assertThat(aws.asked())
                .containsExactly(new FakeAws.Asked(
                        PUBLISH,
                        "Action=Publish&Version=2010-03-31&TopicArn=" + TOPIC
                                + "&Message=message&Subject=subject&MessageStructure=json"
                                + "&MessageAttributes.entry.1.Name=cluster"
                                + "&MessageAttributes.entry.1.Value.DataType=String"
                                + "&MessageAttributes.entry.1.Value.StringValue=shop",
                        "sns.us-east-1.amazonaws.com"));
    }

    @Test
    void publish_thatIsThrottledOnce_isSentAgain() {
        aws.on(PUBLISH, 400, SdkRolesTest.iamError("Throttling"))
                .on(
                        PUBLISH,
                        "<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>");
        assertThatCode(() -> SnsTopic.publish(aws.clients(), TOPIC, "s", "m", Map.of()))
                .doesNotThrowAnyException();
        assertThat(aws.operations()).containsExactly(PUBLISH, PUBLISH);
    }

    @Test
    void publish_thatIsRefused_saysWhatIsMissing() {
        aws.on(PUBLISH, 403, SdkRolesTest.iamError("AuthorizationError"));
        assertThatThrownBy(() -> SnsTopic.publish(aws.clients(), TOPIC, "s", "m", Map.of()))
                .isInstanceOf(CallFailed.class)
                .hasMessage("cannot publish to " + TOPIC + ": AccessDenied: sns:Publish"
                        + " (the role needs sns:Publish on it, and on the key that encrypts it)");
    }

    @Test
    void publish_toNoTopic_isRefusedHere() {
        assertThatThrownBy(() -> Aws.in("us-east-1").publish("ecs-medic", "s", "m", Map.of()))
                .isInstanceOf(CallFailed.class)
                .hasMessage("cannot publish: 'ecs-medic' is no ARN of a topic");
    }

    @Test
    void publish_withAListAsAttribute_sendsAnArray() {
        aws.on(PUBLISH, "<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>");
        SnsTopic.publish(aws.clients(), TOPIC, "s", "m", Map.of("owner", "[\"a\",\"b\"]"));
        assertThat(aws.asked().getFirst().body())
                .endsWith("&MessageAttributes.entry.1.Name=owner"
                        + "&MessageAttributes.entry.1.Value.DataType=String.Array"
                        + "&MessageAttributes.entry.1.Value.StringValue=[\"a\",\"b\"]");
    }

    @Test
    void event_isPutAsOursOnTheDefaultBus() {
        aws.on(PUT, "{\"FailedEntryCount\": 0, \"Entries\": [{\"EventId\": \"e\"}]}");
        EventBus.put(aws.clients(), "ECS Medic Incident Opened", "{}");
        assertThat(aws.asked())
                .containsExactly(new FakeAws.Asked(
                        PUT,
                        "{\"Entries\":[{\"Source\":\"ecs-medic\",\"DetailType\":\"ECS Medic Incident Opened\","
                                + "\"Detail\":\"{}\"}]}",
                        "events.us-east-1.amazonaws.com"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"FailedEntryCount": 1, "Entries": [{"ErrorCode": "InternalFailure", "ErrorMessage": "no"}]} | InternalFailure: events:PutEvents
            {"FailedEntryCount": 1, "Entries": [{"EventId": "e", "ErrorCode": "ThrottlingException"}]} | ThrottlingException: events:PutEvents
            {"FailedEntryCount": 0, "Entries": [{}]} | no id: events:PutEvents
            {"FailedEntryCount": 0} | events:PutEvents did not say what became of it
            """)
    void event_thatTheBusDidNotTake_isRefusedThoughTheAnswerIsASuccess(String answer, String says) {
        aws.on(PUT, answer);
        assertThatThrownBy(() -> EventBus.put(aws.clients(), "t", "{}"))
                .isInstanceOf(CallFailed.class)
                .hasMessage("cannot put an event on the default bus: " + says);
    }

    @Test
    void event_thatMayNotBePut_saysWhatIsMissing() {
        aws.on(PUT, 400, "{\"__type\": \"AccessDeniedException\"}");
        assertThatThrownBy(() -> EventBus.put(aws.clients(), "t", "{}"))
                .isInstanceOf(CallFailed.class)
                .hasMessageStartingWith("cannot put an event on the default bus: AccessDenied: events:PutEvents");
    }

    @Test
    void secret_withText_isRead() {
        aws.on(VALUE, "{\"Name\": \"hook\", \"SecretString\": \"https://hooks.example.com/made-up\"}");
        assertThat(new Secret(aws.clients().wiring(), "us-east-1").value(SECRET))
                .isEqualTo("https://hooks.example.com/made-up");
    }

    @Test
    void secret_withoutText_saysSo() {
        aws.on(VALUE, "{\"Name\": \"hook\"}");
        assertThatThrownBy(() -> new Secret(aws.clients().wiring(), "us-east-1").value(SECRET))
                .isInstanceOf(CallFailed.class)
                .hasMessage("cannot read the secret " + SECRET + ": it holds no text");
    }

    @Test
    void secret_thatIsNotThere_saysSo() {
        aws.on(VALUE, 400, "{\"__type\": \"ResourceNotFoundException\"}");
        assertThatThrownBy(() -> new Secret(aws.clients().wiring(), "us-east-1").value(SECRET))
                .isInstanceOf(CallFailed.class)
                .hasMessage("cannot read the secret " + SECRET + ": ResourceNotFoundException: " + VALUE);
    }
}
