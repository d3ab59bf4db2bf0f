package io.github.ecsmedic.aws;

import io.github.ecsmedic.fix.TaskStop;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of {@link AccountUnderRepair}: a one-off task that failed and the one that is started for it, or one task of
 * the service.
 *
 * @param stop null where a one-off task is started again
 * @param done whether the request has had its effect
 * @param state of what was started for it
 */
record TasksUnderRepair(@Nullable TaskStop stop, boolean done, String state) {
    static final String TASKS = "ecs:DescribeTasks";
    static final String LIST = "ecs:ListTasks";
    static final String RECORDS = "cloudtrail:LookupEvents";
    static final String PROTECTION = "ecs:GetTaskProtection";

    String answer(Question asked) {
        return switch (asked.operation()) {
            case TASKS -> stop == null ? lone(asked) : ofService(stop);
            case LIST -> listed(asked);
            case RECORDS -> Reruns.RECORDED;
            case PROTECTION -> ServiceChangeRows.protection(asked.texts("tasks").getFirst(), false);
            default -> throw new AssertionError(asked.operation() + " is not about tasks");
        };
    }

    private String ofService(TaskStop stop) {
        return "{\"tasks\":[{\"taskArn\":\"" + stop.task() + "\",\"desiredStatus\":\""
                + (done ? stop.after() : stop.before()) + "\"}]}";
    }

    private String lone(Question asked) {
        return asked.texts("tasks").contains(Reruns.FAILED) ? Reruns.tagged("approve") : Reruns.again(state);
    }

    /** By who started them those that are to run, by their family those that are to stop. */
    private String listed(Question asked) {
        boolean ours =
                done && state.equals("STOPPED") == asked.text("startedBy").isEmpty();
        return ours ? "{\"taskArns\":[\"" + Reruns.AGAIN + "\"]}" : "{\"taskArns\":[]}";
    }
}
