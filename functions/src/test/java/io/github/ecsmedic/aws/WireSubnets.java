package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.NetworkAcl;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.aws.WireEc2.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Subnets with their route tables, network ACLs and security groups, as EC2 writes them. */
final class WireSubnets {
    private static final NetworkAcl.Entry ANYTHING = new NetworkAcl.Entry(100, true, "-1", "0.0.0.0/0", 0, 65_535);
    private static final List<String> TARGETS = List.of(
            "nat-", "natGatewayId",
            "tgw-", "transitGatewayId",
            "pcx-", "vpcPeeringConnectionId",
            "eigw-", "egressOnlyInternetGatewayId",
            "eni-", "networkInterfaceId",
            "i-", "instanceId",
            "lgw-", "localGatewayId",
            "cagw-", "carrierGatewayId",
            "arn:", "coreNetworkArn");

    private WireSubnets() {}

    static List<Thing> subnets(Contents.Network network) {
        return WireEc2.things(network.subnets().values(), WireSubnets::subnet);
    }

    private static Thing subnet(Subnet s) {
        return new Thing(
                Tree.of(
                        "subnetId", s.id(),
                        "vpcId", s.vpcId(),
                        "cidrBlock", s.cidr(),
                        "availabilityZone", s.availabilityZone(),
                        "ownerId", s.owner(),
                        "availableIpAddressCount", s.freeAddresses(),
                        "state", "available"),
                Map.of("id", List.of(s.id()), "subnet-id", List.of(s.id()), "vpc-id", List.of(s.vpcId())));
    }

    static List<Thing> tables(Contents.Network network) {
        return WireEc2.things(network.tables().values(), table -> table(network, table));
    }

    private static Thing table(Contents.Network network, RouteTable table) {
        List<String> subnets = network.associations().entrySet().stream()
                .filter(e -> e.getValue().equals(table.id()))
                .map(Map.Entry::getKey)
                .toList();
        Stream<Tree> own = subnets.stream().map(id -> association(table, "subnetId", id, false));
        List<Tree> associations = table.main()
                ? Stream.concat(Stream.of(association(table, "", "", true)), own)
                        .toList()
                : own.toList();
        return new Thing(
                Tree.of(
                        "routeTableId", table.id(),
                        "vpcId", table.vpcId(),
                        "associationSet", associations,
                        "routeSet",
                                table.routes().stream().map(WireSubnets::route).toList()),
                Map.of(
                        "id", List.of(table.id()),
                        "vpc-id", List.of(table.vpcId()),
                        "association.subnet-id", subnets,
                        "association.main", List.of(Boolean.toString(table.main()))));
    }

    private static Tree association(RouteTable table, String name, String subnet, boolean main) {
        Tree tree =
                Tree.of("routeTableId", table.id(), "main", main, "associationState", Tree.of("state", "associated"));
        return tree.with(name, subnet);
    }

    private static Tree route(Route route) {
        String to = route.destination();
        String destination = to.startsWith("pl-")
                ? "destinationPrefixListId"
                : to.contains(":") ? "destinationIpv6CidrBlock" : "destinationCidrBlock";
        return Tree.of(destination, to, target(route.target()), route.target(), "state", route.state());
    }

    /** Internet gateways, endpoints, virtual private gateways and {@code local} share a member. */
    private static String target(String id) {
        for (int i = 0; i < TARGETS.size(); i += 2) {
            if (id.startsWith(TARGETS.get(i))) {
                return TARGETS.get(i + 1);
            }
        }
        return "gatewayId";
    }

    static List<Thing> acls(Contents.Network network) {
        List<String> others = network.subnets().keySet().stream()
                .filter(id -> !network.acls().containsKey(id))
                .toList();
        List<NetworkAcl> all = new ArrayList<>(network.acls().values());
        all.add(new NetworkAcl("acl-0aa1", others, List.of(ANYTHING), List.of(ANYTHING)));
        return WireEc2.things(all, WireSubnets::acl);
    }

    private static Thing acl(NetworkAcl acl) {
        List<Tree> entries = Stream.concat(
                        acl.ingress().stream().map(e -> entry(e, false)),
                        acl.egress().stream().map(e -> entry(e, true)))
                .toList();
        return new Thing(
                Tree.of(
                        "networkAclId",
                        acl.id(),
                        "entrySet",
                        entries,
                        "associationSet",
                        acl.subnets().stream()
                                .map(id -> Tree.of("networkAclId", acl.id(), "subnetId", id))
                                .toList()),
                Map.of("id", List.of(acl.id()), "association.subnet-id", acl.subnets()));
    }

    private static Tree entry(NetworkAcl.Entry entry, boolean outward) {
        boolean ports = entry.protocol().equals("6") || entry.protocol().equals("17");
        return Tree.of(
                "ruleNumber",
                entry.number(),
                "protocol",
                entry.protocol(),
                "ruleAction",
                entry.allows() ? "allow" : "deny",
                "egress",
                outward,
                entry.cidr().contains(":") ? "ipv6CidrBlock" : "cidrBlock",
                entry.cidr(),
                "portRange",
                ports ? Tree.of("from", entry.fromPort(), "to", entry.toPort()) : null);
    }

    static List<Thing> groups(Contents.Network network) {
        return WireEc2.things(network.groups().values(), WireSubnets::group);
    }

    private static Thing group(SecurityGroup g) {
        String name = g.id().equals("sg-default") ? "default" : g.id().replaceFirst("sg-", "group-");
        return new Thing(
                Tree.of(
                        "groupId", g.id(),
                        "groupName", name,
                        "vpcId", g.vpcId(),
                        "ipPermissions",
                                g.ingress().stream().map(WireSubnets::rule).toList(),
                        "ipPermissionsEgress",
                                g.egress().stream().map(WireSubnets::rule).toList()),
                Map.of(
                        "id", List.of(g.id()),
                        "group-id", List.of(g.id()),
                        "group-name", List.of(name),
                        "vpc-id", List.of(g.vpcId())));
    }

    private static Tree rule(Rule rule) {
        boolean every = rule.protocol().equals("-1");
        return Tree.of(
                "ipProtocol", rule.protocol(),
                "fromPort", every ? null : rule.fromPort(),
                "toPort", every ? null : rule.toPort(),
                "ipRanges", named("cidrIp", rule.cidrs().stream().filter(c -> !c.contains(":"))),
                "ipv6Ranges", named("cidrIpv6", rule.cidrs().stream().filter(c -> c.contains(":"))),
                "groups", named("groupId", rule.groups().stream()),
                "prefixListIds", named("prefixListId", rule.prefixLists().stream()));
    }

    static List<Tree> named(String name, Stream<String> values) {
        return values.map(value -> Tree.of(name, value)).toList();
    }
}
