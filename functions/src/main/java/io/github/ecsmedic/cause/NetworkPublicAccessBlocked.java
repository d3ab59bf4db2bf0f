package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** The account closed its internet gateways, whatever the routes say. */
public final class NetworkPublicAccessBlocked implements CauseRule {
    @Override
    public String id() {
        return "network.public_access_blocked";
    }

    @Override
    public String meaning() {
        return "VPC Block Public Access drops what leaves by the internet gateway";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("public-access"), passes("public-path"), doesNotPass("s3-gateway"));
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "public access is blocked", reason(proof));
    }

    private static String reason(Proof proof) {
        Resources found = proof.resources("public-access");
        return "VPC Block Public Access (" + found.first("block-mode") + ") drops what leaves " + found.first("vpc")
                + " by its internet gateway";
    }
}
