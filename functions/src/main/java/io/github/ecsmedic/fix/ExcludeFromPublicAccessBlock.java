package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Exempts the subnet whose packets enter the internet gateway from VPC Block Public Access. */
public final class ExcludeFromPublicAccessBlock implements Fix {
    @Override
    public String id() {
        return "exclude-from-public-access-block";
    }

    @Override
    public String says() {
        return "exempt the subnet from VPC Block Public Access";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.public_access_blocked");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String subnet = cause.resources().first("gateway-subnet");
        String vpc = cause.resources().first("vpc");
        boolean both = cause.resources().first("block-mode").equals("block-bidirectional");
        return subnet.isEmpty() && vpc.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "ec2:CreateVpcBlockPublicAccessExclusion",
                        Aws.cli(
                                subject.region(),
                                "ec2",
                                "create-vpc-block-public-access-exclusion",
                                subnet.isEmpty() ? "--vpc-id" : "--subnet-id",
                                subnet.isEmpty() ? vpc : subnet,
                                "--internet-gateway-exclusion-mode",
                                both ? "allow-egress" : "allow-bidirectional"),
                        List.of()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "somebody closed the internet gateways of the whole account on purpose: ask them, or use endpoints instead";
    }
}
