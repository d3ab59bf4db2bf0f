package io.github.ecsmedic.account;

import static io.github.ecsmedic.account.FakeAccount.ENDPOINT_GROUP;
import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_LIST;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.anything;
import static io.github.ecsmedic.account.FakeAccount.rule;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeAccount.tcp;
import static io.github.ecsmedic.account.NetworkAccounts.deployed;
import static io.github.ecsmedic.account.NetworkAccounts.hub;
import static io.github.ecsmedic.account.NetworkAccounts.isolated;
import static io.github.ecsmedic.account.NetworkAccounts.nothing;
import static io.github.ecsmedic.account.NetworkAccounts.told;
import static io.github.ecsmedic.model.Certainty.PROBABLE;
import static io.github.ecsmedic.model.Certainty.PROVEN;

import io.github.ecsmedic.account.NetworkAccount.Told;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Endpoints, security groups and network ACLs that stop packets. */
final class RuleAccounts {
    private static final String LIST = "pl-0cc3";
    private static final String SECOND_GROUP = "sg-0bb2";
    private static final String HOST_SUBNET = "subnet-0dd4";

    private RuleAccounts() {}

    static Stream<NetworkAccount> endpoints() {
        return Stream.of(
                new NetworkAccount(
                        "S3 gateway endpoint: associated with the wrong table",
                        () -> served("rtb-0bb2"),
                        StartTexts.layers(S3_ADDRESS),
                        told(
                                "network.s3_gateway_not_associated",
                                PROVEN,
                                "route-table rtb-0aa1 failed",
                                "198.51.100.20, rtb-0aa1, subnet-0aa1, vpc-0aa1, vpce-0aa1"),
                        () -> served(TABLE),
                        Told.OPEN),
                new NetworkAccount(
                        "endpoint in another subnet: its network ACL lets no answer out",
                        () -> elsewhere("10.0.98.0/24"),
                        StartTexts.login("10.0.98.10"),
                        told(
                                "network.acl_denied",
                                PROVEN,
                                "endpoint-acl acl-0cc3 failed",
                                "acl-0cc3, acl-0cc3 egress 32766 32768-60999 10.0.0.0/24, subnet-0aa1, subnet-0cc3, vpc-0aa1"),
                        () -> elsewhere("10.0.0.0/16"),
                        Told.OPEN),
                new NetworkAccount(
                        "endpoint's group: it admits a group that the task does not wear",
                        () -> admitting(SECOND_GROUP),
                        StartTexts.login("10.0.0.10"),
                        told(
                                "network.endpoint_ingress_denied",
                                PROVEN,
                                "endpoint-security-group sg-0ee5 failed",
                                "sg-0aa1, sg-0ee5, subnet-0aa1, vpc-0aa1, vpce-ecr.api"),
                        () -> admitting(GROUP),
                        Told.OPEN),
                new NetworkAccount(
                        "endpoint for logs alone is missing",
                        () -> small().withEndpoints("ecr.api", "ecr.dkr").s3Gateway(TABLE),
                        StartTexts.logs(StartTexts.timedOut("192.0.2.61")),
                        told(
                                "network.endpoint_missing",
                                PROVEN,
                                "route-table rtb-0aa1 failed",
                                "192.0.2.61, com.amazonaws.us-east-1.logs, rtb-0aa1, sg-0ee5, subnet-0aa1, vpc-0aa1"),
                        NetworkAccounts::isolated,
                        nothing("route-table rtb-0aa1 failed")));
    }

    private static FakeAccount served(String table) {
        return small().withEndpoints("ecr.api", "ecr.dkr", "logs")
                .subnet(HOST_SUBNET, "rtb-0bb2")
                .s3Gateway(table);
    }

    private static FakeAccount elsewhere(String toWhom) {
        return isolated()
                .subnet("subnet-0cc3", "rtb-0cc3")
                .interfaceAt("ecr.api", "subnet-0cc3", "10.0.98.10")
                .acl("subnet-0cc3", List.of(anything()), List.of(rule(100, true, toWhom, 1_024, 65_535)));
    }

    private static FakeAccount admitting(String group) {
        Rule rule = new Rule("tcp", 443, 443, List.of("10.0.99.0/24"), List.of(group), List.of());
        return isolated().group(new SecurityGroup(ENDPOINT_GROUP, VPC, List.of(rule), List.of()));
    }

    static Stream<NetworkAccount> filters() {
        return Stream.of(
                new NetworkAccount(
                        "two groups: neither lets the registry's port out",
                        () -> wearing(tcp(80, "0.0.0.0/0"), tcp(5_432, "10.0.0.0/16")),
                        StartTexts.dockerHub(OTHER_ADDRESS),
                        told(
                                "network.task_egress_denied",
                                PROVEN,
                                "security-group sg-0aa1, sg-0bb2 failed",
                                "192.0.2.44, sg-0aa1, sg-0bb2, subnet-0aa1, vpc-0aa1"),
                        () -> wearing(tcp(80, "0.0.0.0/0"), tcp(443, "0.0.0.0/0")),
                        Told.OPEN),
                new NetworkAccount(
                        "prefix list in a group: it does not hold the addresses of S3",
                        () -> naming(LIST),
                        StartTexts.layers(S3_ADDRESS),
                        told(
                                "network.task_egress_denied",
                                PROVEN,
                                "security-group sg-0aa1 failed",
                                "198.51.100.20, pl-0aa1, sg-0aa1, subnet-0aa1, vpc-0aa1"),
                        () -> naming(S3_LIST),
                        Told.OPEN),
                new NetworkAccount(
                        "network ACL: the request may go, its answer may not come back",
                        () -> answered(1_024, 32_767),
                        StartTexts.dockerHub(OTHER_ADDRESS),
                        told(
                                "network.acl_denied",
                                PROVEN,
                                "return acl-0aa1 failed",
                                "acl-0aa1, acl-0aa1 ingress 32766 32768-60999 0.0.0.0/0, subnet-0aa1, vpc-0aa1"),
                        () -> answered(1_024, 65_535),
                        Told.OPEN),
                new NetworkAccount(
                        "network ACL: only some of the ports for answers are open",
                        () -> answered(1_024, 49_151),
                        StartTexts.dockerHub(OTHER_ADDRESS),
                        told(
                                "network.acl_denied",
                                PROBABLE,
                                "return acl-0aa1 failed",
                                "acl-0aa1, acl-0aa1 ingress 32766 32768-60999 0.0.0.0/0, subnet-0aa1, vpc-0aa1"),
                        () -> answered(1_024, 60_999),
                        Told.OPEN));
    }

    private static FakeAccount wearing(Rule first, Rule second) {
        return hub().group(new SecurityGroup(GROUP, VPC, List.of(), List.of(first)))
                .group(new SecurityGroup(SECOND_GROUP, VPC, List.of(), List.of(second)))
                .service(FakeAccount.service(deployed(List.of(SUBNET), List.of(GROUP, SECOND_GROUP))));
    }

    private static FakeAccount naming(String list) {
        Rule toList = new Rule("tcp", 443, 443, List.of(), List.of(), List.of(list));
        return isolated()
                .prefixList(new PrefixList(LIST, "offices", List.of("203.0.113.0/24")))
                .group(new SecurityGroup(GROUP, VPC, List.of(), List.of(tcp(443, "10.0.0.0/16"), toList)));
    }

    private static FakeAccount answered(int from, int to) {
        return hub().acl(
                        SUBNET,
                        List.of(rule(100, true, "10.0.0.0/16", 0, 65_535), rule(110, true, "0.0.0.0/0", from, to)),
                        List.of(anything()));
    }
}
