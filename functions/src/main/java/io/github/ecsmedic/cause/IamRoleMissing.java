package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

/** ECS is told to assume a role that is not there. */
public final class IamRoleMissing implements CauseRule {
    @Override
    public String id() {
        return "iam.role_missing";
    }

    @Override
    public String meaning() {
        return "A role that the start of the task needs does not exist";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Set.of("iam.assume_role", "iam.infrastructure_role", "iam.service_linked_role")
                .contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("role-trust", "missing", "none"), adds("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("role-trust");
        return found.first("role").isEmpty()
                ? "Task definition " + found.first("task-definition") + " names no execution role"
                : "Role " + Arn.lastPart(found.first("role")) + " does not exist";
    }
}
