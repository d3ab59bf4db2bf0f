package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Evidence;
import java.util.List;

/** A network ACL drops the request or its answer. */
public final class NetworkAclDenied implements CauseRule {
    @Override
    public String id() {
        return "network.acl_denied";
    }

    @Override
    public String meaning() {
        return "A network ACL of the task's, the endpoint's or the NAT gateway's subnet blocks the request or its answer";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("network-acl"), answers("s3-destination"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("network-acl");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "a network ACL forbids it", reason(proof));
    }

    private static String reason(Proof proof) {
        return proof.evidence("network-acl").stream()
                .map(Evidence::fact)
                .findFirst()
                .orElse("A network ACL blocks the connection");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("network-acl");
    }

    /** Where only some ports or addresses are denied, some connections succeed. */
    @Override
    public Certainty atMost(Proof proof) {
        return proof.fault("network-acl").equals("partly") ? Certainty.PROBABLE : Certainty.PROVEN;
    }
}
