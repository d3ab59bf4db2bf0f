package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.List;

/** The thing itself refuses the role. */
public final class IamResourcePolicyDenied implements CauseRule {
    @Override
    public String id() {
        return "iam.resource_policy_denied";
    }

    @Override
    public String meaning() {
        return "The policy of the repository, secret or key does not allow the action";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().facts().has(Fact.ACTION);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("denied-by-policy", "resource"), answers("paying-role"));
    }

    @Override
    public String summary(Proof proof) {
        Resources denied = proof.resources("denied-by-policy");
        return "The policy of " + denied.first("denied-resource") + " does not allow " + denied.first("action") + " to "
                + denied.first("role");
    }
}
