package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passLeavesOpen;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.StartCall;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** The role that starts the task lacks a right. */
public final class IamExecutionRoleDenied implements CauseRule {
    @Override
    public String id() {
        return "iam.execution_role_denied";
    }

    @Override
    public String meaning() {
        return "The execution role, or on EC2 the instance's role, lacks an action that the start of the task needs";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return StartCall.possible(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("denied-by-policy", "identity", "unnamed", "simulated"),
                passes("paying-role"),
                passLeavesOpen("role-policy", "denied"),
                doesNotFail("key-state"),
                adds("secret-key"));
    }

    /** Where the message does not say that anything was denied, the object's own policy may allow what the role's do not. */
    @Override
    public Certainty atMost(Proof proof) {
        boolean open = proof.fault("denied-by-policy").equals("simulated")
                && StartCall.ownPolicy(proof.resources("denied-by-policy").first("action"));
        return open ? Certainty.PROBABLE : Certainty.PROVEN;
    }

    @Override
    public String summary(Proof proof) {
        Resources denied = proof.resources("denied-by-policy");
        String role = proof.resources("paying-role").first("role");
        String on = denied.first("denied-resource");
        boolean hosts = !proof.resources("paying-role").first("instance").isEmpty();
        return (hosts ? "Instance role " : "Execution role ")
                + Arn.lastPart(role.isEmpty() ? denied.first("role") : role) + " may not " + denied.first("action")
                + (on.isEmpty() || on.equals("*") ? "" : " on " + on)
                + (proof.result("role-policy") instanceof CheckResult.Passed
                        ? ", although its own policies seem to allow it"
                        : "");
    }
}
