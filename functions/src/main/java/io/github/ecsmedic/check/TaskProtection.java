package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Deployments.ProtectedTask;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Finds the running tasks that ECS must not stop. */
public final class TaskProtection implements Check {
    @Override
    public String id() {
        return "task-protection";
    }

    @Override
    public String question() {
        return "May ECS stop every running task of the service";
    }

    @Override
    public Set<String> actions() {
        return Set.of("ecs:GetTaskProtection", "ecs:ListTasks");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Subject subject = inquiry.subject();
        if (subject.service().isEmpty()) {
            return new NotApplicable("the message names no service");
        }
        return Reads.then(
                inquiry.account().deployments().protectedTasks(subject.cluster(), subject.service()),
                (tasks, source) -> tasks.isEmpty()
                        ? new Passed(Resources.NONE, new Evidence("No running task is protected", source))
                        : new Failed(
                                "protected",
                                new Resources(tasks.stream()
                                        .map(task -> new Resource("protected-task", task.arn()))
                                        .toList()),
                                tasks.stream().map(task -> fact(task, source)).toList(),
                                List.of()));
    }

    private static Evidence fact(ProtectedTask task, String source) {
        Instant until = task.until();
        return new Evidence("Task " + task.arn() + " is protected" + (until == null ? "" : " until " + until), source);
    }
}
