package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the route table a way to the internet by a NAT gateway that works. */
public final class RepairRoute implements Fix {
    @Override
    public String id() {
        return "repair-route";
    }

    @Override
    public String says() {
        return "lead the default route to a working NAT gateway";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.blackhole_route", "network.nat_unavailable", "network.no_route");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String table = cause.resources().first("route-table");
        String vpc = cause.resources().first("vpc");
        if (table.isEmpty() || vpc.isEmpty()) {
            return List.of();
        }
        String nat = cause.resources().ids("usable-nat-gateway").stream()
                .filter(id -> !id.equals(cause.resources().first("nat-gateway")))
                .findFirst()
                .orElse("");
        if (nat.isEmpty()) {
            return List.of(new Step.ByHand(
                    "ec2:DescribeNatGateways",
                    Aws.cli(subject.region(), "ec2", "describe-nat-gateways", "--filter", "Name=vpc-id,Values=" + vpc),
                    List.of()));
        }
        boolean create = cause.id().equals("network.no_route");
        return List.of(new Step.ByHand(
                create ? "ec2:CreateRoute" : "ec2:ReplaceRoute",
                Aws.cli(
                        subject.region(),
                        "ec2",
                        create ? "create-route" : "replace-route",
                        "--route-table-id",
                        table,
                        "--destination-cidr-block",
                        "0.0.0.0/0",
                        "--nat-gateway-id",
                        nat),
                create
                        ? Aws.cli(
                                subject.region(),
                                "ec2",
                                "delete-route",
                                "--route-table-id",
                                table,
                                "--destination-cidr-block",
                                "0.0.0.0/0")
                        : List.of()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return cause.resources().ids("usable-nat-gateway").isEmpty()
                ? "the VPC has no NAT gateway that works: create one in a public subnet and lead the default route to it, or create the endpoints that the task needs instead"
                : "it changes the way out of every subnet on this route table, and NAT gateways are charged by the hour and by the gigabyte";
    }
}
