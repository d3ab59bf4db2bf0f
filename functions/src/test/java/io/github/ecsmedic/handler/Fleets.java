package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.model.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Services and tasks of the cluster {@code prod}, as ECS describes them. */
final class Fleets {
    private static final String ECS = "arn:aws:ecs:us-east-1:111122223333:";

    private Fleets() {}

    static Service service(String name, int running, int desired, Service.Deployment... deployments) {
        return service(name, running, desired, 0, deployments);
    }

    static Service service(String name, int running, int desired, int pending, Service.Deployment... deployments) {
        return new Service(
                ECS + "service/prod/" + name,
                name,
                ECS + "cluster/prod",
                "ACTIVE",
                desired,
                running,
                pending,
                name + ":8",
                "FARGATE",
                "ECS",
                List.of(deployments),
                new Service.Balancing(List.of(), 120),
                List.of(),
                Map.of("ecs-medic:owner", "team"),
                null);
    }

    static Service.Deployment deployment(String state, int running, int desired, Instant createdAt) {
        return new Service.Deployment(
                "ecs-svc/1",
                "PRIMARY",
                state,
                ECS + "task-definition/api:8",
                desired,
                running,
                0,
                List.of(),
                List.of(),
                false,
                createdAt);
    }

    /** One that ended with an exit code. */
    static Task stopped(String service, String id, long version, Instant at, int exitCode) {
        return task(service, id, version, "STOPPED", at, at, exitCode);
    }

    /** One on its way to run. */
    static Task starting(String service, String id, Instant createdAt) {
        return task(service, id, 2, "PENDING", createdAt, null, null);
    }

    private static Task task(
            String service,
            String id,
            long version,
            String status,
            Instant createdAt,
            @Nullable Instant stoppedAt,
            @Nullable Integer exitCode) {
        return new Task(
                ECS + "task/prod/" + id,
                ECS + "cluster/prod",
                ECS + "task-definition/" + service + ":8",
                version,
                status,
                stoppedAt == null ? "RUNNING" : "STOPPED",
                stoppedAt == null ? "" : "EssentialContainerExited",
                stoppedAt == null ? "" : "Essential container in task exited",
                "service:" + service,
                "ecs-svc/1",
                "FARGATE",
                "",
                "",
                "us-east-1a",
                "1.4.0",
                "x86_64",
                256,
                512,
                new Timeline(createdAt, null, null, null, null, null, stoppedAt),
                List.of(new Container("app", "", "", "", status, exitCode, "")),
                List.of());
    }
}
