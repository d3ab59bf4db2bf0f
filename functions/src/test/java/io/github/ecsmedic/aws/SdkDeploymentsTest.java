package io.github.ecsmedic.aws;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.DeploymentConfiguration;
import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.account.Deployments.ProtectedTask;
import io.github.ecsmedic.account.ServiceDeployment;
import io.github.ecsmedic.account.ServiceRevision;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SdkDeploymentsTest {
    private static final String LIST = "ecs:ListServiceDeployments";
    private static final String DEPLOYMENTS = "ecs:DescribeServiceDeployments";
    private static final String REVISIONS = "ecs:DescribeServiceRevisions";
    private static final String TASKS = "ecs:ListTasks";
    private static final String PROTECTION = "ecs:GetTaskProtection";
    private static final String DENIED = "{\"__type\": \"AccessDeniedException\"}";

    private final FakeAws aws = new FakeAws();

    @Test
    void deployments_overTwoPages_comeNewestFirst() {
        aws.on(LIST, """
                {"serviceDeployments": [
                  {"serviceDeploymentArn": "d2", "status": "SUCCESSFUL", "targetServiceRevisionArn": "r2", "createdAt": 1772615700}],
                 "nextToken": "more"}""", """
                {"serviceDeployments": [
                  {"serviceDeploymentArn": "d1", "status": "STOPPED"},
                  {"serviceDeploymentArn": "d3", "status": "A_STATE_OF_TOMORROW", "targetServiceRevisionArn": "r3", "createdAt": 1772615800}]}""");
        assertThat(aws.account().deployments().deployments("shop", "checkout"))
                .isEqualTo(new Answer.Known<>(
                        List.of(
                                new Listed("d3", "A_STATE_OF_TOMORROW", "r3", Instant.ofEpochSecond(1772615800)),
                                new Listed("d2", "SUCCESSFUL", "r2", Instant.ofEpochSecond(1772615700)),
                                new Listed("d1", "STOPPED", "", null)),
                        LIST));
        assertThat(aws.asked().getFirst().body())
                .contains("\"service\":\"checkout\"", "\"cluster\":\"shop\"", "\"maxResults\":100");
        assertThat(aws.asked().get(1).body()).contains("\"nextToken\":\"more\"");
    }

    @Test
    void deployments_ofAServiceWithout_areNone() {
        aws.on(LIST, "{\"serviceDeployments\": []}");
        assertThat(aws.account().deployments().deployments("shop", "checkout"))
                .isEqualTo(new Answer.Known<>(List.of(), LIST));
    }

    @Test
    void deployments_ofAServiceThatEcsDoesNotFind_areNone() {
        aws.on(LIST, 400, "{\"__type\": \"ServiceNotFoundException\"}");
        assertThat(aws.account().deployments().deployments("shop", "checkout"))
                .isEqualTo(new Answer.Known<>(List.of(), LIST));
    }

    @Test
    void deployments_whenNothingIsListed_areUnknown() {
        aws.on(LIST, "{}");
        assertThat(aws.account().deployments().deployments("shop", "checkout"))
                .isEqualTo(new Answer.Unknown<>("empty answer", LIST));
    }

    @Test
    void deployments_thatMayNotBeListed_areUnknown() {
        aws.on(LIST, 400, DENIED);
        assertThat(aws.account().deployments().deployments("shop", "checkout"))
                .isEqualTo(new Answer.Unknown<>("AccessDenied", LIST));
    }

    @Test
    void deployment_isReadWithItsRevisionsBreakerAndWayBack() {
        aws.on(DEPLOYMENTS, """
                {"serviceDeployments": [{
                  "serviceDeploymentArn": "d2", "status": "ROLLBACK_IN_PROGRESS", "statusReason": "made up",
                  "targetServiceRevision": {"arn": "r2", "requestedTaskCount": 3, "runningTaskCount": 1, "pendingTaskCount": 2},
                  "sourceServiceRevisions": [{"arn": "r1", "requestedTaskCount": 3, "runningTaskCount": 3}],
                  "deploymentConfiguration": {"maximumPercent": 200, "minimumHealthyPercent": 100, "strategy": "ROLLING",
                    "deploymentCircuitBreaker": {"enable": true, "rollback": true},
                    "alarms": {"alarmNames": ["slow"], "enable": true, "rollback": true}},
                  "deploymentCircuitBreaker": {"status": "TRIGGERED", "failureCount": 3, "threshold": 3},
                  "alarms": {"status": "TRIGGERED", "alarmNames": ["slow", "errors"], "triggeredAlarmNames": ["slow"]},
                  "rollback": {"reason": "the breaker", "serviceRevisionArn": "r1"}}],
                 "failures": []}""");
        assertThat(aws.account().deployments().deployment("d2"))
                .isEqualTo(new Answer.Known<>(
                        new ServiceDeployment(
                                "d2",
                                "ROLLBACK_IN_PROGRESS",
                                "made up",
                                new ServiceDeployment.Tasks("r2", 3, 1),
                                List.of(new ServiceDeployment.Tasks("r1", 3, 3)),
                                new DeploymentConfiguration(100, 200, true, true, false),
                                new ServiceDeployment.Breaker("TRIGGERED", 3, 3),
                                List.of("slow"),
                                new ServiceDeployment.Rollback("r1", "the breaker")),
                        DEPLOYMENTS));
    }

    @Test
    void deployment_withTheLeastThatEcsTells_isReadToo() {
        aws.on(DEPLOYMENTS, """
                {"serviceDeployments": [{"serviceDeploymentArn": "d1", "status": "PENDING",
                  "targetServiceRevision": {"arn": "r1"}}]}""");
        assertThat(aws.account().deployments().deployment("d1"))
                .isEqualTo(new Answer.Known<>(
                        new ServiceDeployment(
                                "d1",
                                "PENDING",
                                "",
                                new ServiceDeployment.Tasks("r1", 0, 0),
                                List.of(),
                                null,
                                null,
                                List.of(),
                                null),
                        DEPLOYMENTS));
    }

    @Test
    void deployment_withAnotherStrategyHooksOrBakeTime_isNotPlain() {
        assertThat(List.of(
                        "\"strategy\": \"BLUE_GREEN\"",
                        "\"bakeTimeInMinutes\": 5",
                        "\"lifecycleHooks\": [{\"hookTargetArn\": \"f\"}]"))
                .allSatisfy(setting -> assertThat(configured(setting))
                        .isEqualTo(new DeploymentConfiguration(null, null, false, false, false)));
        assertThat(configured("\"bakeTimeInMinutes\": 0"))
                .isEqualTo(new DeploymentConfiguration(null, null, false, false, true));
    }

    private static DeploymentConfiguration configured(String setting) {
        FakeAws one = new FakeAws().on(DEPLOYMENTS, """
                {"serviceDeployments": [{"serviceDeploymentArn": "d1", "status": "PENDING",
                  "targetServiceRevision": {"arn": "r1"}, "deploymentConfiguration": {%s}}]}""".formatted(setting));
        return ((Answer.Known<ServiceDeployment>) one.account().deployments().deployment("d1"))
                .value()
                .configuration();
    }

    @Test
    void deployment_thatEcsMisses_isUnknown() {
        aws.on(DEPLOYMENTS, "{\"serviceDeployments\": [], \"failures\": [{\"arn\": \"d1\", \"reason\": \"MISSING\"}]}");
        assertThat(aws.account().deployments().deployment("d1"))
                .isEqualTo(new Answer.Unknown<>("MISSING", DEPLOYMENTS));
    }

    @Test
    void deployment_withNeitherDeploymentsNorFailures_isUnknown() {
        aws.on(DEPLOYMENTS, "{}");
        assertThat(aws.account().deployments().deployment("d1"))
                .isEqualTo(new Answer.Unknown<>("empty answer", DEPLOYMENTS));
    }

    @Test
    void deployment_withoutTarget_isUnknown() {
        aws.on(DEPLOYMENTS, "{\"serviceDeployments\": [{\"serviceDeploymentArn\": \"d1\", \"status\": \"PENDING\"}]}");
        assertThat(aws.account().deployments().deployment("d1"))
                .isEqualTo(new Answer.Unknown<>("empty answer", DEPLOYMENTS));
    }

    @Test
    void deployment_thatMayNotBeDescribed_isUnknown() {
        aws.on(DEPLOYMENTS, 400, DENIED);
        assertThat(aws.account().deployments().deployment("d1"))
                .isEqualTo(new Answer.Unknown<>("AccessDenied", DEPLOYMENTS));
    }

    @Test
    void revisions_areReadInOneRequest() {
        aws.on(REVISIONS, """
                {"serviceRevisions": [
                  {"serviceRevisionArn": "r1", "taskDefinition": "arn:aws:ecs:us-east-1:111122223333:task-definition/checkout:41",
                   "launchType": "FARGATE", "platformVersion": "1.4.0",
                   "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-1"], "securityGroups": ["sg-1"], "assignPublicIp": "ENABLED"}},
                   "loadBalancers": [{"targetGroupArn": "group/c/1", "containerName": "checkout", "containerPort": 8080}],
                   "containerImages": [{"containerName": "checkout", "imageDigest": "sha256:1", "image": "example/checkout:1"}]},
                  {"serviceRevisionArn": "r2", "taskDefinition": "td:42",
                   "capacityProviderStrategy": [{"capacityProvider": "FARGATE_SPOT", "weight": 1}, {"capacityProvider": "FARGATE"}]}],
                 "failures": [{"arn": "r0", "reason": "MISSING"}]}""");
        var answer = aws.account().deployments().revisions(List.of("r1", "r2", "r0"));
        assertThat(answer)
                .isEqualTo(new Answer.Known<>(
                        List.of(
                                new ServiceRevision(
                                        "r1",
                                        "arn:aws:ecs:us-east-1:111122223333:task-definition/checkout:41",
                                        "FARGATE",
                                        "1.4.0",
                                        List.of("subnet-1"),
                                        List.of("sg-1"),
                                        true,
                                        List.of("group/c/1 to checkout:8080"),
                                        Map.of("checkout", "sha256:1")),
                                new ServiceRevision(
                                        "r2",
                                        "td:42",
                                        "FARGATE_SPOT, FARGATE",
                                        "",
                                        List.of(),
                                        List.of(),
                                        false,
                                        List.of(),
                                        Map.of())),
                        REVISIONS));
        assertThat(aws.operations()).containsExactly(REVISIONS);
    }

    @Test
    void revisions_thatEcsMissesAll_areUnknown() {
        aws.on(REVISIONS, "{\"serviceRevisions\": [], \"failures\": [{\"arn\": \"r1\", \"reason\": \"MISSING\"}]}");
        assertThat(aws.account().deployments().revisions(List.of("r1")))
                .isEqualTo(new Answer.Unknown<>("MISSING", REVISIONS));
    }

    @Test
    void revisions_inAnEmptyAnswer_areUnknown() {
        aws.on(REVISIONS, "{}");
        assertThat(aws.account().deployments().revisions(List.of("r1")))
                .isEqualTo(new Answer.Unknown<>("empty answer", REVISIONS));
    }

    @Test
    void revisions_thatMayNotBeDescribed_areUnknown() {
        aws.on(REVISIONS, 400, DENIED);
        assertThat(aws.account().deployments().revisions(List.of("r1")))
                .isEqualTo(new Answer.Unknown<>("AccessDenied", REVISIONS));
    }

    @Test
    void protectedTasks_ofTwoBatches_areThoseThatAreProtected() {
        aws.on(TASKS, "{\"taskArns\": [" + arns(101) + "]}").on(PROTECTION, """
                {"protectedTasks": [{"taskArn": "t7", "protectionEnabled": true, "expirationDate": 1772615700},
                                    {"taskArn": "t8", "protectionEnabled": false}], "failures": []}""", """
                {"protectedTasks": [{"taskArn": "t100", "protectionEnabled": true}], "failures": []}""");
        assertThat(aws.account().deployments().protectedTasks("shop", "checkout"))
                .isEqualTo(new Answer.Known<>(
                        List.of(
                                new ProtectedTask("t7", Instant.ofEpochSecond(1772615700)),
                                new ProtectedTask("t100", null)),
                        PROTECTION));
        assertThat(aws.operations()).containsExactly(TASKS, PROTECTION, PROTECTION);
        assertThat(aws.asked().getFirst().body()).contains("\"desiredStatus\":\"RUNNING\"");
    }

    @Test
    void protectedTasks_ofAServiceThatRunsNone_areNoneWithoutAsking() {
        aws.on(TASKS, "{\"taskArns\": []}");
        assertThat(aws.account().deployments().protectedTasks("shop", "checkout"))
                .isEqualTo(new Answer.Known<>(List.of(), PROTECTION));
        assertThat(aws.operations()).containsExactly(TASKS);
    }

    @Test
    void protectedTasks_inAnEmptyAnswer_areUnknown() {
        aws.on(TASKS, "{\"taskArns\": [\"t1\"]}").on(PROTECTION, "{}");
        assertThat(aws.account().deployments().protectedTasks("shop", "checkout"))
                .isEqualTo(new Answer.Unknown<>("empty answer", PROTECTION));
    }

    @Test
    void protectedTasks_thatMayNotBeAsked_areUnknown() {
        aws.on(TASKS, "{\"taskArns\": [\"t1\"]}").on(PROTECTION, 400, DENIED);
        assertThat(aws.account().deployments().protectedTasks("shop", "checkout"))
                .isEqualTo(new Answer.Unknown<>("AccessDenied", PROTECTION));
    }

    private static String arns(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"t" + i + "\"").collect(joining(","));
    }
}
