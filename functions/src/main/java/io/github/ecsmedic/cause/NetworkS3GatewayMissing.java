package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** Image layers come from S3, to which a private subnet needs a gateway endpoint. */
public final class NetworkS3GatewayMissing implements CauseRule {
    @Override
    public String id() {
        return "network.s3_gateway_missing";
    }

    @Override
    public String meaning() {
        return "The VPC has no S3 endpoint and the subnet no way to the internet, so image layers cannot be fetched";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("public-path", "no-route", "no-public-ip"),
                fails("s3-gateway", "missing"),
                passes("s3-destination"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("route-table");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("route-table", "vpc");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "no way to Amazon S3", reason(proof));
    }

    private static String reason(Proof proof) {
        return "Image layers and environment files come from there, and route table "
                + proof.resources("public-path").first("route-table") + " of subnet "
                + proof.resources("public-path").first("subnet") + " has no route: "
                + proof.resources("public-path").first("vpc") + " has no S3 gateway endpoint";
    }
}
