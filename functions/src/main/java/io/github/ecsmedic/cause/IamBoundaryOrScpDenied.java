package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passLeavesOpen;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.StartCall;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** A ceiling above the role's own policies denies. */
public final class IamBoundaryOrScpDenied implements CauseRule {
    @Override
    public String id() {
        return "iam.boundary_or_scp_denied";
    }

    @Override
    public String meaning() {
        return "A permissions boundary or a policy of the organisation denies the action";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return StartCall.possible(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails(
                        "denied-by-policy",
                        "boundary",
                        "scp",
                        "rcp",
                        "unnamed",
                        "simulated-boundary",
                        "simulated-organization"),
                passLeavesOpen("role-policy", "boundary", "organization"),
                doesNotFail("key-state"));
    }

    @Override
    public String summary(Proof proof) {
        Resources denied = proof.resources("denied-by-policy");
        boolean boundary = proof.fault("denied-by-policy").endsWith("boundary")
                || proof.fault("role-policy").equals("boundary");
        return (boundary ? "The permissions boundary of " + denied.first("role") : "A policy of the organisation")
                + " does not allow " + denied.first("action");
    }
}
