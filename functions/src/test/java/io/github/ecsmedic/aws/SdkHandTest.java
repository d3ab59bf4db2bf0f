package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsmedic.aws.OneRequestServer.End;
import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.Ingress;
import io.github.ecsmedic.fix.InstanceState;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.Request.Effect;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceSetting.Rollout;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.TaskProtection;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.Hand.Sent;
import io.github.ecsmedic.model.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

class SdkHandTest {
    private static final String ACCOUNT = "111122223333";
    private static final AwsCredentialsProvider OURS = credentials(ACCOUNT);
    private static final Request LONGER =
            new ServiceUpdate("us-east-1", "prod", "api", new GracePeriod(0), new GracePeriod(90));

    private final FakeAws aws = new FakeAws().with(OURS);

    static Stream<Change> changes() {
        return Change.all();
    }

    /** What AWS says to a request that it does not do, and what we make of it. */
    enum Refusal {
        DENIED {
            @Override
            HttpExecuteResponse by(Protocol protocol) {
                return protocol.denied();
            }

            @Override
            Sent of(String action) {
                return new Sent.Refused("the role that fixes may not " + action + " there", false);
            }
        },
        FORBIDDEN {
            @Override
            HttpExecuteResponse by(Protocol protocol) {
                return FakeAws.response(403, "");
            }

            @Override
            Sent of(String action) {
                return DENIED.of(action);
            }
        },
        THROTTLED {
            @Override
            HttpExecuteResponse by(Protocol protocol) {
                return protocol.throttled();
            }

            @Override
            Sent of(String action) {
                return new Sent.Refused("AWS takes no more requests of " + action + " for now", true);
            }
        },
        INVALID {
            @Override
            HttpExecuteResponse by(Protocol protocol) {
                return protocol.error(400, "InvalidParameterException");
            }

            @Override
            Sent of(String action) {
                return new Sent.Refused("AWS refused it (InvalidParameterException: " + action + ")", false);
            }
        },
        SERVER_ERROR {
            @Override
            HttpExecuteResponse by(Protocol protocol) {
                return protocol.error(500, "InternalFailure");
            }

            @Override
            Sent of(String action) {
                return new Sent.Unknown("ServerError: " + action);
            }
        },
        UNAVAILABLE {
            @Override
            HttpExecuteResponse by(Protocol protocol) {
                return protocol.error(503, "ServiceUnavailable");
            }

            @Override
            Sent of(String action) {
                return SERVER_ERROR.of(action);
            }
        };

        abstract HttpExecuteResponse by(Protocol protocol);

        abstract Sent of(String action);
    }

    static Stream<Arguments> refused() {
        return changes().flatMap(change -> Arrays.stream(Refusal.values()).map(refusal -> arguments(change, refusal)));
    }

    static Stream<Arguments> lost() {
        return changes()
                .flatMap(change ->
                        Stream.of(End.RESET, End.CLOSED, End.SILENT, End.CUT).map(end -> arguments(change, end)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void request_thatIsAnswered_isDoneByOneRequestOfTheseMembersAlone(Change change) {
        try (OneRequestServer server = new OneRequestServer(End.WHOLE, 200, change.answer())) {
            assertThat(hand(server, Duration.ofSeconds(20)).send(change.request()))
                    .isEqualTo(new Sent.Done(change.started()));
            assertThat(server.requests()).map(SdkHandTest::decoded).containsExactly(change.sent());
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void request_thatIsRefused_isSentOnce(Change change, Refusal refusal) throws IOException {
        String action = change.request().iamAction();
        HttpExecuteResponse answer = refusal.by(Protocol.of(action));
        try (InputStream body = answer.responseBody().orElseThrow();
                OneRequestServer server = new OneRequestServer(
                        End.WHOLE,
                        answer.httpResponse().statusCode(),
                        new String(body.readAllBytes(), StandardCharsets.UTF_8))) {
            assertThat(hand(server, Duration.ofSeconds(20)).send(change.request()))
                    .isEqualTo(refusal.of(action));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("lost")
    void request_whoseAnswerIsLost_isSentOnceAndMayHaveBeenDone(Change change, End end) {
        String answer = change.answer().isEmpty() ? "{\"made\":\"up\"}" : change.answer();
        try (OneRequestServer server = new OneRequestServer(end, 200, answer)) {
            Duration patience = end == End.SILENT ? Duration.ofMillis(400) : Duration.ofSeconds(20);

            assertThat(hand(server, patience).send(change.request()))
                    .isEqualTo(new Sent.Unknown((end == End.SILENT ? "time: " : "unreachable: ")
                            + change.request().iamAction()));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void value_beforeAndAfterTheRequest_isInItsForm(Change change) {
        if (change.was().isEmpty()) {
            aws.on(change.reads(), 400, "{\"__type\":\"PullThroughCacheRuleNotFoundException\"}")
                    .on(change.reads(), change.is());
        } else if (change.request() instanceof io.github.ecsmedic.fix.VpcAttribute) {
            aws.on(change.reads(), change.was(), change.was(), change.is());
        } else if (change.request() instanceof TaskRerun) {
            aws.on("ecs:ListTasks", "{\"taskArns\":[\"t1\"]}")
                    .on(change.reads(), change.was(), change.was(), change.is());
        } else {
            aws.on(change.reads(), change.was(), change.is());
        }
        if (change.request() instanceof TaskStop) {
            aws.on("ecs:GetTaskProtection", "{\"protectedTasks\":[{\"taskArn\":\"t1\",\"protectionEnabled\":false}]}");
        }
        Request request = change.request();
        Answer<String> before = reader().value(request);
        Answer<String> after = reader().value(request);

        assertThat(request.effect(text(before), text(before))).isEqualTo(Effect.NONE);
        assertThat(request.effect(text(before), text(after))).isEqualTo(Effect.DONE);
        assertThat(text(before)).satisfies(is -> assertThat(request.before()).isIn("", is));
        assertThat(text(after)).satisfies(is -> assertThat(request.after()).isIn("", is));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void value_thatCannotBeRead_isUnknownAndNeverKept(Change change) {
        aws.on(change.reads(), _ -> Protocol.of(change.reads()).denied())
                .on("ecs:ListTasks", "{\"taskArns\":[\"t1\"]}");

        assertThat(reader().value(change.request())).isInstanceOf(Answer.Unknown.class);
        assertThat(reader().value(change.request())).isInstanceOf(Answer.Unknown.class);
        assertThat(aws.operations()).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void value_inAnEmptyAnswer_isUnknown(Change change) {
        aws.on(change.reads(), _ -> Protocol.of(change.reads()).nothing(change.reads()))
                .on("ecs:ListTasks", "{\"taskArns\":[\"t1\"]}");

        assertThat(reader().value(change.request())).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void changes_areOfEveryKindOfRequest() {
        assertThat(changes().map(change -> change.request().getClass()).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(Request.class.getPermittedSubclasses()).collect(Collectors.toSet()));
    }

    @Test
    void rollout_besideOtherSettings_hasNoValue() {
        aws.on("ecs:DescribeServices", """
                {"services":[{"serviceArn":"a","deploymentConfiguration":
                 {"maximumPercent":100,"minimumHealthyPercent":100,"bakeTimeInMinutes":5}}],"failures":[]}""");

        assertThat(reader().value(new ServiceUpdate(
                        "us-east-1",
                        "prod",
                        "api",
                        new Rollout(100, 100, false, false),
                        new Rollout(200, 100, false, false))))
                .isEqualTo(new Answer.Unknown<>("more is configured than would be sent", "ecs:DescribeServices"));
    }

    @Test
    void protection_ofSomeTasks_isNeitherOnNorOff() {
        aws.on("ecs:GetTaskProtection", """
                {"protectedTasks":[{"taskArn":"t1","protectionEnabled":true},{"taskArn":"t2","protectionEnabled":false}],
                 "failures":[]}""");

        assertThat(text(reader().value(new TaskProtection("us-east-1", "prod", List.of("t1", "t2"), false))))
                .isEqualTo("1 of them");
    }

    @Test
    void ingress_byAWiderRule_isNotThere() {
        aws.on("ec2:DescribeSecurityGroups", """
                <DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-1</groupId><ipPermissions><item>
                <ipProtocol>tcp</ipProtocol><fromPort>0</fromPort><toPort>1024</toPort><groups><item><groupId>sg-2</groupId>
                </item></groups></item></ipPermissions></item></securityGroupInfo></DescribeSecurityGroupsResponse>""");

        assertThat(text(reader().value(new Ingress("us-east-1", "sg-1", "443", "sg-2", true))))
                .isEqualTo("false");
    }

    @Test
    void success_withFailuresInside_isNone() {
        Request drain = new InstanceState("us-east-1", "prod", "h1", true);
        Request lift = new TaskProtection("us-east-1", "prod", List.of("t1", "t2"), false);

        assertThat(answered(
                        "{\"containerInstances\":[],\"failures\":[{\"arn\":\"h1\",\"reason\":\"MISSING\"}]}", drain))
                .isEqualTo(new Sent.Refused("ECS did not do it (MISSING)", false));
        assertThat(answered(
                        "{\"protectedTasks\":[{\"taskArn\":\"t1\"}],\"failures\":[{\"arn\":\"t2\",\"reason\":\"MISSING\"}]}",
                        lift))
                .isEqualTo(new Sent.Unknown("ECS did it for some only (MISSING)"));
        assertThat(answered("{}", lift)).isEqualTo(new Sent.Unknown("the answer names nothing that was done"));
    }

    @Test
    void ec2_thatSaysFalse_didNotDoIt() {
        Request open = new Ingress("us-east-1", "sg-1", "443", "sg-2", true);

        assertThat(answered(
                        "<AuthorizeSecurityGroupIngressResponse><return>false</return></AuthorizeSecurityGroupIngressResponse>",
                        open))
                .isEqualTo(new Sent.Refused("EC2 did not do it", false));
    }

    @Test
    void newDeployment_whoseAnswerNamesNone_mayHaveBegun() {
        assertThat(answered("{}", new ServiceUpdate("us-east-1", "prod", "api", null, new NewDeployment())))
                .isEqualTo(new Sent.Unknown("empty answer: ecs:UpdateService"));
    }

    @Test
    void taskThatIsProtected_isNotStopped() {
        aws.on("ecs:DescribeTasks", "{\"tasks\":[{\"taskArn\":\"t1\",\"desiredStatus\":\"RUNNING\"}]}")
                .on("ecs:GetTaskProtection", "{\"protectedTasks\":[{\"taskArn\":\"t1\",\"protectionEnabled\":true}]}");

        assertThat(text(reader().value(new TaskStop("us-east-1", "prod", "t1"))))
                .isEqualTo("RUNNING protected");
    }

    @Test
    void taskThatWasStartedAgain_andEndedWell_isSeen() {
        aws.on("ecs:ListTasks", "{\"taskArns\":[]}", "{\"taskArns\":[\"t2\"]}").on("ecs:DescribeTasks", """
                        {"tasks":[{"taskArn":"t2","startedBy":"ecs-medic/0f00","lastStatus":"STOPPED",
                         "containers":[{"name":"report","exitCode":0}]}]}""");

        assertThat(text(reader().value(Reruns.RERUN))).isEqualTo("t2 STOPPED 0");
    }

    @Test
    void task_ofWhichNobodyKnowsHowItWasStarted_isNotStartedAgain() {
        aws.on("ecs:DescribeTasks", Reruns.DESCRIBED).on("cloudtrail:LookupEvents", "{\"Events\":[]}");
        try (OneRequestServer server = new OneRequestServer(End.WHOLE, 200, "{}")) {
            assertThat(new SdkHand(ACCOUNT, aws.clients(), changing(server, Duration.ofSeconds(20))).send(Reruns.RERUN))
                    .isEqualTo(new Sent.Refused(
                            "how it was started could not be read (no request that started it is recorded:"
                                    + " cloudtrail:LookupEvents)",
                            false));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void taskOfAService_isNotStartedAgain() {
        aws.on("ecs:DescribeTasks", Reruns.DESCRIBED.replace("family:report", "service:report"));
        try (OneRequestServer server = new OneRequestServer(End.WHOLE, 200, "{}")) {
            assertThat(new SdkHand(ACCOUNT, aws.clients(), changing(server, Duration.ofSeconds(20))).send(Reruns.RERUN))
                    .isEqualTo(new Sent.Refused(
                            "how it was started could not be read (the task belongs to a service: ecs:DescribeTasks)",
                            false));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void credentials_ofAnotherAccount_readAndChangeNothing() {
        aws.on("ecs:DescribeServices", "{}");
        try (OneRequestServer server = new OneRequestServer(End.WHOLE, 200, "{}")) {
            Hand foreign = new SdkHand("444455556666", aws.clients(), changing(server, Duration.ofSeconds(20)));

            assertThat(foreign.value(LONGER)).isInstanceOf(Answer.Unknown.class);
            assertThat(foreign.send(LONGER))
                    .isEqualTo(new Sent.Refused("the credentials are those of account " + ACCOUNT, false));
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(WireFault.class)
    void credentials_ofAnUnknownAccount_changeNothing(WireFault fault) {
        String caller = "sts:GetCallerIdentity";
        FakeAws nameless = new FakeAws().on(caller, _ -> fault.answer(caller, FakeAws.response(200, "")));
        try (OneRequestServer server = new OneRequestServer(End.WHOLE, 200, "{}")) {
            assertThat(new SdkHand(ACCOUNT, nameless.clients(), changing(server, Duration.ofSeconds(20))).send(LONGER))
                    .isInstanceOf(Sent.Refused.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void request_ofAnotherRegion_goesThere() {
        aws.on("ecs:StopServiceDeployment", "{}");
        Clients changing = new Clients("us-east-1", () -> OneShot.wiring(aws, OURS, OneShot.CALL));

        assertThat(new SdkHand(ACCOUNT, aws.clients(), changing).send(new DeploymentStop("eu-west-1", "d7")))
                .isEqualTo(new Sent.Done(""));
        assertThat(aws.asked()).map(FakeAws.Asked::host).containsExactly("ecs.eu-west-1.amazonaws.com");
    }

    @Test
    void wiring_forChanges_triesOnceWithinTenSeconds() {
        SdkWiring wiring = OneShot.wiring(aws, OURS, OneShot.CALL);

        assertThat(wiring.retries().maxAttempts()).isEqualTo(1);
        assertThat(List.of(wiring.attempt(), wiring.call())).containsOnly(Duration.ofSeconds(10));
        assertThat(System.getProperty("sun.net.http.retryPost")).isEqualTo("false");
    }

    private Sent answered(String answer, Request request) {
        try (OneRequestServer server = new OneRequestServer(End.WHOLE, 200, answer)) {
            return hand(server, Duration.ofSeconds(20)).send(request);
        }
    }

    private Hand hand(OneRequestServer server, Duration patience) {
        return new SdkHand(ACCOUNT, Reruns.startedBefore(aws).clients(), changing(server, patience));
    }

    /** Sends nothing. */
    private Hand reader() {
        return new SdkHand(ACCOUNT, aws.clients(), aws.clients());
    }

    private static Clients changing(OneRequestServer server, Duration patience) {
        SdkHttpClient client = server.client();
        return new Clients("us-east-1", () -> OneShot.wiring(client, OURS, patience));
    }

    private static AwsCredentialsProvider credentials(String account) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.builder()
                .accessKeyId("AKIDEXAMPLE")
                .secretAccessKey("made-up")
                .accountId(account)
                .build());
    }

    private static String text(Answer<String> answer) {
        return answer instanceof Answer.Known<String>(String is, String _) ? is : "unknown: " + answer;
    }

    /** Forms are escaped on the wire, JSON is not. */
    private static String decoded(String request) {
        return request.contains("Action=") ? URLDecoder.decode(request, StandardCharsets.UTF_8) : request;
    }
}
