package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.network.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows where to look on when the path leaves what can be seen; it changes nothing. */
public final class InspectNextHop implements Fix {
    @Override
    public String id() {
        return "inspect-next-hop";
    }

    @Override
    public String says() {
        return "look where the path goes on, or ask who owns it";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.path_unknown");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String hop = cause.resources().first("next-hop");
        String vpc = cause.resources().first("vpc");
        String address = cause.resources().first("address");
        if (!hop.isEmpty()) {
            return List.of(look(hop, vpc, subject));
        }
        if (!address.isEmpty()) {
            return List.of(step(
                    subject,
                    "ec2:DescribeNetworkInterfaces",
                    "describe-network-interfaces",
                    "--filters",
                    "Name=addresses.private-ip-address,Values=" + address));
        }
        String subnet = cause.resources().first("subnet");
        return subnet.isEmpty()
                ? List.of()
                : List.of(step(subject, "ec2:DescribeSubnets", "describe-subnets", "--subnet-ids", subnet));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        String owner = cause.resources().first("owner");
        return owner.isEmpty()
                ? "it only reads; what lies behind that point may belong to another team, who must look"
                : "it only reads; account " + owner + " owns the VPC and must look";
    }

    private static Step look(String hop, String vpc, Subject subject) {
        return switch (Target.of(hop)) {
            case TRANSIT_GATEWAY ->
                step(
                        subject,
                        "ec2:DescribeTransitGatewayVpcAttachments",
                        "describe-transit-gateway-vpc-attachments",
                        "--filters",
                        "Name=transit-gateway-id,Values=" + hop,
                        "Name=vpc-id,Values=" + vpc);
            case PEERING ->
                step(
                        subject,
                        "ec2:DescribeVpcPeeringConnections",
                        "describe-vpc-peering-connections",
                        "--vpc-peering-connection-ids",
                        hop);
            case VPN_GATEWAY ->
                step(subject, "ec2:DescribeVpnGateways", "describe-vpn-gateways", "--vpn-gateway-ids", hop);
            case ENDPOINT ->
                step(subject, "ec2:DescribeVpcEndpoints", "describe-vpc-endpoints", "--vpc-endpoint-ids", hop);
            case INTERFACE ->
                step(
                        subject,
                        "ec2:DescribeNetworkInterfaces",
                        "describe-network-interfaces",
                        "--network-interface-ids",
                        hop);
            case INSTANCE -> step(subject, "ec2:DescribeInstances", "describe-instances", "--instance-ids", hop);
            case LOCAL, INTERNET_GATEWAY, EGRESS_ONLY_GATEWAY, NAT_GATEWAY, OTHER ->
                step(
                        subject,
                        "ec2:DescribeRouteTables",
                        "describe-route-tables",
                        "--filters",
                        "Name=vpc-id,Values=" + vpc);
        };
    }

    private static Step step(Subject subject, String action, String operation, String... arguments) {
        return new Step.ByHand(action, Aws.cli(subject.region(), "ec2", operation, arguments), List.of());
    }
}
