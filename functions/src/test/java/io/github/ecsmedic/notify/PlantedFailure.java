package io.github.ecsmedic.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Rollouts;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.ServiceMessage;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.account.TaskDefinition.HealthCheck;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A failure that carries a secret in every text that AWS returns of it: reasons, log lines, commands, messages.
 *
 * @param kind where the secret stands
 */
public record PlantedFailure(String kind, Planted.Line line, String event, FakeAccount account) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String ECS = "arn:aws:ecs:us-east-1:111122223333:";

    /** One of each kind with each line; a word that is a secret only as the last of its line does not stand within one. */
    public static Stream<PlantedFailure> all(long seed) {
        return Planted.lines(seed).stream()
                .filter(line -> !line.name().contains("cut")) // it is cut at the end of a text, not within
                .flatMap(line ->
                        Stream.of(exit(line), start(line), pull(line), health(line), revision(line), deployment(line)))
                .filter(planted -> !planted.kind().equals("start")
                        || !planted.line().name().equals("last word"));
    }

    private static PlantedFailure exit(Planted.Line line) {
        FakeAccount account = FakeAccount.small()
                .container(c -> running(c, line.text()))
                .log(FakeAccount.LOG_GROUP, "ecs/app/" + ID, logged(line));
        return new PlantedFailure(
                "exit",
                line,
                stopped("EssentialContainerExited", "Essential container in task exited", line.text(), 1),
                account);
    }

    private static PlantedFailure start(Planted.Line line) {
        String text =
                "CannotStartContainerError: Error response from daemon: failed to create task for container: exec: \""
                        + line.text() + "\": executable file not found in $PATH: unknown";
        return new PlantedFailure("start", line, stopped("TaskFailedToStart", text, text, 127), FakeAccount.small());
    }

    private static PlantedFailure pull(Planted.Line line) {
        String text = "CannotPullContainerError: pull image manifest has been retried 5 time(s):"
                + " dial tcp 192.0.2.44:443: i/o timeout\n" + line.text();
        return new PlantedFailure("pull", line, stopped("TaskFailedToStart", text, text, null), FakeAccount.small());
    }

    private static PlantedFailure health(Planted.Line line) {
        FakeAccount account = FakeAccount.small()
                .container(c -> FakeAccount.checked(
                        c, c.image(), HealthCheck.of("CMD-SHELL", "curl " + line.text() + " || exit 1")))
                .log(FakeAccount.LOG_GROUP, "ecs/app/" + ID, "/bin/sh: 1: curl: not found");
        return new PlantedFailure(
                "health",
                line,
                stopped("ServiceSchedulerInitiated", "Task failed container health checks", "", 143),
                account);
    }

    private static PlantedFailure revision(Planted.Line line) {
        FakeAccount account = Rollouts.at("IN_PROGRESS")
                .definition(Rollouts.numbered(
                        41, running(FakeAccount.container("app", Rollouts.OLD_IMAGE), "serve " + line.text())))
                .container(c -> running(c, line.text()));
        return new PlantedFailure(
                "revision",
                line,
                stopped("EssentialContainerExited", "Essential container in task exited", "", 1),
                account);
    }

    private static PlantedFailure deployment(Planted.Line line) {
        Service s = FakeAccount.service(FakeAccount.deployment(false));
        Service told = new Service(
                s.arn(),
                s.name(),
                s.clusterArn(),
                s.status(),
                s.desired(),
                s.running(),
                s.pending(),
                s.taskDefinition(),
                s.launchType(),
                s.deploymentController(),
                s.deployments(),
                s.balancing(),
                List.of(new ServiceMessage(Instant.parse("2026-11-20T03:09:00Z"), line.text())),
                Map.of("owner", line.text()),
                s.configuration());
        Map<String, Object> detail = Map.of(
                "eventType",
                "ERROR",
                "eventName",
                "SERVICE_DEPLOYMENT_FAILED",
                "deploymentId",
                "ecs-svc/1000000000000000001",
                "reason",
                "ECS deployment circuit breaker: tasks failed to start. " + line.text());
        return new PlantedFailure(
                "deployment",
                line,
                event("ECS Deployment State Change", ECS + "service/prod/api", detail),
                FakeAccount.small().service(told));
    }

    private static ContainerDefinition running(ContainerDefinition c, String text) {
        return new ContainerDefinition(
                c.name(),
                c.image(),
                c.essential(),
                c.dependsOn(),
                c.secrets(),
                c.environment(),
                c.repositoryCredentials(),
                c.log(),
                c.memory(),
                c.stopTimeout(),
                List.of("sh", "-c", text),
                List.of("/entry", text),
                c.containerPorts(),
                c.healthCheck());
    }

    private static String[] logged(Planted.Line line) {
        return Stream.of(
                        Stream.of("starting"),
                        ("Error: " + line.text()).lines(),
                        line.text().lines(),
                        Stream.of("bye"))
                .flatMap(Function.identity())
                .toArray(String[]::new);
    }

    private static String stopped(String code, String reason, String containerReason, Integer exitCode) {
        Map<String, Object> container = exitCode == null
                ? Map.of("name", "app", "lastStatus", "STOPPED", "reason", containerReason)
                : Map.of("name", "app", "lastStatus", "STOPPED", "reason", containerReason, "exitCode", exitCode);
        return event(
                "ECS Task State Change",
                ECS + "task/prod/" + ID,
                Map.ofEntries(
                        Map.entry("clusterArn", ECS + "cluster/prod"),
                        Map.entry("taskArn", ECS + "task/prod/" + ID),
                        Map.entry("taskDefinitionArn", ECS + "task-definition/api:42"),
                        Map.entry("group", "service:api"),
                        Map.entry("startedBy", FakeAccount.DEPLOYMENT),
                        Map.entry("lastStatus", "STOPPED"),
                        Map.entry("desiredStatus", "STOPPED"),
                        Map.entry("launchType", "FARGATE"),
                        Map.entry("version", 3),
                        Map.entry("stopCode", code),
                        Map.entry("stoppedReason", reason),
                        Map.entry(
                                "overrides",
                                Map.of(
                                        "containerOverrides",
                                        List.of(Map.of(
                                                "name",
                                                "app",
                                                "command",
                                                List.of(containerReason),
                                                "environment",
                                                List.of(Map.of("name", "A", "value", containerReason)))))),
                        Map.entry("containers", List.of(container))));
    }

    private static String event(String type, String resource, Map<String, Object> detail) {
        try {
            return JSON.writeValueAsString(Map.of(
                    "version",
                    "0",
                    "id",
                    "11111111-2222-3333-4444-555555555555",
                    "detail-type",
                    type,
                    "source",
                    "aws.ecs",
                    "account",
                    "111122223333",
                    "time",
                    "2026-11-20T03:10:00Z",
                    "region",
                    "us-east-1",
                    "resources",
                    List.of(resource),
                    "detail",
                    detail));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
