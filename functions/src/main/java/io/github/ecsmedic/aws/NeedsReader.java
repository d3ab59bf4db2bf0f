package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.TaskNeeds;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.ResourceRequirement;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** What a task definition asks of a place, as the scheduler of ECS reckons it. */
final class NeedsReader {
    private NeedsReader() {}

    static TaskNeeds needs(TaskDefinition definition, String operation) {
        List<ContainerDefinition> containers =
                Given.listed(definition.hasContainerDefinitions(), definition.containerDefinitions(), operation);
        Integer cpu = Given.number(definition.cpu());
        Integer memory = Given.number(definition.memory());
        String mode = text(definition.networkModeAsString());
        return new TaskNeeds(
                text(definition.family()) + ":" + needed(definition.revision(), operation),
                mode,
                cpu == null ? containers.stream().mapToInt(c -> or(c.cpu(), 0)).sum() : cpu,
                memory == null
                        ? containers.stream().mapToInt(NeedsReader::reserved).sum()
                        : memory,
                containers.stream().anyMatch(c -> c.memory() == null)
                        ? null
                        : containers.stream().mapToInt(c -> or(c.memory(), 0)).sum(),
                containers.stream()
                        .flatMap(c -> c.portMappings().stream())
                        .map(port -> hostPort(port, mode))
                        .filter(port -> !port.isEmpty())
                        .distinct()
                        .toList(),
                containers.stream()
                        .flatMap(c -> c.resourceRequirements().stream())
                        .filter(r -> "GPU".equals(r.typeAsString()))
                        .map(ResourceRequirement::value)
                        .mapToInt(value -> or(Given.number(value), 1))
                        .sum(),
                definition.requiresAttributes().stream()
                        .map(attribute -> text(attribute.name()))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                definition.placementConstraints().stream()
                        .filter(c -> "memberOf".equals(c.typeAsString()))
                        .map(c -> text(c.expression()))
                        .filter(expression -> !expression.isEmpty())
                        .toList(),
                definition.ephemeralStorage() == null
                        ? null
                        : definition.ephemeralStorage().sizeInGiB());
    }

    private static int reserved(ContainerDefinition container) {
        return or(container.memoryReservation() == null ? container.memory() : container.memoryReservation(), 0);
    }

    /** The port of the host that must be free, or {@code ""}: with awsvpc a task has ports of its own. */
    private static String hostPort(PortMapping port, String mode) {
        Integer number = mode.equals("host") && port.hostPort() == null ? port.containerPort() : port.hostPort();
        boolean fixed = number != null && number > 0 && !mode.equals("awsvpc");
        return fixed ? number + ("udp".equals(port.protocolAsString()) ? "/udp" : "") : "";
    }

    private static int or(@Nullable Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }
}
