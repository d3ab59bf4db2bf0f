package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** The route leads to something that was deleted. */
public final class NetworkBlackholeRoute implements CauseRule {
    @Override
    public String id() {
        return "network.blackhole_route";
    }

    @Override
    public String meaning() {
        return "The route of the task's subnet points at something that no longer exists";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("public-path", "blackhole"), doesNotPass("interface-endpoint"), doesNotPass("s3-gateway"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("route-table");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("target", "route-table");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "its route leads nowhere", reason(proof));
    }

    private static String reason(Proof proof) {
        return "The route out of subnet " + proof.resources("public-path").first("subnet") + " in route table "
                + proof.resources("public-path").first("route-table") + " points at "
                + proof.resources("public-path").first("target") + ", which no longer exists";
    }
}
