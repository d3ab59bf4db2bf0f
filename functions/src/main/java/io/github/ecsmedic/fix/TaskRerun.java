package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts a one-off task again that has failed. How it was started is copied in the moment of the request and never kept:
 * its overrides may hold secrets.
 *
 * @param task the ARN of the one that failed
 * @param definition {@code family:revision}
 * @param subnet where it ran on Fargate, or {@code ""}; only shown, because the copy has its own
 */
public record TaskRerun(String region, String cluster, String task, String definition, String subnet)
        implements Request {
    /** Its value as long as it has not been started again. */
    public static final String NONE = "none";

    private static final int LONGEST_TOKEN = 64;
    private static final String OURS = "ecs-medic";

    @Override
    public String iamAction() {
        return "ecs:RunTask";
    }

    /** The same for the same failed task: ECS starts one task for it, however often it is asked. */
    public String token() {
        String token = OURS + "-" + Arn.lastPart(task);
        return token.substring(0, Math.min(LONGEST_TOKEN, token.length()));
    }

    /** By which the new task is found. */
    public String startedBy() {
        return OURS + "/" + Arn.lastPart(task);
    }

    @Override
    public List<String> argv() {
        List<String> command = new ArrayList<>(List.of("ecs", "run-task", "--cluster", cluster));
        command.addAll(List.of("--task-definition", definition));
        command.addAll(List.of("--client-token", token(), "--started-by", startedBy()));
        if (!subnet.isEmpty()) {
            command.addAll(List.of("--launch-type", "FARGATE", "--network-configuration"));
            command.add("awsvpcConfiguration={subnets=[" + subnet + "]}");
        }
        return Aws.cli(region, command);
    }

    @Override
    public String before() {
        return NONE;
    }

    @Override
    public String after() {
        return "";
    }

    /** The new task is seen by its ARN, before its state. */
    @Override
    public Effect effect(String seen, String now) {
        return now.equals(seen) ? Effect.NONE : Effect.DONE;
    }

    @Override
    public String started(String now) {
        return now.split(" ", 2)[0];
    }

    @Override
    public Optional<Request> inverse() {
        return Optional.empty();
    }
}
