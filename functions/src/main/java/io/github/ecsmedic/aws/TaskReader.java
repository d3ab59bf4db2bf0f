package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.model.Attachment;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.model.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Attribute;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;

/** A task as DescribeTasks describes it. Overrides hold values of the environment and are not read. */
final class TaskReader {
    private TaskReader() {}

    static Task task(software.amazon.awssdk.services.ecs.model.Task task) {
        return new Task(
                text(task.taskArn()),
                text(task.clusterArn()),
                text(task.taskDefinitionArn()),
                task.version() == null ? 0 : task.version(),
                text(task.lastStatus()),
                text(task.desiredStatus()),
                text(task.stopCodeAsString()),
                text(task.stoppedReason()),
                text(task.group()),
                text(task.startedBy()),
                text(task.launchTypeAsString()),
                text(task.capacityProviderName()),
                text(task.containerInstanceArn()),
                text(task.availabilityZone()),
                text(task.platformVersion()),
                architecture(task.attributes()),
                Given.number(task.cpu()),
                Given.number(task.memory()),
                new Timeline(
                        task.createdAt(),
                        task.pullStartedAt(),
                        task.pullStoppedAt(),
                        task.startedAt(),
                        task.stoppingAt(),
                        task.executionStoppedAt(),
                        task.stoppedAt()),
                task.containers().stream().map(TaskReader::container).toList(),
                task.attachments().stream().map(TaskReader::attachment).toList());
    }

    private static Container container(software.amazon.awssdk.services.ecs.model.Container container) {
        return new Container(
                text(container.name()),
                text(container.image()),
                text(container.imageDigest()),
                text(container.runtimeId()),
                text(container.lastStatus()),
                container.exitCode(),
                text(container.reason()));
    }

    private static Attachment attachment(software.amazon.awssdk.services.ecs.model.Attachment attachment) {
        Map<String, String> details = new HashMap<>();
        for (KeyValuePair detail : attachment.details()) {
            details.put(text(detail.name()), text(detail.value()));
        }
        return new Attachment(text(attachment.id()), text(attachment.type()), text(attachment.status()), details);
    }

    private static String architecture(List<Attribute> attributes) {
        return attributes.stream()
                .filter(attribute -> "ecs.cpu-architecture".equals(attribute.name()))
                .map(attribute -> text(attribute.value()))
                .findFirst()
                .orElse("");
    }
}
