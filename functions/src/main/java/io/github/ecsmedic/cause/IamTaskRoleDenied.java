package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.signature.Fact;
import java.util.List;

/** The role of the application itself lacks a right. */
public final class IamTaskRoleDenied implements CauseRule {
    @Override
    public String id() {
        return "iam.task_role_denied";
    }

    @Override
    public String meaning() {
        return "The task role lacks an action that the application needs";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().facts().has(Fact.ACTION);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("denied-by-policy", "identity", "unnamed"), fails("paying-role", "task-role"));
    }

    @Override
    public String summary(Proof proof) {
        return "Task role " + Arn.lastPart(proof.resources("paying-role").first("role")) + " may not "
                + proof.resources("denied-by-policy").first("action");
    }
}
