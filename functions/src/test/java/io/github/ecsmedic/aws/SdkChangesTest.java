package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Changes.History;
import io.github.ecsmedic.account.Changes.Made;
import io.github.ecsmedic.account.Changes.Start;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdkChangesTest {
    static final String LOOKUP = "cloudtrail:LookupEvents";
    private static final Instant FAILED = Instant.parse("2026-11-20T03:10:00Z");
    private static final String BY = "arn:aws:sts::111122223333:assumed-role/deploy/x";

    private final FakeAws aws = new FakeAws();

    /** An event as CloudTrail lists it. */
    static String event(String id, String name, Instant at, String object, String more) {
        return """
                {"EventId": "%s", "EventName": "%s", "EventTime": %d, "Username": "x", "ReadOnly": "false",
                 "Resources": [{"ResourceType": "AWS::EC2::RouteTable", "ResourceName": "%s"}],
                 "CloudTrailEvent": "{\\"userIdentity\\": {\\"arn\\": \\"%s\\"}%s}"}""".formatted(id, name, at.getEpochSecond(), object, BY, more.replace("\"", "\\\""));
    }

    private static String deleted(String more) {
        return event("e1", "DeleteRoute", FAILED.minusSeconds(60), "rtb-1", more);
    }

    private Answer<History> changes() {
        return aws.account()
                .changes()
                .of(List.of("rtb-1"), Duration.ofHours(24), FAILED)
                .getFirst();
    }

    private static Answer<History> known(boolean more, Made... made) {
        return new Answer.Known<>(new History(List.of(made), more), LOOKUP);
    }

    @Test
    void changes_overTwoPages_comeNewestFirst() {
        aws.on(
                LOOKUP,
                "{\"Events\": [" + deleted("") + "], \"NextToken\": \"more\"}",
                "{\"Events\": [" + event("e2", "CreateRoute", FAILED.minusSeconds(10), "rtb-1", "") + "]}");

        assertThat(changes())
                .isEqualTo(known(
                        false,
                        new Made("e2", FAILED.minusSeconds(10), BY, "CreateRoute"),
                        new Made("e1", FAILED.minusSeconds(60), BY, "DeleteRoute")));
        assertThat(aws.asked().getFirst().body())
                .contains(
                        "\"AttributeKey\":\"ResourceName\",\"AttributeValue\":\"rtb-1\"",
                        "\"StartTime\":" + FAILED.minusSeconds(86_400).getEpochSecond(),
                        "\"EndTime\":" + FAILED.getEpochSecond());
        assertThat(aws.asked().getLast().body()).contains("\"NextToken\":\"more\"");
    }

    @Test
    void changes_onMorePagesThanTwo_areSaidToBeMore() {
        aws.on(LOOKUP, "{\"Events\": [], \"NextToken\": \"a\"}", "{\"Events\": [], \"NextToken\": \"b\"}");

        assertThat(changes()).isEqualTo(known(true));
        assertThat(aws.operations()).containsExactly(LOOKUP, LOOKUP);
    }

    @Test
    void changes_ofTwoObjects_areLookedUpAtTheSameTimeWithAnswersOfTheirOwn() {
        aws.on(
                LOOKUP,
                asked -> asked.body().contains("rtb-1")
                        ? FakeAws.response(200, "{\"Events\": [" + deleted("") + "]}")
                        : FakeAws.response(400, "{\"__type\": \"AccessDeniedException\"}"));
        SdkAccount account = aws.account();

        assertThat(account.changes().of(List.of("rtb-1", "vpc-1"), Duration.ofHours(24), FAILED))
                .isEqualTo(List.of(
                        known(false, new Made("e1", FAILED.minusSeconds(60), BY, "DeleteRoute")),
                        new Answer.Unknown<>("AccessDenied", LOOKUP)));
        assertThat(account.cost().apiCalls()).isEqualTo(2);
        assertThat(account.cost().criticalPath()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a read         | DescribeRouteTables | 60     | rtb-1 | ''",
                "marked so      | CreateRoute         | 60     | rtb-1 | , \"readOnly\": true",
                "refused        | DeleteRoute         | 60     | rtb-1 | , \"errorCode\": \"Client.UnauthorizedOperation\"",
                "a dry run      | DeleteRoute         | 60     | rtb-1 | , \"errorCode\": \"Client.DryRunOperation\"",
                "after it       | DeleteRoute         | -60    | rtb-1 | ''",
                "too long ago   | DeleteRoute         | 90000  | rtb-1 | ''",
                "something else | DeleteRoute         | 60     | rtb-2 | ''"
            })
    void event_thatExplainsNothing_isLeftOut(String why, String name, long ago, String object, String more) {
        aws.on(LOOKUP, "{\"Events\": [" + event("e1", name, FAILED.minusSeconds(ago), object, more) + "]}");

        assertThat(changes()).as(why).isEqualTo(known(false));
    }

    @Test
    void change_withoutAnArn_isByItsUser() {
        aws.on(LOOKUP, "{\"Events\": [" + deleted("").replace(BY, "") + "]}");

        assertThat(changes()).isEqualTo(known(false, new Made("e1", FAILED.minusSeconds(60), "x", "DeleteRoute")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                         | empty answer",
                "{\"Events\": [{\"EventId\": \"e\", \"EventName\": \"DeleteRoute\"}]} | malformed answer"
            })
    void answer_thatHoldsNoFact_isUnknown(String answer, String fault) {
        aws.on(LOOKUP, answer);

        assertThat(changes()).isEqualTo(new Answer.Unknown<>(fault, LOOKUP));
    }

    private Answer<History> ofService(String parameters) {
        aws.on(
                LOOKUP,
                asked -> FakeAws.response(
                        200,
                        asked.body().contains("UpdateService")
                                ? "{\"Events\": ["
                                        + event(
                                                "e1",
                                                "UpdateService",
                                                FAILED.minusSeconds(60),
                                                "",
                                                ", \"requestParameters\": {" + parameters + "}")
                                        + "]}"
                                : "{\"Events\": []}"));
        return aws.account().changes().ofService("prod", "api", Duration.ofHours(24), FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"service\": \"api\", \"cluster\": \"prod\", \"forceNewDeployment\": true",
                "\"service\": \"arn:aws:ecs:us-east-1:111122223333:service/prod/api\", \"cluster\": \"arn:aws:ecs:us-east-1:111122223333:cluster/prod\""
            })
    void service_isTheOneThatTheRequestNames(String parameters) {
        assertThat(ofService(parameters))
                .isEqualTo(known(false, new Made("e1", FAILED.minusSeconds(60), BY, "UpdateService")));
        assertThat(aws.asked().getFirst().body())
                .contains("\"AttributeKey\":\"EventName\",\"AttributeValue\":\"UpdateService\"");
        assertThat(aws.operations()).containsExactly(LOOKUP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "another service  | \"service\": \"worker\", \"cluster\": \"prod\"",
                "another cluster  | \"service\": \"api\", \"cluster\": \"test\"",
                "the default one  | \"service\": \"api\"",
                "only more tasks  | \"service\": \"api\", \"cluster\": \"prod\", \"desiredCount\": 4"
            })
    void request_thatDeployedNothingHere_isLeftOut_andTheCreationIsAskedFor(String why, String parameters) {
        assertThat(ofService(parameters)).as(why).isEqualTo(known(false));
        assertThat(aws.asked().getLast().body()).contains("\"AttributeValue\":\"CreateService\"");
        assertThat(aws.operations()).containsExactly(LOOKUP, LOOKUP);
    }

    private static final String TASK = "arn:aws:ecs:us-east-1:111122223333:task/prod/0a1";

    private static String runTask(String task, String network) {
        return event(
                "e1",
                "RunTask",
                FAILED,
                "",
                ", \"requestParameters\": {\"networkConfiguration\": {" + network
                        + "}}, \"responseElements\": {\"tasks\": [{\"taskArn\": \"" + task + "\"}]}");
    }

    @Test
    void start_ofATask_isTheRequestThatAnsweredWithIt() {
        aws.on(
                LOOKUP,
                "{\"Events\": [" + runTask("other", "\"awsvpcConfiguration\": {\"assignPublicIp\": \"ENABLED\"}")
                        + "], \"NextToken\": \"more\"}",
                "{\"Events\": ["
                        + runTask(
                                TASK,
                                "\"awsvpcConfiguration\": {\"subnets\": [\"subnet-1\"], \"securityGroups\": [\"sg-1\"]}")
                        + "]}");

        assertThat(aws.account().changes().start(TASK, FAILED))
                .isEqualTo(new Answer.Known<>(Optional.of(new Start(List.of("sg-1"), false)), LOOKUP));
        assertThat(aws.asked().getFirst().body())
                .contains(
                        "\"AttributeKey\":\"EventName\",\"AttributeValue\":\"RunTask\"",
                        "\"StartTime\":" + FAILED.minusSeconds(120).getEpochSecond(),
                        "\"EndTime\":" + FAILED.plusSeconds(120).getEpochSecond());
    }

    @Test
    void start_withoutANetwork_isNone() {
        aws.on(LOOKUP, "{\"Events\": [" + runTask(TASK, "") + "]}");

        assertThat(aws.account().changes().start(TASK, FAILED)).isEqualTo(new Answer.Known<>(Optional.empty(), LOOKUP));
    }

    @Test
    void start_amongMoreEventsThanAreRead_isUnknown() {
        aws.on(LOOKUP, "{\"Events\": [], \"NextToken\": \"a\"}", "{\"Events\": [], \"NextToken\": \"b\"}");

        assertThat(aws.account().changes().start(TASK, FAILED))
                .isEqualTo(new Answer.Unknown<>("more RunTask events than are read", LOOKUP));
    }
}
