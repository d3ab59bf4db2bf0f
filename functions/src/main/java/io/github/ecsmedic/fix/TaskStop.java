package io.github.ecsmedic.fix;

import java.util.List;
import java.util.Optional;

/** Stops one task of a service, which starts another one in its place. */
public record TaskStop(String region, String cluster, String task) implements Request {
    /** What the task's reason says afterwards. */
    public static final String REASON = "Stopped by ECS Medic";

    @Override
    public String iamAction() {
        return "ecs:StopTask";
    }

    @Override
    public List<String> argv() {
        return Aws.cli(region, "ecs", "stop-task", "--cluster", cluster, "--task", task, "--reason", REASON);
    }

    /** What it is to do; a task that is protected has another value, and is left alone. */
    @Override
    public String before() {
        return "RUNNING";
    }

    @Override
    public String after() {
        return "STOPPED";
    }

    @Override
    public Optional<Request> inverse() {
        return Optional.empty();
    }
}
