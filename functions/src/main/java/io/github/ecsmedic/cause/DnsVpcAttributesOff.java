package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** Names of endpoints do not work in a VPC whose DNS attributes are off. */
public final class DnsVpcAttributesOff implements CauseRule {
    @Override
    public String id() {
        return "dns.vpc_attributes_off";
    }

    @Override
    public String meaning() {
        return "enableDnsSupport or enableDnsHostnames is off, so the private names of the VPC's endpoints are not used";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("vpc-dns-attributes"),
                doesNotFail("interface-endpoint"),
                doesNotPass("public-path"),
                doesNotPass("s3-destination"),
                answers("endpoint-private-dns"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("vpc", "route-table");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("vpc");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "DNS of the VPC is off", reason(proof));
    }

    private static String reason(Proof proof) {
        String attribute =
                proof.fault("vpc-dns-attributes").equals("support-off") ? "enableDnsSupport" : "enableDnsHostnames";
        String endpoint = proof.resources("interface-endpoint").first("endpoint");
        return attribute + " is off in " + proof.resources("vpc-dns-attributes").first("vpc")
                + (endpoint.isEmpty()
                        ? ", so names do not resolve there"
                        : ", so the private name of endpoint " + endpoint + " is not used");
    }
}
