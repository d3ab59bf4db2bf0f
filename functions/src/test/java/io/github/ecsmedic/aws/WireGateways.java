package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.WireSubnets.named;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.aws.WireEc2.Thing;
import java.util.List;
import java.util.Map;

/** What leads out of a VPC, as EC2 writes it: endpoints, gateways, prefix lists. */
final class WireGateways {
    private WireGateways() {}

    static List<Thing> endpoints(Contents.Network network) {
        return WireEc2.things(network.endpoints().values(), WireGateways::endpoint);
    }

    private static Thing endpoint(Endpoint e) {
        return new Thing(
                Tree.of(
                        "vpcEndpointId", e.id(),
                        "vpcId", e.vpcId(),
                        "serviceName", e.service(),
                        "vpcEndpointType", e.type(),
                        "state", e.state(),
                        "privateDnsEnabled", e.privateDns(),
                        "routeTableIdSet", e.routeTables(),
                        "subnetIdSet", e.subnets(),
                        "groupSet", named("groupId", e.securityGroups().stream()),
                        "networkInterfaceIdSet", e.networkInterfaces(),
                        "policyDocument", WirePolicies.text(e.policy())),
                Map.of(
                        "id", List.of(e.id()),
                        "vpc-id", List.of(e.vpcId()),
                        "vpc-endpoint-id", List.of(e.id()),
                        "service-name", List.of(e.service())));
    }

    static List<Thing> nats(Contents.Network network) {
        return WireEc2.things(network.nats().values(), WireGateways::nat);
    }

    private static Thing nat(NatGateway n) {
        return new Thing(
                Tree.of(
                        "natGatewayId", n.id(),
                        "vpcId", n.vpcId(),
                        "subnetId", n.subnet(),
                        "state", n.state(),
                        "connectivityType", n.publicType() ? "public" : "private",
                        "natGatewayAddressSet", named("publicIp", n.publicAddresses().stream())),
                Map.of("id", List.of(n.id()), "vpc-id", List.of(n.vpcId())));
    }

    static List<Thing> internet(Contents.Network network) {
        return WireEc2.things(
                network.gateway().stream().toList(),
                id -> new Thing(
                        Tree.of(
                                "internetGatewayId",
                                id,
                                "attachmentSet",
                                List.of(Tree.of("vpcId", FakeAccount.VPC, "state", "available"))),
                        Map.of("id", List.of(id), "attachment.vpc-id", List.of(FakeAccount.VPC))));
    }

    static List<Thing> lists(Contents.Network network) {
        return WireEc2.things(network.lists().values(), WireGateways::list);
    }

    private static Thing list(PrefixList l) {
        String owner = l.name().startsWith("com.amazonaws.") ? "AWS" : FakeAccount.ID;
        return new Thing(
                Tree.of("prefixListId", l.id(), "prefixListName", l.name(), "ownerId", owner),
                Map.of(
                        "id", List.of(l.id()),
                        "prefix-list-id", List.of(l.id()),
                        "prefix-list-name", List.of(l.name()),
                        "owner-id", List.of(owner)));
    }

    static List<Thing> interfaces(Contents.Network network) {
        return WireEc2.things(network.interfaces().values(), i -> networkInterface(network, i));
    }

    private static Thing networkInterface(Contents.Network network, NetworkInterface i) {
        String description = network.descriptions().getOrDefault(i.id(), "");
        Subnet subnet = network.subnets().get(i.subnet());
        return new Thing(
                Tree.of(
                        "networkInterfaceId",
                        i.id(),
                        "subnetId",
                        i.subnet(),
                        "description",
                        description,
                        "privateIpAddressesSet",
                        named("privateIpAddress", i.addresses().stream().filter(a -> !a.contains(":"))),
                        "ipv6AddressesSet",
                        named("ipv6Address", i.addresses().stream().filter(a -> a.contains(":"))),
                        "groupSet",
                        named("groupId", i.securityGroups().stream())),
                Map.of(
                        "id",
                        List.of(i.id()),
                        "network-interface-id",
                        List.of(i.id()),
                        "subnet-id",
                        List.of(i.subnet()),
                        "vpc-id",
                        List.of(subnet == null ? FakeAccount.VPC : subnet.vpcId()),
                        "addresses.private-ip-address",
                        i.addresses(),
                        "ipv6-addresses.ipv6-address",
                        i.addresses(),
                        "description",
                        List.of(description)));
    }
}
