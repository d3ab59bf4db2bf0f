package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** Everything that can be seen is in order, and the rest of the way cannot be seen. */
public final class NetworkPathUnknown implements CauseRule {
    @Override
    public String id() {
        return "network.path_unknown";
    }

    @Override
    public String meaning() {
        return "The path leaves what can be seen; everything before that point is in order";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("beyond-view"),
                doesNotFail("task-egress"),
                doesNotFail("network-acl"),
                doesNotFail("endpoint-ingress"),
                doesNotFail("endpoint-private-dns"),
                doesNotFail("vpc-dns-attributes"),
                answers("interface-endpoint"),
                answers("s3-destination"));
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "the way leaves our view", reason(proof));
    }

    private static String reason(Proof proof) {
        Resources found = proof.resources("beyond-view");
        String where = Leg.of(proof.inquiry()).map(Leg::destination).orElse("the destination");
        String start = "What can be seen is in order, but the way to " + where;
        return switch (proof.fault("beyond-view")) {
            case "shared-vpc" ->
                start + " lies in a VPC that account " + found.first("owner") + " shares and alone can look into";
            case "address-unknown" -> start + " ends at an address that is no endpoint's of " + found.first("vpc");
            case "name-leads-away" ->
                start + " leads, by a private hosted zone, to an address that is no endpoint's of "
                        + found.first("vpc");
            default ->
                start + " leaves " + found.first("vpc") + " by " + found.first("next-hop")
                        + ", beyond which nothing can" + " be seen";
        };
    }

    @Override
    public Certainty atMost(Proof proof) {
        return Certainty.PROBABLE;
    }
}
