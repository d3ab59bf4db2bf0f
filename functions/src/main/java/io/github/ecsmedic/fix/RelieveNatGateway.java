package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows what an overloaded NAT gateway carries, and how it gets more ports. */
public final class RelieveNatGateway implements Fix {
    @Override
    public String id() {
        return "relieve-nat-gateway";
    }

    @Override
    public String says() {
        return "give the NAT gateway more addresses, or take traffic off it";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.nat_port_exhaustion");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String nat = cause.resources().first("nat-gateway");
        return nat.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "ec2:AllocateAddress",
                        Aws.cli(subject.region(), "ec2", "allocate-address", "--domain", "vpc"),
                        List.of()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "then associate it (aws ec2 associate-nat-gateway-address --nat-gateway-id "
                + cause.resources().first("nat-gateway")
                + " with the allocation id that is printed); each address carries 55,000 connections to one destination,"
                + " and endpoints for Amazon S3 and Amazon ECR take the most off it";
    }
}
