package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the NAT gateway's own subnet a route to the internet gateway. */
public final class RepairNatRoute implements Fix {
    @Override
    public String id() {
        return "repair-nat-route";
    }

    @Override
    public String says() {
        return "lead the NAT gateway's own subnet to the internet gateway";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.nat_without_internet");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String table = cause.resources().first("nat-route-table");
        String gateway = cause.resources().first("attached-internet-gateway");
        String vpc = cause.resources().first("vpc");
        if (table.isEmpty() || vpc.isEmpty()) {
            return List.of();
        }
        if (gateway.isEmpty()) {
            return List.of(new Step.ByHand(
                    "ec2:DescribeInternetGateways",
                    Aws.cli(
                            subject.region(),
                            "ec2",
                            "describe-internet-gateways",
                            "--filters",
                            "Name=attachment.vpc-id,Values=" + vpc),
                    List.of()));
        }
        return List.of(new Step.ByHand(
                "ec2:CreateRoute",
                Aws.cli(
                        subject.region(),
                        "ec2",
                        "create-route",
                        "--route-table-id",
                        table,
                        "--destination-cidr-block",
                        "0.0.0.0/0",
                        "--gateway-id",
                        gateway),
                Aws.cli(
                        subject.region(),
                        "ec2",
                        "delete-route",
                        "--route-table-id",
                        table,
                        "--destination-cidr-block",
                        "0.0.0.0/0")));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "it makes public every subnet that uses the same route table";
    }
}
