package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the protection off the tasks that hold up a deployment. */
public final class LiftTaskProtection implements Fix {
    @Override
    public String id() {
        return "lift-task-protection";
    }

    @Override
    public String says() {
        return "take the protection off the tasks";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("deployment.protected_tasks");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        List<String> tasks = cause.resources().ids("protected-task");
        List<Step> steps = new ArrayList<>();
        for (int from = 0; from < tasks.size(); from += TaskProtection.A_REQUEST) {
            List<String> some = tasks.subList(from, Math.min(tasks.size(), from + TaskProtection.A_REQUEST));
            steps.add(new TaskProtection(subject.region(), subject.cluster(), some, false));
        }
        return steps;
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "ECS may then stop the tasks in the middle of their work; ask its owner, or wait until they are done";
    }
}
