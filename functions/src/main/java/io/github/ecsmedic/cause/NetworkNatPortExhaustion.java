package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** The NAT gateway is in order but overloaded. */
public final class NetworkNatPortExhaustion implements CauseRule {
    @Override
    public String id() {
        return "network.nat_port_exhaustion";
    }

    @Override
    public String meaning() {
        return "The NAT gateway drops connections because it has no port left for them";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("nat-ports"),
                passes("public-path"),
                doesNotFail("task-egress"),
                doesNotFail("network-acl"),
                doesNotFail("public-access"));
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "its NAT gateway is full", reason(proof));
    }

    private static String reason(Proof proof) {
        String nat = proof.resources("nat-ports").first("nat-gateway");
        return proof.fault("nat-ports").equals("no-ports")
                ? "NAT gateway " + nat + " has no ports left, so it drops connections of everything behind it"
                : "NAT gateway " + nat + " dropped packets before the failure, although the way is open";
    }

    /** Dropped packets alone do not say why. */
    @Override
    public Certainty atMost(Proof proof) {
        return proof.fault("nat-ports").equals("no-ports") ? Certainty.PROVEN : Certainty.PROBABLE;
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("nat-gateway");
    }

    @Override
    public List<String> changedKinds() {
        return List.of();
    }
}
