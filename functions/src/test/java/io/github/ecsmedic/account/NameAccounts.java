package io.github.ecsmedic.account;

import static io.github.ecsmedic.account.FakeAccount.NAT;
import static io.github.ecsmedic.account.FakeAccount.NAT_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.NAT_SUBNET;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_GATEWAY;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.anything;
import static io.github.ecsmedic.account.FakeAccount.rule;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.NetworkAccounts.hub;
import static io.github.ecsmedic.account.NetworkAccounts.isolated;
import static io.github.ecsmedic.account.NetworkAccounts.nothing;
import static io.github.ecsmedic.account.NetworkAccounts.told;
import static io.github.ecsmedic.model.Certainty.PROBABLE;
import static io.github.ecsmedic.model.Certainty.PROVEN;

import io.github.ecsmedic.account.NetworkAccount.Told;
import io.github.ecsmedic.account.RouteTable.Route;
import java.util.List;
import java.util.stream.Stream;

/** Names that do not resolve, and accounts in which nothing on the way is at fault. */
final class NameAccounts {
    private static final String LIST = "pl-0cc3";
    private static final String SECOND_GROUP = "sg-0bb2";

    private NameAccounts() {}

    static Stream<NetworkAccount> names() {
        return Stream.of(
                new NetworkAccount(
                        "private zone: it hides the registry and lacks its record",
                        () -> small().behindNat().zone("Z0AA1", "us-east-1.amazonaws.com"),
                        StartTexts.loginUnresolved(),
                        told(
                                "dns.private_zone_shadows",
                                PROVEN,
                                "name api.ecr.us-east-1.amazonaws.com failed",
                                "Z0AA1, api.ecr.us-east-1.amazonaws.com, subnet-0aa1, vpc-0aa1"),
                        () -> isolated().zone("Z0AA1", "us-east-1.amazonaws.com"),
                        nothing("name api.ecr.us-east-1.amazonaws.com failed")),
                new NetworkAccount(
                        "resolver rule: at the endpoint's own name it wins over the endpoint",
                        () -> isolated().rule("rslvr-rr-0aa1", "api.ecr.us-east-1.amazonaws.com", "FORWARD"),
                        StartTexts.loginUnresolved(),
                        told(
                                "dns.resolver_rule",
                                PROBABLE,
                                "name api.ecr.us-east-1.amazonaws.com failed",
                                "api.ecr.us-east-1.amazonaws.com, rslvr-rr-0aa1, subnet-0aa1, vpc-0aa1"),
                        () -> isolated().rule("rslvr-rr-0aa1", "ecr.us-east-1.amazonaws.com", "FORWARD"),
                        nothing("name api.ecr.us-east-1.amazonaws.com failed")),
                new NetworkAccount(
                        "DNS Firewall: it blocks the registry's domain",
                        () -> hub().firewall(20, "BLOCK", "*.docker.io"),
                        StartTexts.dockerHubUnresolved(),
                        told(
                                "dns.firewall_block",
                                PROVEN,
                                "name registry-1.docker.io failed",
                                "*.docker.io, registry-1.docker.io, rslvr-fdl-20, rslvr-frg-0aa1, subnet-0aa1, vpc-0aa1"),
                        () -> hub().firewall(20, "BLOCK", "*.docker.io").firewall(10, "ALLOW", "registry-1.docker.io"),
                        nothing("name registry-1.docker.io failed")));
    }

    static Stream<NetworkAccount> order() {
        return Stream.of(
                new NetworkAccount(
                        "healthy: the whole path is open",
                        NetworkAccounts::hub,
                        StartTexts.dockerHub(OTHER_ADDRESS),
                        Told.OPEN,
                        () -> hub().nat(new NatGateway(NAT, VPC, NAT_SUBNET, "failed", true, List.of(NAT_ADDRESS))),
                        told(
                                "network.nat_unavailable",
                                PROVEN,
                                "nat-gateway nat-0aa1 failed",
                                "192.0.2.44, nat-0aa1, rtb-0aa1, subnet-0aa1, vpc-0aa1")),
                new NetworkAccount(
                        "unrelated irregularities: none of them is on the way",
                        () -> untidy(NAT),
                        StartTexts.dockerHub(OTHER_ADDRESS),
                        Told.OPEN,
                        () -> untidy("nat-0dead"),
                        told(
                                "network.blackhole_route",
                                PROVEN,
                                "target nat-0dead failed",
                                "192.0.2.44, nat-0aa1, nat-0dead, rtb-0aa1, subnet-0aa1, vpc-0aa1")));
    }

    /** Much is odd in it, but nothing between the task and Docker Hub, if this is where its packets are sent. */
    private static FakeAccount untidy(String way) {
        FakeAccount account = hub().dns(true, false)
                .endpoint("ssm", e -> e)
                .endpoint(new Endpoint(
                        S3_GATEWAY,
                        VPC,
                        "com.amazonaws.us-east-1.s3",
                        "Gateway",
                        "available",
                        false,
                        List.of("rtb-0bb2"),
                        List.of(),
                        List.of(),
                        List.of(),
                        FakeAccount.EVERYTHING))
                .nat(new NatGateway("nat-0bb2", VPC, SUBNET, "failed", true, List.of()))
                .prefixList(new PrefixList(LIST, "offices", List.of("203.0.113.0/24")))
                .group(new SecurityGroup(SECOND_GROUP, VPC, List.of(), List.of()))
                .zone("Z0AA1", "example.com")
                .rule("rslvr-rr-0aa1", "corp.example.com", "FORWARD")
                .firewall(10, "BLOCK", "*.example.org")
                .acl("subnet-0cc3", List.of(), List.of())
                .acl(
                        SUBNET,
                        List.of(rule(90, false, "203.0.113.0/24", 0, 65_535), anything()),
                        List.of(rule(90, false, "0.0.0.0/0", 25, 25), anything()))
                .route(TABLE, new Route("192.0.2.0/25", way, way.equals(NAT) ? "active" : "blackhole"));
        for (int i = 0; i < 30; i++) {
            account.route(TABLE, new Route("10.77." + i + ".0/24", "pcx-0dead" + i, "blackhole"));
        }
        return account;
    }
}
