package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** The VPC works with endpoints, and the one that is needed is not among them. */
public final class NetworkEndpointMissing implements CauseRule {
    @Override
    public String id() {
        return "network.endpoint_missing";
    }

    @Override
    public String meaning() {
        return "The VPC has other interface endpoints, not the one that was needed, and no way to the internet";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("public-path", "no-route"),
                fails("interface-endpoint", "missing"),
                doesNotFail("private-zone"),
                doesNotFail("resolver-rule"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("route-table");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("route-table", "vpc");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "its endpoint is missing", reason(proof));
    }

    private static String reason(Proof proof) {
        return proof.resources("public-path").first("vpc") + " has no endpoint for "
                + String.join(", ", proof.resources("interface-endpoint").ids("service-name"))
                + ", and route table " + proof.resources("public-path").first("route-table") + " of subnet "
                + proof.resources("public-path").first("subnet")
                + " has no way to the internet";
    }
}
