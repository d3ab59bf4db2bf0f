package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Denial;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** The endpoint's own policy refuses the call. */
public final class NetworkEndpointPolicyDenied implements CauseRule {
    @Override
    public String id() {
        return "network.endpoint_policy_denied";
    }

    @Override
    public String meaning() {
        return "The policy of the VPC endpoint does not allow the action";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Denial.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("endpoint-policy"), answers("denying-endpoint"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("endpoint");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("endpoint");
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("endpoint-policy").and(proof.resources("denying-endpoint"));
        String endpoint = String.join(", ", found.ids("endpoint"));
        return "The policy of VPC endpoint " + (endpoint.isEmpty() ? "in another VPC" : endpoint) + " does not allow "
                + found.first("action");
    }
}
