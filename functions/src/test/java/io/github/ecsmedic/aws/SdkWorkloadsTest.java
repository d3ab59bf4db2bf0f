package io.github.ecsmedic.aws;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.DeploymentConfiguration;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Attachment;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.model.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SdkWorkloadsTest {
    private static final String ECS = "arn:aws:ecs:us-east-1:111122223333:";
    private static final String CLUSTER = ECS + "cluster/shop";
    private static final String DEFINITION = "ecs:DescribeTaskDefinition";
    private static final String SERVICES = "ecs:DescribeServices";
    private static final String TASKS = "ecs:DescribeTasks";
    private static final String LIST = "ecs:ListTasks";

    private final FakeAws aws = new FakeAws();

    @Test
    void taskDefinition_isReadWithoutValuesOfTheEnvironment() {
        aws.on(DEFINITION, """
                {"taskDefinition": {
                  "taskDefinitionArn": "arn:aws:ecs:us-east-1:111122223333:task-definition/checkout:42",
                  "family": "checkout", "revision": 42, "networkMode": "awsvpc", "status": "ACTIVE",
                  "executionRoleArn": "arn:aws:iam::111122223333:role/exec", "taskRoleArn": "arn:aws:iam::111122223333:role/app",
                  "runtimePlatform": {"cpuArchitecture": "ARM64", "operatingSystemFamily": "LINUX"},
                  "cpu": "512", "memory": "1024", "registeredBy": "arn:aws:sts::111122223333:assumed-role/release/run-7",
                  "containerDefinitions": [
                    {"name": "checkout", "image": "example/checkout:1.9.2", "essential": true, "memory": 512, "stopTimeout": 30,
                     "dependsOn": [{"containerName": "proxy", "condition": "HEALTHY"}],
                     "secrets": [{"name": "DB_PASSWORD", "valueFrom": "/shop/db"}],
                     "environment": [{"name": "MODE", "value": "never-read"}],
                     "repositoryCredentials": {"credentialsParameter": "arn:aws:secretsmanager:us-east-1:111122223333:secret:hub"},
                     "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/shop/checkout"}},
                     "command": ["serve"], "entryPoint": ["/bin/app"], "portMappings": [{"containerPort": 8080}],
                     "healthCheck": {"command": ["CMD", "ping"], "interval": 10, "timeout": 4, "retries": 2, "startPeriod": 60}},
                    {"name": "proxy", "image": "example/proxy:2", "essential": false, "healthCheck": {"command": ["CMD", "up"]}}
                  ]}}""");
        var checkout = new TaskDefinition.ContainerDefinition(
                "checkout",
                "example/checkout:1.9.2",
                true,
                Map.of("proxy", "HEALTHY"),
                Map.of("DB_PASSWORD", "/shop/db"),
                List.of("MODE"),
                "arn:aws:secretsmanager:us-east-1:111122223333:secret:hub",
                new TaskDefinition.LogConfiguration("awslogs", Map.of("awslogs-group", "/shop/checkout")),
                512,
                30,
                List.of("serve"),
                List.of("/bin/app"),
                List.of(8080),
                new TaskDefinition.HealthCheck(List.of("CMD", "ping"), 10, 4, 2, 60));
        var proxy = new TaskDefinition.ContainerDefinition(
                "proxy",
                "example/proxy:2",
                false,
                Map.of(),
                Map.of(),
                List.of(),
                "",
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                TaskDefinition.HealthCheck.of("CMD", "up"));
        assertThat(aws.account().workloads().taskDefinition("checkout:42"))
                .isEqualTo(new Answer.Known<>(
                        new TaskDefinition(
                                ECS + "task-definition/checkout:42",
                                "checkout",
                                42,
                                "awsvpc",
                                "arn:aws:iam::111122223333:role/exec",
                                "arn:aws:iam::111122223333:role/app",
                                "ARM64",
                                "LINUX",
                                512,
                                1024,
                                null,
                                List.of(checkout, proxy),
                                "arn:aws:sts::111122223333:assumed-role/release/run-7"),
                        DEFINITION));
    }

    @Test
    void taskDefinition_withoutPlatformAndSize_hasTheDefaults() {
        aws.on(DEFINITION, """
                {"taskDefinition": {"taskDefinitionArn": "arn:aws:ecs:us-east-1:111122223333:task-definition/small:1",
                 "family": "small", "revision": 1, "containerDefinitions": []}}""");
        assertThat(aws.account().workloads().taskDefinition("small:1"))
                .isEqualTo(new Answer.Known<>(
                        new TaskDefinition(
                                ECS + "task-definition/small:1",
                                "small",
                                1,
                                "",
                                "",
                                "",
                                "X86_64",
                                "LINUX",
                                null,
                                null,
                                null,
                                List.of(),
                                ""),
                        DEFINITION));
    }

    @Test
    void taskDefinition_thatEcsDoesNotKnow_isUnknownUnderItsErrorCode() {
        aws.on(
                DEFINITION,
                400,
                "{\"__type\": \"ClientException\", \"message\": \"Unable to describe task definition.\"}");
        assertThat(aws.account().workloads().taskDefinition("checkout:42"))
                .isEqualTo(new Answer.Unknown<>("ClientException", DEFINITION));
    }

    @Test
    void service_isReadWithItsDeploymentsAndTags() {
        aws.on(SERVICES, """
                {"services": [{
                  "serviceArn": "arn:aws:ecs:us-east-1:111122223333:service/shop/checkout", "serviceName": "checkout",
                  "clusterArn": "arn:aws:ecs:us-east-1:111122223333:cluster/shop", "status": "ACTIVE",
                  "deploymentConfiguration": {"minimumHealthyPercent": 50, "maximumPercent": 150, "strategy": "ROLLING",
                    "deploymentCircuitBreaker": {"enable": true, "rollback": false}, "alarms": {"alarmNames": [], "enable": false}},
                  "desiredCount": 3, "runningCount": 1, "pendingCount": 2, "launchType": "FARGATE",
                  "taskDefinition": "arn:aws:ecs:us-east-1:111122223333:task-definition/checkout:42",
                  "loadBalancers": [{"targetGroupArn": "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/c/1", "containerName": "checkout", "containerPort": 8080}, {"loadBalancerName": "old"}],
                  "healthCheckGracePeriodSeconds": 30,
                  "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-9"], "securityGroups": ["sg-9"]}},
                  "deployments": [
                    {"id": "ecs-svc/2", "status": "PRIMARY", "rolloutState": "IN_PROGRESS", "desiredCount": 3, "runningCount": 0,
                     "failedTasks": 4, "taskDefinition": "td:42", "createdAt": 1772615638.5,
                     "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-1"], "securityGroups": ["sg-1"], "assignPublicIp": "ENABLED"}}},
                    {"id": "ecs-svc/1", "status": "ACTIVE", "rolloutState": "A_STATE_OF_TOMORROW"}],
                  "events": [{"id": "e", "createdAt": 1772615638, "message": "(service checkout) was unable"}],
                  "tags": [{"key": "team", "value": "shop"}]}],
                 "failures": []}""");
        assertThat(aws.account().workloads().service("shop", "checkout"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new Service(
                                ECS + "service/shop/checkout",
                                "checkout",
                                CLUSTER,
                                "ACTIVE",
                                3,
                                1,
                                2,
                                ECS + "task-definition/checkout:42",
                                "FARGATE",
                                "ECS",
                                List.of(
                                        new Service.Deployment(
                                                "ecs-svc/2",
                                                "PRIMARY",
                                                "IN_PROGRESS",
                                                "td:42",
                                                3,
                                                0,
                                                4,
                                                List.of("subnet-1"),
                                                List.of("sg-1"),
                                                true,
                                                Instant.parse("2026-03-04T09:13:58.500Z")),
                                        new Service.Deployment(
                                                "ecs-svc/1",
                                                "ACTIVE",
                                                "A_STATE_OF_TOMORROW",
                                                "",
                                                0,
                                                0,
                                                0,
                                                List.of("subnet-9"),
                                                List.of("sg-9"),
                                                false,
                                                null)),
                                new Service.Balancing(
                                        List.of(new Service.Registration(
                                                "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/c/1",
                                                "checkout",
                                                8080)),
                                        30),
                                List.of(new Service.ServiceMessage(
                                        Instant.parse("2026-03-04T09:13:58Z"), "(service checkout) was unable")),
                                Map.of("team", "shop"),
                                new DeploymentConfiguration(50, 150, true, false, true))),
                        SERVICES));
        assertThat(aws.asked().getFirst().body()).contains("TAGS");
    }

    @Test
    void service_thatEcsMisses_isKnownToBeAbsent() {
        aws.on(SERVICES, "{\"services\": [], \"failures\": [{\"arn\": \"a\", \"reason\": \"MISSING\"}]}");
        assertThat(aws.account().workloads().service("shop", "checkout"))
                .isEqualTo(new Answer.Known<>(Optional.empty(), SERVICES));
    }

    @Test
    void service_thatFailsForAnotherReason_isUnknown() {
        aws.on(SERVICES, "{\"services\": [], \"failures\": [{\"arn\": \"a\", \"reason\": \"ACCESS_DENIED\"}]}");
        assertThat(aws.account().workloads().service("shop", "checkout"))
                .isEqualTo(new Answer.Unknown<>("ACCESS_DENIED", SERVICES));
    }

    @Test
    void service_withNeitherServicesNorFailures_isUnknown() {
        aws.on(SERVICES, "{\"services\": [], \"failures\": []}");
        assertThat(aws.account().workloads().service("shop", "checkout"))
                .isEqualTo(new Answer.Unknown<>("empty answer", SERVICES));
    }

    @Test
    void task_isReadFromTheApi() {
        aws.on(TASKS, """
                {"tasks": [{
                  "taskArn": "arn:aws:ecs:us-east-1:111122223333:task/shop/t1", "clusterArn": "arn:aws:ecs:us-east-1:111122223333:cluster/shop",
                  "taskDefinitionArn": "td:42", "version": 9, "lastStatus": "STOPPED", "desiredStatus": "STOPPED",
                  "stopCode": "A_CODE_OF_TOMORROW", "stoppedReason": "made up", "group": "service:checkout", "startedBy": "ecs-svc/2",
                  "launchType": "FARGATE", "availabilityZone": "us-east-1b", "platformVersion": "1.4.0", "cpu": "512", "memory": "null",
                  "attributes": [{"name": "ecs.cpu-architecture", "value": "arm64"}],
                  "createdAt": 1772615638.5, "stoppedAt": 1772615700,
                  "overrides": {"containerOverrides": [{"name": "checkout", "environment": [{"name": "A", "value": "never-read"}]}]},
                  "containers": [{"name": "checkout", "image": "i", "exitCode": 78, "lastStatus": "STOPPED", "reason": "r"}],
                  "attachments": [{"id": "a", "type": "ElasticNetworkInterface", "status": "DELETED",
                                   "details": [{"name": "subnetId", "value": "subnet-1"}]}]}],
                 "failures": []}""");
        assertThat(aws.account().workloads().task("shop", "t1"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new Task(
                                ECS + "task/shop/t1",
                                CLUSTER,
                                "td:42",
                                9,
                                "STOPPED",
                                "STOPPED",
                                "A_CODE_OF_TOMORROW",
                                "made up",
                                "service:checkout",
                                "ecs-svc/2",
                                "FARGATE",
                                "",
                                "",
                                "us-east-1b",
                                "1.4.0",
                                "arm64",
                                512,
                                null,
                                new Timeline(
                                        Instant.parse("2026-03-04T09:13:58.500Z"),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        Instant.parse("2026-03-04T09:15:00Z")),
                                List.of(new Container("checkout", "i", "", "", "STOPPED", 78, "r")),
                                List.of(new Attachment(
                                        "a", "ElasticNetworkInterface", "DELETED", Map.of("subnetId", "subnet-1"))))),
                        TASKS));
    }

    @Test
    void task_thatEcsForgot_isKnownToBeAbsent() {
        aws.on(TASKS, "{\"tasks\": [], \"failures\": [{\"arn\": \"t\", \"reason\": \"MISSING\"}]}");
        assertThat(aws.account().workloads().task("shop", "t1")).isEqualTo(new Answer.Known<>(Optional.empty(), TASKS));
    }

    @Test
    void stoppedTasks_overTwoPagesAndTwoBatches_comeNewestFirst() {
        aws.on(
                        LIST,
                        "{\"taskArns\": [" + arns(0, 100) + "], \"nextToken\": \"more\"}",
                        "{\"taskArns\": [" + arns(100, 101) + "]}")
                .on(
                        TASKS,
                        asked -> FakeAws.response(
                                200,
                                asked.body().contains("\"t100\"")
                                        ? "{\"tasks\": [" + stopped("t100", 30) + "], \"failures\": []}"
                                        : "{\"tasks\": [" + stopped("t0", 10) + ", {\"taskArn\": \"t1\"}, "
                                                + stopped("t2", 50)
                                                + "], \"failures\": [{\"arn\": \"t3\", \"reason\": \"MISSING\"}]}"));
        SdkAccount account = aws.account();
        assertThat(account.workloads().stoppedTasks("shop", "checkout"))
                .isInstanceOfSatisfying(
                        Answer.Known.class,
                        known -> assertThat((List<?>) known.value())
                                .map(task -> ((Task) task).arn())
                                .isEqualTo(List.of("t2", "t100", "t0", "t1")));
        assertThat(account.cost().apiCalls()).isEqualTo(4);
        assertThat(account.cost().criticalPath()).isEqualTo(3);
        assertThat(aws.asked().getFirst().body())
                .contains("\"serviceName\":\"checkout\"", "\"desiredStatus\":\"STOPPED\"");
    }

    @Test
    void stoppedTasks_ofAServiceWithout_areNone() {
        aws.on(LIST, "{\"taskArns\": []}");
        assertThat(aws.account().workloads().stoppedTasks("shop", "checkout"))
                .isEqualTo(new Answer.Known<>(List.of(), LIST));
    }

    @Test
    void stoppedTasks_whenNothingIsListed_areUnknown() {
        aws.on(LIST, "{}");
        assertThat(aws.account().workloads().stoppedTasks("shop", "checkout"))
                .isEqualTo(new Answer.Unknown<>("empty answer", LIST));
    }

    @Test
    void stoppedTasks_ofAServiceThatEcsDoesNotFind_areNone() {
        aws.on(LIST, 400, "{\"__type\": \"ServiceNotFoundException\"}");
        assertThat(aws.account().workloads().stoppedTasks("shop", "checkout"))
                .isEqualTo(new Answer.Known<>(List.of(), LIST));
    }

    @Test
    void stoppedTasks_thatMayNotBeDescribed_areUnknownAndNameThatCall() {
        aws.on(LIST, "{\"taskArns\": [\"t1\"]}").on(TASKS, 400, "{\"__type\": \"AccessDeniedException\"}");
        assertThat(aws.account().workloads().stoppedTasks("shop", "checkout"))
                .isEqualTo(new Answer.Unknown<>("AccessDenied", TASKS));
    }

    private static String arns(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "\"t" + i + "\"").collect(joining(","));
    }

    private static String stopped(String arn, int second) {
        return "{\"taskArn\": \"" + arn + "\", \"stoppedAt\": " + (1772615700 + second) + "}";
    }
}
