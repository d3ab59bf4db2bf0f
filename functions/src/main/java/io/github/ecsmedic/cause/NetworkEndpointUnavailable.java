package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** The endpoint exists and does not work. */
public final class NetworkEndpointUnavailable implements CauseRule {
    @Override
    public String id() {
        return "network.endpoint_unavailable";
    }

    @Override
    public String meaning() {
        return "The interface endpoint exists but is not available";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("interface-endpoint", "unavailable"), doesNotPass("public-path"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("endpoint", "route-table");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "its endpoint is unusable", reason(proof));
    }

    private static String reason(Proof proof) {
        return "Endpoint " + proof.resources("interface-endpoint").first("endpoint") + " is not available";
    }
}
