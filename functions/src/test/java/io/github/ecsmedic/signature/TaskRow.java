package io.github.ecsmedic.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.model.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a table: a stopped task, and what must be read from it. */
record TaskRow(
        String name,
        String stopCode,
        String reason,
        String group,
        Timeline times,
        List<Container> containers,
        @Nullable TaskDefinition definition,
        String label,
        String culprit) {
    static final String EXITED = "Essential container in task exited";
    static final String NOT_STARTED = "Task failed to start";

    private static final TaskRecogniser RECOGNISER =
            new TaskRecogniser(new Recogniser(Catalogue.full().signatures()));

    @Override
    public String toString() {
        return name;
    }

    Task task(List<Container> ordered) {
        return new Task(
                "arn:aws:ecs:eu-west-1:111122223333:task/prod/0123456789abcdef",
                "arn:aws:ecs:eu-west-1:111122223333:cluster/prod",
                "arn:aws:ecs:eu-west-1:111122223333:task-definition/web:3",
                4,
                "STOPPED",
                "STOPPED",
                stopCode,
                reason,
                group,
                "ecs-svc/1234567890123456789",
                "FARGATE",
                "",
                "",
                "eu-west-1a",
                "1.4.0",
                "x86_64",
                256,
                512,
                times,
                ordered,
                List.of());
    }

    /** Reads the task with its containers in every turned order, and compares what is read with what must be. */
    void check() {
        Reading reading = RECOGNISER.read(task(containers), definition);
        assertThat(List.of(reading.seen().label(), reading.culprit())).isEqualTo(List.of(label, culprit));
        List<Container> turned = new ArrayList<>(containers);
        for (int i = 0; i < containers.size(); i++) {
            Collections.rotate(turned, 1);
            assertThat(RECOGNISER.read(task(turned), definition)).isEqualTo(reading);
        }
        Collections.reverse(turned);
        assertThat(RECOGNISER.read(task(turned), definition)).isEqualTo(reading);
    }

    static TaskRow row(
            String name, String stopCode, String reason, String label, String culprit, Container... containers) {
        return new TaskRow(
                name, stopCode, reason, "service:web", Timeline.NONE, List.of(containers), null, label, culprit);
    }

    static TaskRow scheduler(String name, String reason, String label, String culprit, Container... containers) {
        return row(name, "ServiceSchedulerInitiated", reason, label, culprit, containers);
    }

    static TaskRow failed(String name, String reason, String label, String culprit, Container... containers) {
        return row(name, "TaskFailedToStart", reason, label, culprit, containers);
    }

    static TaskRow crashed(String name, String label, String culprit, Container... containers) {
        return row(name, "EssentialContainerExited", EXITED, label, culprit, containers);
    }

    static TaskRow oneOff(String name, String label, String culprit, Container... containers) {
        return new TaskRow(
                name,
                "EssentialContainerExited",
                EXITED,
                "family:import",
                Timeline.NONE,
                List.of(containers),
                null,
                label,
                culprit);
    }

    static TaskRow with(TaskRow row, Timeline times, TaskDefinition definition) {
        return new TaskRow(
                row.name(),
                row.stopCode(),
                row.reason(),
                row.group(),
                times,
                row.containers(),
                definition,
                row.label(),
                row.culprit());
    }

    static Timeline stop(int seconds) {
        Instant stopping = Instant.parse("2026-02-03T08:00:00Z");
        return new Timeline(null, null, null, null, stopping, stopping.plusSeconds(seconds), null);
    }

    static Container exited(String name, int exit) {
        return said(name, exit, "");
    }

    static Container quiet(String name) {
        return said(name, null, "");
    }

    static Container said(String name, @Nullable Integer exit, String reason) {
        return new Container(name, "example.com/" + name + ":1", "", "", "STOPPED", exit, reason);
    }

    static TaskDefinition definition(ContainerDefinition... containers) {
        return new TaskDefinition(
                "arn:aws:ecs:eu-west-1:111122223333:task-definition/web:3",
                "web",
                3,
                "awsvpc",
                "",
                "",
                "X86_64",
                "LINUX",
                256,
                512,
                null,
                List.of(containers),
                "");
    }

    static ContainerDefinition defined(String name, boolean essential) {
        return container(name, essential, Map.of());
    }

    static ContainerDefinition waiting(String name, Map<String, String> dependsOn) {
        return container(name, true, dependsOn);
    }

    static ContainerDefinition container(String name, boolean essential, Map<String, String> dependsOn) {
        return new ContainerDefinition(
                name,
                "example.com/" + name + ":1",
                essential,
                dependsOn,
                Map.of(),
                List.of(),
                "",
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
