package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** The route leads to an internet gateway that is not attached. */
public final class NetworkInternetGatewayDetached implements CauseRule {
    @Override
    public String id() {
        return "network.internet_gateway_detached";
    }

    @Override
    public String meaning() {
        return "The internet gateway of the route is not attached to the VPC";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("public-path", "gateway-detached"), doesNotPass("interface-endpoint"), doesNotPass("s3-gateway"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("internet-gateway");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("internet-gateway", "vpc");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "its gateway is detached", reason(proof));
    }

    private static String reason(Proof proof) {
        return "Route table " + proof.resources("public-path").first("route-table") + " leads to internet gateway "
                + proof.resources("public-path").first("internet-gateway") + ", which is not attached to "
                + proof.resources("public-path").first("vpc");
    }
}
