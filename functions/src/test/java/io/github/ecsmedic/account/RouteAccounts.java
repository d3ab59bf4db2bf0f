package io.github.ecsmedic.account;

import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.NAT_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.NAT_SUBNET;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.anything;
import static io.github.ecsmedic.account.FakeAccount.open;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.NetworkAccounts.hub;
import static io.github.ecsmedic.account.NetworkAccounts.told;
import static io.github.ecsmedic.model.Certainty.PROBABLE;
import static io.github.ecsmedic.model.Certainty.PROVEN;

import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.account.NetworkAccount.Told;
import io.github.ecsmedic.account.RouteTable.Route;
import java.util.List;
import java.util.stream.Stream;

/** Routes that end, lead the wrong way, or leave our view. */
final class RouteAccounts {
    private static final String OTHER_OWNER = "444455556666";
    private static final String LIST = "pl-0cc3";
    private static final String SIX = "2001:db8::44";
    private static final String CENTRAL = "10.9.0.4";

    private RouteAccounts() {}

    static Stream<NetworkAccount> owners() {
        return Stream.of(
                new NetworkAccount(
                        "shared VPC: the subnet belongs to another account, which hides its tables",
                        () -> small().subnet(s -> owned(s, OTHER_OWNER)),
                        StartTexts.login(OTHER_ADDRESS),
                        told(
                                "network.path_unknown",
                                PROBABLE,
                                "network-acl  inconclusive",
                                "444455556666, sg-0aa1, subnet-0aa1, vpc-0aa1"),
                        () -> small().subnet(s -> owned(s, FakeAccount.ID)),
                        told(
                                "network.no_route",
                                PROVEN,
                                "route-table rtb-0aa1 failed",
                                "192.0.2.44, com.amazonaws.us-east-1.ecr.api, rtb-0aa1, subnet-0aa1, vpc-0aa1")),
                new NetworkAccount(
                        "transit gateway: the default route leaves the VPC by it",
                        () -> small().route("0.0.0.0/0", "tgw-0aa1"),
                        StartTexts.login(OTHER_ADDRESS),
                        told(
                                "network.path_unknown",
                                PROBABLE,
                                "next-hop tgw-0aa1 inconclusive",
                                "acl-0aa1, com.amazonaws.us-east-1.ecr.api, rtb-0aa1, sg-0aa1, subnet-0aa1, tgw-0aa1, vpc-0aa1"),
                        () -> small().behindNat(),
                        Told.OPEN),
                new NetworkAccount(
                        "peering: the registry's name leads to an address behind it",
                        () -> central().route("10.9.0.0/16", "pcx-0aa1"),
                        StartTexts.login(CENTRAL),
                        told(
                                "network.path_unknown",
                                PROBABLE,
                                "next-hop pcx-0aa1 inconclusive",
                                "acl-0aa1, pcx-0aa1, rtb-0aa1, sg-0aa1, subnet-0aa1, vpc-0aa1"),
                        RouteAccounts::central,
                        told(
                                "network.no_route",
                                PROVEN,
                                "route-table rtb-0aa1 failed",
                                "10.9.0.4, rtb-0aa1, subnet-0aa1, vpc-0aa1")),
                new NetworkAccount(
                        "central endpoints: a zone of ours sends the login to another VPC",
                        () -> central().route("0.0.0.0/0", "tgw-0aa1"),
                        StartTexts.login(CENTRAL),
                        told(
                                "network.path_unknown",
                                PROBABLE,
                                "next-hop tgw-0aa1 inconclusive",
                                "acl-0aa1, rtb-0aa1, sg-0aa1, subnet-0aa1, tgw-0aa1, vpc-0aa1"),
                        () -> central().route(TABLE, new Route("0.0.0.0/0", "tgw-0dead", "blackhole")),
                        told(
                                "network.blackhole_route",
                                PROVEN,
                                "target tgw-0dead failed",
                                "10.9.0.4, rtb-0aa1, subnet-0aa1, tgw-0dead, vpc-0aa1")));
    }

    private static FakeAccount central() {
        return small().withEndpoints("ecr.dkr", "logs")
                .s3Gateway(TABLE)
                .zone(
                        "Z0CE1",
                        "api.ecr.us-east-1.amazonaws.com",
                        new RecordSet("api.ecr.us-east-1.amazonaws.com", "A", List.of(CENTRAL)));
    }

    private static Subnet owned(Subnet s, String owner) {
        return new Subnet(s.id(), s.vpcId(), s.cidr(), s.availabilityZone(), owner, s.freeAddresses());
    }

    static Stream<NetworkAccount> routes() {
        return Stream.of(
                new NetworkAccount(
                        "IPv6: the registry has an IPv6 address, and only IPv4 has a default route",
                        RouteAccounts::hubSix,
                        StartTexts.dockerHub("[" + SIX + "]"),
                        told(
                                "network.no_route",
                                PROVEN,
                                "route-table rtb-0aa1 failed",
                                "2001:db8::44, nat-0aa1, rtb-0aa1, subnet-0aa1, vpc-0aa1"),
                        () -> hubSix().route("::/0", "eigw-0aa1"),
                        Told.OPEN),
                new NetworkAccount(
                        "main table: the subnet is associated with none, and the table with the way out is not its",
                        () -> hub().withoutAssociation(),
                        StartTexts.dockerHub(OTHER_ADDRESS),
                        told(
                                "network.no_route",
                                PROVEN,
                                "route-table rtb-main failed",
                                "192.0.2.44, nat-0aa1, rtb-main, subnet-0aa1, vpc-0aa1"),
                        NetworkAccounts::hub,
                        Told.OPEN),
                new NetworkAccount(
                        "NAT gateway in a private subnet: its own default route leads back to it",
                        () -> hub().nat(new NatGateway(
                                        "nat-0bb2", VPC, SUBNET, "available", true, List.of(NAT_ADDRESS)))
                                .route(TABLE, new Route("192.0.2.0/24", "nat-0bb2", "active")),
                        StartTexts.dockerHub(OTHER_ADDRESS),
                        told(
                                "network.nat_without_internet",
                                PROVEN,
                                "nat-route-table rtb-0aa1 failed",
                                "192.0.2.44, igw-0aa1, nat-0bb2, rtb-0aa1, subnet-0aa1, vpc-0aa1"),
                        () -> hub().nat(new NatGateway(
                                        "nat-0bb2", VPC, NAT_SUBNET, "available", true, List.of(NAT_ADDRESS)))
                                .route(TABLE, new Route("192.0.2.0/24", "nat-0bb2", "active")),
                        Told.OPEN),
                new NetworkAccount(
                        "prefix list in a route: it is longer than the default route and leads to nothing",
                        () -> byList("192.0.2.0/26"),
                        StartTexts.dockerHub(OTHER_ADDRESS),
                        told(
                                "network.blackhole_route",
                                PROVEN,
                                "target eni-0dead failed",
                                "192.0.2.44, eni-0dead, nat-0aa1, rtb-0aa1, subnet-0aa1, vpc-0aa1"),
                        () -> byList("192.0.2.64/26"),
                        Told.OPEN),
                new NetworkAccount(
                        "firewall: the default route leads to its endpoint",
                        () -> hub().route(TABLE, new Route("192.0.2.0/24", "vpce-0f1e", "active")),
                        StartTexts.dockerHub(OTHER_ADDRESS),
                        told(
                                "network.path_unknown",
                                PROBABLE,
                                "next-hop vpce-0f1e inconclusive",
                                "acl-0aa1, rtb-0aa1, sg-0aa1, subnet-0aa1, vpc-0aa1, vpce-0f1e"),
                        () -> hub().route(TABLE, new Route("198.51.100.0/24", "vpce-0f1e", "active")),
                        Told.OPEN));
    }

    /** Its groups and network ACLs let both families through. */
    private static FakeAccount hubSix() {
        List<NetworkAcl.Entry> both = List.of(anything(), new NetworkAcl.Entry(101, true, "-1", "::/0", 0, 65_535));
        return hub().acl(SUBNET, both, both)
                .group(new SecurityGroup(GROUP, VPC, List.of(), List.of(open("0.0.0.0/0"), open("::/0"))));
    }

    private static FakeAccount byList(String range) {
        return hub().prefixList(new PrefixList(LIST, "mirrors", List.of("203.0.113.128/25", range)))
                .route(TABLE, new Route(LIST, "eni-0dead", "blackhole"));
    }
}
