package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets a deployment that waits at a hook go back. It is only printed: the SDK does not know the operation. */
public final class ContinueHookRollback implements Fix {
    @Override
    public String id() {
        return "continue-hook-rollback";
    }

    @Override
    public String says() {
        return "let the deployment that waits at a hook go back to the revision before it";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("deployment.bad_revision");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of("deployment.no_rollback_target", "there is no revision to go back to");
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String hook = cause.resources().first("waiting-hook");
        String deployment = cause.resources().first("stoppable-deployment");
        return hook.isEmpty() || deployment.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "ecs:ContinueServiceDeployment",
                        Aws.cli(
                                subject.region(),
                                "ecs",
                                "continue-service-deployment",
                                "--service-deployment-arn",
                                deployment,
                                "--hook-id",
                                hook,
                                "--action",
                                "ROLLBACK"),
                        List.of()));
    }

    @Override
    public String refusal(Cause cause) {
        return Revision.lost(cause);
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "somebody may be checking the new revision at this hook just now: ask before you take it back";
    }
}
