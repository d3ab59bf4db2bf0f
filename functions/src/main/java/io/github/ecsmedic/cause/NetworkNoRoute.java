package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** Nothing leads out of the subnet and no endpoint serves it. */
public final class NetworkNoRoute implements CauseRule {
    @Override
    public String id() {
        return "network.no_route";
    }

    @Override
    public String meaning() {
        return "The effective route table has no route to the destination, and no endpoint serves it";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("public-path", "no-route"),
                doesNotPass("interface-endpoint", "none-at-all", "elsewhere"),
                doesNotFail("s3-gateway"),
                doesNotFail("private-zone"),
                doesNotFail("resolver-rule"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("route-table");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "no way out", reason(proof));
    }

    private static String reason(Proof proof) {
        return "Route table " + proof.resources("public-path").first("route-table") + " of subnet "
                + proof.resources("public-path").first("subnet") + " has no route to "
                + Leg.of(proof.inquiry()).map(Leg::destination).orElse("the destination")
                + ", and no endpoint serves it";
    }
}
