package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.StartCall;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Set;

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
        return inquiry.seen().facts().has(Fact.ACTION) || StartCall.ofApplication(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("denied-by-policy", "identity", "unnamed"),
                fails("paying-role", "task-role", "task-role-unnamed", "no-task-role"),
                adds("role-policy"));
    }

    /** An application may bring credentials of its own, which no message shows; and a ceiling is not the role. */
    @Override
    public Certainty atMost(Proof proof) {
        if (Set.of("boundary", "organization").contains(proof.fault("role-policy"))) {
            return Certainty.POSSIBLE;
        }
        boolean allowed = proof.result("role-policy") instanceof CheckResult.Passed;
        return proof.fault("paying-role").equals("task-role") && !allowed ? Certainty.PROVEN : Certainty.PROBABLE;
    }

    @Override
    public String summary(Proof proof) {
        Resources denied = proof.resources("denied-by-policy");
        String role = proof.resources("paying-role").first("role");
        String action = denied.first("action");
        if (role.isEmpty()) {
            return "The application was denied access, and the task definition gives it no task role";
        }
        return "Task role " + Arn.lastPart(role)
                + (action.isEmpty() ? " was denied an action, as the application's log says" : " may not " + action)
                + (proof.result("role-policy") instanceof CheckResult.Passed
                        ? ", although its own policies seem to allow it"
                        : "");
    }
}
