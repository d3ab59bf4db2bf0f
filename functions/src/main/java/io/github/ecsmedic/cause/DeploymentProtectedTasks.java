package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** A task that protects itself keeps its revision alive. */
public final class DeploymentProtectedTasks implements CauseRule {
    @Override
    public String id() {
        return "deployment.protected_tasks";
    }

    @Override
    public String meaning() {
        return "Tasks that are protected against scale-in hold up the deployment";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("deployment.task_protection");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "deployment.task_protection"), fails("task-protection", "protected"));
    }

    @Override
    public String summary(Proof proof) {
        int tasks = proof.resources("task-protection").ids("protected-task").size();
        return tasks == 0
                ? "Protected tasks hold up the deployment"
                : tasks + (tasks == 1 ? " protected task holds" : " protected tasks hold") + " up the deployment of "
                        + proof.inquiry().subject().service();
    }
}
