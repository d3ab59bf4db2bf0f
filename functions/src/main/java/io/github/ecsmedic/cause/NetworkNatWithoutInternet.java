package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** A NAT gateway needs a way to the internet of its own. */
public final class NetworkNatWithoutInternet implements CauseRule {
    @Override
    public String id() {
        return "network.nat_without_internet";
    }

    @Override
    public String meaning() {
        return "The subnet of the NAT gateway has no route to an internet gateway";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("public-path", "nat-without-internet"),
                doesNotPass("interface-endpoint"),
                doesNotPass("s3-gateway"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("nat-gateway");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("nat-route-table", "nat-gateway");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "its NAT gateway is cut off", reason(proof));
    }

    private static String reason(Proof proof) {
        return "NAT gateway " + proof.resources("public-path").first("nat-gateway")
                + " cannot reach the internet: route table "
                + proof.resources("public-path").first("nat-route-table") + " of its subnet "
                + proof.resources("public-path").first("nat-subnet")
                + " has no route to an internet gateway";
    }
}
