package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** ECS goes back only to a revision that was once rolled out to the end. */
public final class DeploymentNoRollbackTarget implements CauseRule {
    @Override
    public String id() {
        return "deployment.no_rollback_target";
    }

    @Override
    public String meaning() {
        return "A deployment failed, and there is no earlier revision to go back to";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return DeploymentLabels.ofARevision(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("deployment-in-progress", "rolling-back", "stopped", "rollback-failed"),
                fails("previous-revision-healthy", "none", "unproven"));
    }

    /** The message alone says that nothing was found, not what was looked for. */
    @Override
    public Certainty atMost(Proof proof) {
        return definition(proof).isEmpty() ? Certainty.PROBABLE : Certainty.PROVEN;
    }

    private static String definition(Proof proof) {
        String definition = proof.resources("deployment-in-progress").first("task-definition");
        return definition.substring(definition.lastIndexOf('/') + 1);
    }

    @Override
    public String summary(Proof proof) {
        String definition = definition(proof);
        return "The deployment" + (definition.isEmpty() ? "" : " of " + definition)
                + " failed, and no earlier revision was rolled out to the end, so there is nothing to go back to";
    }
}
