package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** The S3 gateway endpoint serves other route tables than the task's. */
public final class NetworkS3GatewayNotAssociated implements CauseRule {
    @Override
    public String id() {
        return "network.s3_gateway_not_associated";
    }

    @Override
    public String meaning() {
        return "An S3 gateway endpoint exists, but the route table of the task's subnet is not associated with it";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("public-path", "no-route", "no-public-ip"),
                fails("s3-gateway", "not-associated"),
                passes("s3-destination"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("route-table");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("route-table", "endpoint");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "no way to Amazon S3", reason(proof));
    }

    private static String reason(Proof proof) {
        return "Image layers and environment files come from there, and route table "
                + proof.resources("public-path").first("route-table") + " of subnet "
                + proof.resources("public-path").first("subnet") + " is not associated with S3 gateway endpoint "
                + proof.resources("s3-gateway").first("endpoint");
    }
}
