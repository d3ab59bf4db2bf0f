package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.event.Envelope;
import io.github.ecsmedic.model.Attachment;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.model.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private static final String ECS = "arn:aws:ecs:us-east-1:111122223333:";
    private static final String CLUSTER = ECS + "cluster/shop";
    private static final String SERVICE = ECS + "service/shop/checkout";
    private static final String HOST = ECS + "container-instance/shop/9a8b7c6d5e4f4a3b2c1d0e9f8a7b6c5d";

    @Test
    void taskStateChange_ofAStoppedTask_becomesItsRecord() {
        String arn = ECS + "task/shop/0f3b6c1d2e4a4b5c8d7e6f5a4b3c2d1e";
        assertThat(EventReader.read(Samples.bytes("task-stopped.json")))
                .isEqualTo(new EcsEvent.TaskStateChange(
                        envelope("10", "ECS Task State Change", "2026-03-04T09:15:42Z", arn),
                        new Task(
                                arn,
                                CLUSTER,
                                ECS + "task-definition/checkout:42",
                                7,
                                "STOPPED",
                                "STOPPED",
                                "EssentialContainerExited",
                                "Essential container in task exited",
                                "service:checkout",
                                "ecs-svc/1234567890123456789",
                                "FARGATE",
                                "FARGATE",
                                "",
                                "us-east-1b",
                                "1.4.0",
                                "arm64",
                                512,
                                1024,
                                new Timeline(
                                        Instant.parse("2026-03-04T09:13:58.701Z"),
                                        Instant.parse("2026-03-04T09:14:12.971Z"),
                                        Instant.parse("2026-03-04T09:14:20Z"),
                                        Instant.parse("2026-03-04T09:14:27.118Z"),
                                        Instant.parse("2026-03-04T09:15:02.700Z"),
                                        Instant.parse("2026-03-04T09:15:01.539Z"),
                                        Instant.parse("2026-03-04T09:15:41.979123456Z")),
                                List.of(
                                        new Container(
                                                "proxy",
                                                "public.ecr.aws/example/proxy:2.4",
                                                "",
                                                "0f3b6c1d2e4a4b5c8d7e6f5a4b3c2d1e-1111",
                                                "STOPPED",
                                                0,
                                                ""),
                                        new Container(
                                                "checkout",
                                                "111122223333.dkr.ecr.us-east-1.amazonaws.com/shop/checkout:1.9.2",
                                                "sha256:5e7c0b1a2f3d4c5b6a798887766554433221100ffeeddccbbaa99887766554433",
                                                "0f3b6c1d2e4a4b5c8d7e6f5a4b3c2d1e-2222",
                                                "STOPPED",
                                                78,
                                                "")),
                                List.of(
                                        new Attachment(
                                                "b7a1c2d3-0001-4a4a-9b9b-1234567890ab",
                                                "eni",
                                                "DELETED",
                                                Map.of(
                                                        "subnetId",
                                                        "subnet-0a1b2c3d4e5f60001",
                                                        "networkInterfaceId",
                                                        "eni-0a1b2c3d4e5f60002",
                                                        "privateIPv4Address",
                                                        "10.20.1.37")),
                                        new Attachment(
                                                "b7a1c2d3-0002-4a4a-9b9b-1234567890ab", "sdi", "DELETED", Map.of())))));
    }

    @Test
    void taskStateChange_ofATaskThatNeverStarted_becomesItsRecord() {
        String arn = ECS + "task/shop/1e2d3c4b5a6f4e8d9c0b1a2f3e4d5c6b";
        Container report = new Container(
                "report",
                "ghcr.io/example/report:7",
                "",
                "",
                "STOPPED",
                null,
                "CannotPullContainerError: made up for a test");
        assertThat(EventReader.read(Samples.bytes("task-never-started.json")))
                .isEqualTo(new EcsEvent.TaskStateChange(
                        envelope("11", "ECS Task State Change", "2026-03-04T10:01:07Z", arn),
                        new Task(
                                arn,
                                CLUSTER,
                                ECS + "task-definition/report:3",
                                4,
                                "STOPPED",
                                "STOPPED",
                                "TaskFailedToStart",
                                "Task failed to start",
                                "family:report",
                                "nightly",
                                "EC2",
                                "",
                                HOST,
                                "",
                                "",
                                "",
                                null,
                                null,
                                new Timeline(Instant.parse("2026-03-04T10:00:31Z"), null, null, null, null, null, null),
                                List.of(
                                        report,
                                        new Container("aws-guardduty-agent-x1", "", "", "", "STOPPED", null, "")),
                                List.of())));
    }

    @Test
    void serviceAction_becomesItsRecord() {
        assertThat(EventReader.read(Samples.bytes("service-action.json")))
                .isEqualTo(new EcsEvent.ServiceAction(
                        envelope("12", "ECS Service Action", "2026-03-04T11:20:00Z", SERVICE),
                        "ERROR",
                        "SERVICE_TASK_PLACEMENT_FAILURE",
                        CLUSTER,
                        SERVICE,
                        "RESOURCE:MEMORY",
                        List.of(ECS + "capacity-provider/shop-hosts"),
                        List.of(HOST),
                        Instant.parse("2026-03-04T11:19:59.087Z")));
    }

    @Test
    void deploymentStateChange_becomesItsRecord() {
        assertThat(EventReader.read(Samples.bytes("deployment-state-change.json")))
                .isEqualTo(new EcsEvent.DeploymentStateChange(
                        envelope("13", "ECS Deployment State Change", "2026-03-04T11:41:10Z", SERVICE),
                        "ERROR",
                        "SERVICE_DEPLOYMENT_FAILED",
                        "ecs-svc/1234567890123456789",
                        SERVICE,
                        "ECS deployment circuit breaker: tasks failed to start.",
                        Instant.parse("2026-03-04T11:41:09.402Z")));
    }

    @Test
    void containerInstanceStateChange_becomesItsRecord() {
        assertThat(EventReader.read(Samples.bytes("container-instance-state-change.json")))
                .isEqualTo(new EcsEvent.ContainerInstanceStateChange(
                        envelope("14", "ECS Container Instance State Change", "2026-03-04T12:00:00Z", HOST),
                        CLUSTER,
                        HOST,
                        "i-0a1b2c3d4e5f60003",
                        "DRAINING",
                        "made up for a test",
                        true,
                        311));
    }

    @Test
    void containerInstanceHealthChange_becomesItsRecord() {
        assertThat(EventReader.read(Samples.bytes("container-instance-health-change.json")))
                .isEqualTo(new EcsEvent.ContainerInstanceHealthChange(
                        envelope("15", "ECS Container Instance Health Change", "2026-03-04T12:05:00Z", HOST),
                        CLUSTER,
                        HOST,
                        "i-0a1b2c3d4e5f60003",
                        "IMPAIRED",
                        List.of(
                                new EcsEvent.ContainerInstanceHealthChange.HealthCheck("CONTAINER_RUNTIME", "OK", ""),
                                new EcsEvent.ContainerInstanceHealthChange.HealthCheck(
                                        "AGENT_CONNECTIVITY", "IMPAIRED", "made up for a test"))));
    }

    @Test
    void hookStateChange_becomesItsRecord() {
        String deployment = ECS + "service-deployment/shop/checkout/AbCdEfGhIjKlMnOpQrStU";
        assertThat(EventReader.read(Samples.bytes("hook-state-change.json")))
                .isEqualTo(new EcsEvent.HookStateChange(
                        envelope("16", "ECS Hook State Change", "2026-03-04T12:10:00Z", deployment),
                        "INFO",
                        "HOOK_AWAITING_ACTION",
                        "ecs-pause-0001",
                        "PAUSE",
                        "POST_TEST_TRAFFIC_SHIFT",
                        CLUSTER,
                        SERVICE,
                        deployment,
                        Instant.parse("2026-03-05T12:10:00.123456789Z")));
    }

    @Test
    void daemonServiceAction_becomesItsRecord() {
        assertThat(EventReader.read(Samples.bytes("daemon-service-action.json")))
                .isEqualTo(new EcsEvent.DaemonServiceAction(
                        envelope("17", "ECS Daemon Service Action", "2026-03-04T12:15:00Z"),
                        "WARNING",
                        "DAEMON_TASK_START_IMPAIRED",
                        CLUSTER,
                        ECS + "daemon/shop/collector",
                        "TASK_CREATION_FAILED",
                        "made up for a test",
                        ECS + "task/shop/2f1e0d9c8b7a4f6e5d4c3b2a1f0e9d8c",
                        HOST));
    }

    @Test
    void daemonDeploymentStateChange_becomesItsRecord() {
        String deployment = ECS + "daemon-deployment/shop/collector/d1";
        assertThat(EventReader.read(Samples.bytes("daemon-deployment-state-change.json")))
                .isEqualTo(new EcsEvent.DaemonDeploymentStateChange(
                        envelope("18", "ECS Daemon Deployment State Change", "2026-03-04T12:20:00Z", deployment),
                        "ERROR",
                        "ROLLBACK_FAILED",
                        deployment,
                        "made up for a test"));
    }

    @Test
    void healthEvent_withEnglishAmongItsTexts_becomesItsRecord() {
        assertThat(EventReader.read(Samples.bytes("health-event.json")))
                .isEqualTo(new EcsEvent.HealthEvent(
                        new Envelope(
                                "6f1c2f0e-3f0b-4a55-9c1d-0c1f5d2a7b19",
                                "AWS Health Event",
                                "aws.health",
                                "111122223333",
                                "us-west-2",
                                Instant.parse("2026-03-04T12:25:00Z"),
                                List.of("shop|checkout")),
                        "AWS_ECS_TASK_PATCHING_RETIREMENT",
                        "scheduledChange",
                        "Tasks will be replaced.",
                        List.of("shop|checkout", ECS + "task/shop/3c2b1a0f9e8d4c7b6a5f4e3d2c1b0a9f")));
    }

    private static Envelope envelope(String lastDigits, String type, String time, String... resources) {
        return new Envelope(
                "6f1c2f0e-3f0b-4a55-9c1d-0c1f5d2a7b" + lastDigits,
                type,
                "aws.ecs",
                "111122223333",
                "us-east-1",
                Instant.parse(time),
                List.of(resources));
    }
}
