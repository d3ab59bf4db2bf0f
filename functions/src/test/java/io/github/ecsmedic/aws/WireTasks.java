package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.account.TaskDefinition.HealthCheck;
import io.github.ecsmedic.account.TaskDefinition.LogConfiguration;
import io.github.ecsmedic.model.Attachment;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tasks and task definitions as ECS writes them. */
final class WireTasks {
    private WireTasks() {}

    /** Seconds with three decimals, as ECS gives times. */
    static @Nullable BigDecimal seconds(@Nullable Instant time) {
        return time == null ? null : BigDecimal.valueOf(time.toEpochMilli(), 3);
    }

    static Tree task(Task t) {
        var times = t.times();
        return Tree.of(
                "taskArn", t.arn(),
                "clusterArn", t.clusterArn(),
                "taskDefinitionArn", t.taskDefinitionArn(),
                "version", t.version(),
                "lastStatus", t.lastStatus(),
                "desiredStatus", t.desiredStatus(),
                "stopCode", t.stopCode(),
                "stoppedReason", t.stoppedReason(),
                "group", t.group(),
                "startedBy", t.startedBy(),
                "launchType", t.launchType(),
                "capacityProviderName", t.capacityProvider(),
                "containerInstanceArn", t.containerInstanceArn(),
                "availabilityZone", t.availabilityZone(),
                "platformVersion", t.platformVersion(),
                "attributes", List.of(Tree.of("name", "ecs.cpu-architecture", "value", t.cpuArchitecture())),
                "cpu", text(t.cpu()),
                "memory", text(t.memory()),
                "createdAt", seconds(times.createdAt()),
                "pullStartedAt", seconds(times.pullStartedAt()),
                "pullStoppedAt", seconds(times.pullStoppedAt()),
                "startedAt", seconds(times.startedAt()),
                "stoppingAt", seconds(times.stoppingAt()),
                "executionStoppedAt", seconds(times.executionStoppedAt()),
                "stoppedAt", seconds(times.stoppedAt()),
                "containers", t.containers().stream().map(WireTasks::container).toList(),
                "attachments",
                        t.attachments().stream().map(WireTasks::attachment).toList());
    }

    private static Tree container(Container c) {
        return Tree.of(
                "name", c.name(),
                "image", c.image(),
                "imageDigest", c.imageDigest(),
                "runtimeId", c.runtimeId(),
                "lastStatus", c.lastStatus(),
                "exitCode", c.exitCode(),
                "reason", c.reason());
    }

    private static Tree attachment(Attachment a) {
        return Tree.of(
                "id", a.id(), "type", a.type(), "status", a.status(), "details", pairs("name", "value", a.details()));
    }

    static List<Tree> pairs(String name, String value, Map<String, String> all) {
        return new TreeMap<>(all)
                .entrySet().stream()
                        .map(e -> Tree.of(name, e.getKey(), value, e.getValue()))
                        .toList();
    }

    static Tree definition(TaskDefinition d) {
        return Tree.of(
                "taskDefinitionArn",
                d.arn(),
                "family",
                d.family(),
                "revision",
                d.revision(),
                "status",
                "ACTIVE",
                "networkMode",
                d.networkMode(),
                "executionRoleArn",
                d.executionRoleArn(),
                "taskRoleArn",
                d.taskRoleArn(),
                "runtimePlatform",
                Tree.of("cpuArchitecture", d.cpuArchitecture(), "operatingSystemFamily", d.operatingSystem()),
                "cpu",
                text(d.cpu()),
                "memory",
                text(d.memory()),
                "containerDefinitions",
                d.containers().stream().map(WireTasks::container).toList(),
                "registeredBy",
                d.registeredBy());
    }

    private static Tree container(ContainerDefinition c) {
        return Tree.of(
                "name",
                c.name(),
                "image",
                c.image(),
                "essential",
                c.essential(),
                "dependsOn",
                pairs("containerName", "condition", c.dependsOn()),
                "secrets",
                pairs("name", "valueFrom", c.secrets()),
                "environment",
                c.environment().stream()
                        .map(name -> Tree.of("name", name, "value", "x"))
                        .toList(),
                "environmentFiles",
                c.environmentFiles().stream()
                        .map(object -> Tree.of("value", object, "type", "s3"))
                        .toList(),
                "repositoryCredentials",
                c.repositoryCredentials().isEmpty() ? null : Tree.of("credentialsParameter", c.repositoryCredentials()),
                "logConfiguration",
                log(c.log()),
                "memory",
                c.memory(),
                "stopTimeout",
                c.stopTimeout(),
                "command",
                c.command(),
                "entryPoint",
                c.entryPoint(),
                "portMappings",
                c.containerPorts().stream()
                        .map(port -> Tree.of("containerPort", port, "hostPort", port, "protocol", "tcp"))
                        .toList(),
                "healthCheck",
                health(c.healthCheck()));
    }

    private static @Nullable Tree log(@Nullable LogConfiguration log) {
        return log == null
                ? null
                : Tree.of(
                        "logDriver",
                        log.driver(),
                        "options",
                        new Tree(new LinkedHashMap<>(log.options())),
                        "secretOptions",
                        pairs("name", "valueFrom", log.secrets()));
    }

    private static @Nullable Tree health(@Nullable HealthCheck check) {
        return check == null
                ? null
                : Tree.of(
                        "command", check.command(),
                        "interval", check.interval(),
                        "timeout", check.timeout(),
                        "retries", check.retries(),
                        "startPeriod", check.startPeriod());
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }
}
