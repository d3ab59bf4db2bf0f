package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.StartCall;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** The thing itself refuses the role. */
public final class IamResourcePolicyDenied implements CauseRule {
    @Override
    public String id() {
        return "iam.resource_policy_denied";
    }

    @Override
    public String meaning() {
        return "The policy of the repository, secret, key or bucket does not allow the action";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return StartCall.possible(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("denied-by-policy", "resource", "unnamed"),
                adds("paying-role"),
                doesNotFail("role-policy"),
                doesNotFail("endpoint-policy"),
                doesNotFail("key-state"));
    }

    /** That the role's own policies allow it is no proof; that nobody could look at them even less. */
    @Override
    public Certainty atMost(Proof proof) {
        if (proof.fault("denied-by-policy").equals("resource")) {
            return Certainty.PROVEN;
        }
        boolean allowed = proof.result("role-policy") instanceof CheckResult.Passed
                && StartCall.ownPolicy(proof.resources("denied-by-policy").first("action"));
        return allowed ? Certainty.PROBABLE : Certainty.POSSIBLE;
    }

    @Override
    public String summary(Proof proof) {
        Resources denied = proof.resources("denied-by-policy");
        String payer = proof.resources("paying-role").first("role");
        String role = denied.first("role").isEmpty() ? payer : denied.first("role");
        return "The policy of " + denied.first("denied-resource") + " does not allow " + denied.first("action") + " to "
                + role;
    }
}
