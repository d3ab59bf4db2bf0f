package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the service use the last good task definition, where no deployment is under way that could be stopped. */
public final class RollBackTaskDefinition implements Fix {
    @Override
    public String id() {
        return "roll-back-task-definition";
    }

    @Override
    public String says() {
        return "let the service use the last task definition that ran well";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("deployment.bad_revision");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return StopDeploymentRollback.surroundings(
                "deployment.no_rollback_target", "no earlier task definition ran well");
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String good = Revision.name(cause.resources().first("previous-task-definition"));
        String named = Revision.name(cause.resources().first("task-definition"));
        String failing = named.isEmpty() ? subject.taskDefinition() : named;
        boolean ended = !cause.resources().first("ended-deployment").isEmpty();
        return !ended
                        || good.isEmpty()
                        || failing.isEmpty()
                        || good.equals(failing)
                        || subject.service().isEmpty()
                ? List.of()
                : List.of(ServiceUpdate.of(
                        subject, new ServiceSetting.Definition(failing), new ServiceSetting.Definition(good)));
    }

    @Override
    public String refusal(Cause cause) {
        return Revision.lost(cause);
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "it starts a deployment, which fails where " + Revision.obstacles(cause);
    }
}
