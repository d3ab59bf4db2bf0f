package io.github.ecsmedic.aws;

import static java.util.Objects.requireNonNullElse;

import io.github.ecsmedic.model.Attachment;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.model.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A task as an event describes it. Overrides hold values of the environment and are not read. */
final class TaskJson {
    private TaskJson() {}

    static Task read(Json detail) {
        return new Task(
                detail.text("taskArn"),
                detail.text("clusterArn"),
                detail.text("taskDefinitionArn"),
                requireNonNullElse(detail.number("version"), 0L),
                detail.text("lastStatus"),
                detail.text("desiredStatus"),
                detail.text("stopCode"),
                detail.text("stoppedReason"),
                detail.text("group"),
                detail.text("startedBy"),
                detail.text("launchType"),
                detail.text("capacityProviderName"),
                detail.text("containerInstanceArn"),
                detail.text("availabilityZone"),
                detail.text("platformVersion"),
                pairs(detail.objects("attributes")).getOrDefault("ecs.cpu-architecture", ""),
                detail.integer("cpu"),
                detail.integer("memory"),
                timeline(detail),
                detail.objects("containers").stream().map(TaskJson::container).toList(),
                detail.objects("attachments").stream().map(TaskJson::attachment).toList());
    }

    private static Timeline timeline(Json detail) {
        return new Timeline(
                detail.time("createdAt"),
                detail.time("pullStartedAt"),
                detail.time("pullStoppedAt"),
                detail.time("startedAt"),
                detail.time("stoppingAt"),
                detail.time("executionStoppedAt"),
                detail.time("stoppedAt"));
    }

    private static Container container(Json container) {
        return new Container(
                container.text("name"),
                container.text("image"),
                container.text("imageDigest"),
                container.text("runtimeId"),
                container.text("lastStatus"),
                container.integer("exitCode"),
                container.text("reason"));
    }

    private static Attachment attachment(Json attachment) {
        return new Attachment(
                attachment.text("id"),
                attachment.text("type"),
                attachment.text("status"),
                pairs(attachment.objects("details")));
    }

    private static Map<String, String> pairs(List<Json> items) {
        Map<String, String> pairs = new HashMap<>();
        items.forEach(item -> pairs.put(item.text("name"), item.text("value")));
        return pairs;
    }
}
