package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** The NAT gateway of the route does not work. */
public final class NetworkNatUnavailable implements CauseRule {
    @Override
    public String id() {
        return "network.nat_unavailable";
    }

    @Override
    public String meaning() {
        return "The NAT gateway of the route is not available, or is a private one";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("public-path", "nat-unavailable", "nat-private"),
                doesNotPass("interface-endpoint"),
                doesNotPass("s3-gateway"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("nat-gateway");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "its NAT gateway is unusable", reason(proof));
    }

    private static String reason(Proof proof) {
        return "Route table " + proof.resources("public-path").first("route-table") + " of subnet "
                + proof.resources("public-path").first("subnet") + " leads to NAT gateway "
                + proof.resources("public-path").first("nat-gateway")
                + (proof.fault("public-path").equals("nat-private")
                        ? ", which is a private one"
                        : ", which is not available");
    }
}
