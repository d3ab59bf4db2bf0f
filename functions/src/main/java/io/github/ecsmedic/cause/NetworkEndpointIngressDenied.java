package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** The endpoint's security groups shut the task out. */
public final class NetworkEndpointIngressDenied implements CauseRule {
    @Override
    public String id() {
        return "network.endpoint_ingress_denied";
    }

    @Override
    public String meaning() {
        return "The security groups of the endpoint do not admit the task";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("endpoint-ingress"),
                passes("interface-endpoint"),
                doesNotFail("endpoint-private-dns"),
                doesNotFail("vpc-dns-attributes"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("endpoint", "endpoint-security-group");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("endpoint-security-group", "endpoint");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "its endpoint refuses it", reason(proof));
    }

    private static String reason(Proof proof) {
        Resources found = proof.resources("endpoint-ingress");
        return "The security groups of endpoint " + found.first("endpoint") + " ("
                + String.join(", ", found.ids("endpoint-security-group")) + ") do not admit the task";
    }
}
