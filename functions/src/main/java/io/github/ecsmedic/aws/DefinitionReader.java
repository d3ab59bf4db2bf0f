package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.TaskDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.ContainerDependency;
import software.amazon.awssdk.services.ecs.model.EnvironmentFile;
import software.amazon.awssdk.services.ecs.model.HealthCheck;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.RuntimePlatform;
import software.amazon.awssdk.services.ecs.model.Secret;
import software.amazon.awssdk.services.ecs.model.Volume;

/** A task definition as DescribeTaskDefinition describes it; of the environment the names only. */
final class DefinitionReader {
    private DefinitionReader() {}

    static TaskDefinition definition(
            software.amazon.awssdk.services.ecs.model.TaskDefinition definition, String operation) {
        RuntimePlatform platform = definition.runtimePlatform();
        return new TaskDefinition(
                needed(definition.taskDefinitionArn(), operation),
                text(definition.family()),
                needed(definition.revision(), operation),
                text(definition.networkModeAsString()),
                text(definition.executionRoleArn()),
                text(definition.taskRoleArn()),
                or(platform == null ? null : platform.cpuArchitectureAsString(), "X86_64"),
                or(platform == null ? null : platform.operatingSystemFamilyAsString(), "LINUX"),
                Given.number(definition.cpu()),
                Given.number(definition.memory()),
                definition.ephemeralStorage() == null
                        ? null
                        : definition.ephemeralStorage().sizeInGiB(),
                listed(definition.hasContainerDefinitions(), definition.containerDefinitions(), operation).stream()
                        .map(DefinitionReader::container)
                        .toList(),
                text(definition.registeredBy()),
                definition.volumes().stream()
                        .map(Volume::efsVolumeConfiguration)
                        .filter(Objects::nonNull)
                        .map(efs -> text(efs.fileSystemId()))
                        .filter(id -> !id.isEmpty())
                        .toList());
    }

    private static TaskDefinition.ContainerDefinition container(ContainerDefinition container) {
        return new TaskDefinition.ContainerDefinition(
                text(container.name()),
                text(container.image()),
                container.essential() == null || container.essential(),
                dependencies(container.dependsOn()),
                secrets(container.secrets()),
                container.environment().stream()
                        .map(KeyValuePair::name)
                        .filter(Objects::nonNull)
                        .toList(),
                container.repositoryCredentials() == null
                        ? ""
                        : text(container.repositoryCredentials().credentialsParameter()),
                log(container.logConfiguration()),
                container.memory(),
                container.stopTimeout(),
                container.command(),
                container.entryPoint(),
                container.portMappings().stream()
                        .map(PortMapping::containerPort)
                        .filter(Objects::nonNull)
                        .toList(),
                health(container.healthCheck()),
                container.environmentFiles().stream()
                        .map(EnvironmentFile::value)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static TaskDefinition.@Nullable HealthCheck health(@Nullable HealthCheck check) {
        return check == null
                ? null
                : new TaskDefinition.HealthCheck(
                        check.command(),
                        or(check.interval(), 30),
                        or(check.timeout(), 5),
                        or(check.retries(), 3),
                        or(check.startPeriod(), 0));
    }

    private static Map<String, String> dependencies(List<ContainerDependency> dependencies) {
        Map<String, String> conditions = new HashMap<>();
        for (ContainerDependency dependency : dependencies) {
            conditions.put(text(dependency.containerName()), text(dependency.conditionAsString()));
        }
        return conditions;
    }

    private static Map<String, String> secrets(List<Secret> secrets) {
        Map<String, String> origins = new HashMap<>();
        for (Secret secret : secrets) {
            origins.put(text(secret.name()), text(secret.valueFrom()));
        }
        return origins;
    }

    private static TaskDefinition.@Nullable LogConfiguration log(@Nullable LogConfiguration log) {
        return log == null
                ? null
                : new TaskDefinition.LogConfiguration(
                        text(log.logDriverAsString()), log.options(), secrets(log.secretOptions()));
    }

    private static int or(@Nullable Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }
}
