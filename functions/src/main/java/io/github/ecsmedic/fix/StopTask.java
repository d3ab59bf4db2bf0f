package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stops one task that is stuck, so that its service starts another one. */
public final class StopTask implements Fix {
    @Override
    public String id() {
        return "stop-task";
    }

    @Override
    public String says() {
        return "stop the task that is stuck, so that the service starts another one";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("host.container_not_stopped");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of("deployment.protected_tasks", "the task is protected because it is at work");
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return subject.service().isEmpty() || subject.taskArn().isEmpty()
                ? List.of()
                : List.of(new TaskStop(subject.region(), subject.cluster(), subject.taskArn()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "its work is cut off and its tags are lost; it helps only while the task still counts as running";
    }
}
