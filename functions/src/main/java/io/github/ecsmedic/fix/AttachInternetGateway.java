package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Attaches the internet gateway to which the route already leads. */
public final class AttachInternetGateway implements Fix {
    @Override
    public String id() {
        return "attach-internet-gateway";
    }

    @Override
    public String says() {
        return "attach the internet gateway to the VPC";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.internet_gateway_detached");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String gateway = cause.resources().first("internet-gateway");
        String vpc = cause.resources().first("vpc");
        return gateway.isEmpty() || vpc.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "ec2:AttachInternetGateway",
                        Aws.cli(
                                subject.region(),
                                "ec2",
                                "attach-internet-gateway",
                                "--internet-gateway-id",
                                gateway,
                                "--vpc-id",
                                vpc),
                        Aws.cli(
                                subject.region(),
                                "ec2",
                                "detach-internet-gateway",
                                "--internet-gateway-id",
                                gateway,
                                "--vpc-id",
                                vpc)));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "it opens every subnet whose route leads there to the internet";
    }
}
