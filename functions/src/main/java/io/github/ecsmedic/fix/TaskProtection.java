package io.github.ecsmedic.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Protects tasks from being stopped by ECS, or no longer; at most {@link #A_REQUEST} of one cluster. */
public record TaskProtection(String region, String cluster, List<String> tasks, boolean on) implements Request {
    /** ECS takes no more in one request. */
    static final int A_REQUEST = 10;

    public TaskProtection {
        tasks = List.copyOf(tasks);
    }

    @Override
    public String iamAction() {
        return "ecs:UpdateTaskProtection";
    }

    @Override
    public List<String> argv() {
        List<String> command =
                new ArrayList<>(List.of("ecs", "update-task-protection", "--cluster", cluster, "--tasks"));
        command.addAll(tasks);
        command.add(on ? "--protection-enabled" : "--no-protection-enabled");
        return Aws.cli(region, command);
    }

    @Override
    public String before() {
        return Boolean.toString(!on);
    }

    @Override
    public String after() {
        return Boolean.toString(on);
    }

    @Override
    public Optional<Request> inverse() {
        return Optional.of(new TaskProtection(region, cluster, tasks, !on));
    }
}
