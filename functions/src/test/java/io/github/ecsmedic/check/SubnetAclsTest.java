package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.NAT_SUBNET;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.anything;
import static io.github.ecsmedic.account.FakeAccount.rule;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.NetworkAcl.Entry;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubnetAclsTest {
    private static final List<Entry> ALL = List.of(anything());
    private static final List<Entry> WEB_ONLY = List.of(rule(100, true, "0.0.0.0/0", 443, 443));
    private static final List<Entry> ANSWERS = List.of(rule(100, true, "0.0.0.0/0", 1024, 65_535));
    private static final String ELSEWHERE = "subnet-0cc3";

    static Stream<Verdicts.Row> rows() {
        return Stream.of(ofTask(), ofEndpoint(), ofNat(), unread()).flatMap(rows -> rows);
    }

    private static Stream<Verdicts.Row> ofTask() {
        Failure login = Failure.login(OTHER_ADDRESS);
        Failure layers = Failure.of("image_pull.layer_fetch");
        return Stream.of(
                row("default rules", login, small(), "passed"),
                row("443 out, answers in", login, small().acl(SUBNET, ANSWERS, WEB_ONLY), "passed"),
                row("443 out, 443 in", login, small().acl(SUBNET, WEB_ONLY, WEB_ONLY), "denied"),
                row("nothing out", login, small().acl(SUBNET, ALL, List.of()), "denied"),
                row(
                        "answers to some ports",
                        login,
                        small().acl(SUBNET, List.of(rule(100, true, "0.0.0.0/0", 1024, 50_000)), ALL),
                        "partly"),
                row(
                        "another port is dialled",
                        Failure.login(OTHER_ADDRESS).fact(Fact.PORT, "8443"),
                        small().acl(SUBNET, ANSWERS, WEB_ONLY),
                        "denied"),
                row(
                        "S3's ranges, no address in the message",
                        layers,
                        small().acl(SUBNET, ALL, List.of(rule(100, true, "198.51.100.0/24", 443, 443))),
                        "passed"),
                row(
                        "half of S3's ranges",
                        layers,
                        small().acl(SUBNET, ALL, List.of(rule(100, true, "198.51.100.0/26", 443, 443))),
                        "partly"),
                row(
                        "no address in the message, nothing public let out",
                        dockerHub(),
                        small().acl(SUBNET, ALL, List.of(rule(100, true, "10.0.0.0/8", 443, 443))),
                        "denied"),
                row(
                        "no address in the message, half of the world let out",
                        dockerHub(),
                        small().acl(SUBNET, ALL, List.of(rule(100, true, "128.0.0.0/1", 443, 443))),
                        "open: Whether network ACL acl-0aa1 of subnet-0aa1 lets packets out to registry-1.docker.io on"
                                + " port 443 depends on the address: ec2:DescribeNetworkAcls"),
                row(
                        "the name did not resolve",
                        Failure.login("").fact(Fact.RESOLVER, "10.0.0.2"),
                        small().acl(SUBNET, List.of(), List.of()),
                        "n/a: the name did not resolve, and network ACLs do not filter Amazon's resolver"));
    }

    private static Stream<Verdicts.Row> ofEndpoint() {
        Failure near = Failure.login("10.0.0.10");
        Failure far = Failure.login("10.0.7.10");
        List<Entry> fromTask = List.of(rule(100, true, "10.0.0.0/24", 443, 443));
        List<Entry> toTask = List.of(rule(100, true, "10.0.0.77/32", 32_768, 60_999));
        return Stream.of(
                row(
                        "the endpoint is in the task's own subnet",
                        near,
                        small().withEndpoints("ecr.api").acl(SUBNET, List.of(), List.of()),
                        "n/a: the connection stays within subnet-0aa1, where no network ACL filters it"),
                row(
                        "the endpoint's subnet admits the task",
                        far,
                        farEndpoint().acl(ELSEWHERE, fromTask, toTask),
                        "passed"),
                row("it does not", far, farEndpoint().acl(ELSEWHERE, List.of(), toTask), "denied"),
                row("it does not let answers out", far, farEndpoint().acl(ELSEWHERE, fromTask, WEB_ONLY), "denied"),
                row("the task's subnet does not", far, farEndpoint().acl(SUBNET, ALL, List.of()), "denied"),
                row(
                        "no endpoint has that address",
                        Failure.login("10.0.7.99"),
                        farEndpoint().acl(ELSEWHERE, List.of(), List.of()),
                        "passed"));
    }

    private static Stream<Verdicts.Row> ofNat() {
        Failure login = Failure.login(OTHER_ADDRESS);
        List<Entry> in = List.of(rule(100, true, "10.0.0.0/16", 443, 443), rule(110, true, "0.0.0.0/0", 1024, 65_535));
        List<Entry> out = List.of(rule(100, true, "0.0.0.0/0", 443, 443), rule(110, true, "10.0.0.0/16", 1024, 65_535));
        return Stream.of(
                row("all four ways are open", login, small().behindNat().acl(NAT_SUBNET, in, out), "passed"),
                row(
                        "not in from the task",
                        login,
                        small().behindNat().acl(NAT_SUBNET, in.subList(1, 2), out),
                        "denied"),
                row(
                        "not out to the world",
                        login,
                        small().behindNat().acl(NAT_SUBNET, in, out.subList(1, 2)),
                        "denied"),
                row(
                        "not in from the world",
                        login,
                        small().behindNat().acl(NAT_SUBNET, in.subList(0, 1), out),
                        "denied"),
                row("not out to the task", login, small().behindNat().acl(NAT_SUBNET, in, out.subList(0, 1)), "denied"),
                row(
                        "answers of the world to the client's ports only",
                        login,
                        small().behindNat()
                                .acl(
                                        NAT_SUBNET,
                                        List.of(in.getFirst(), rule(110, true, "0.0.0.0/0", 32_768, 65_535)),
                                        out),
                        "partly"),
                row(
                        "the packets do not go by the NAT gateway",
                        Failure.of("image_pull.layer_fetch"),
                        small().behindNat().s3Gateway(TABLE).acl(NAT_SUBNET, List.of(), List.of()),
                        "passed"));
    }

    private static Stream<Verdicts.Row> unread() {
        Failure login = Failure.login(OTHER_ADDRESS);
        return Stream.of(
                row(
                        "ACLs unreadable",
                        login,
                        small().unknown("ec2:DescribeNetworkAcls", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeNetworkAcls"),
                row(
                        "subnet unreadable",
                        login,
                        small().unknown("ec2:DescribeSubnets", "Throttled"),
                        "open: Throttled: ec2:DescribeSubnets"),
                row(
                        "S3's ranges unreadable",
                        Failure.of("env_file.network_timeout"),
                        small().unknown("ec2:DescribeManagedPrefixLists", "time"),
                        "open: time: ec2:DescribeManagedPrefixLists"),
                row(
                        "no connection failed",
                        Failure.exit(1),
                        small(),
                        "n/a: the message tells of no connection that failed"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void verdict_failureInAccount_isAsDescribed(Verdicts.Row row) {
        assertThat(row.verdict()).isEqualTo(row.says());
        assertThat(row.account().asked()).isSubsetOf(row.check().actions());
    }

    @Test
    void denied_namesRuleAclAndTheEntriesThatWouldMendIt() {
        FakeAccount account =
                small().acl(SUBNET, WEB_ONLY, List.of(rule(99, false, "192.0.2.0/24", 443, 443), anything()));

        CheckResult result = new SubnetAcls().run(Failure.login(OTHER_ADDRESS).in(account));

        assertThat(result).isInstanceOfSatisfying(CheckResult.Failed.class, failed -> {
            assertThat(failed.evidence())
                    .containsExactly(
                            new Evidence(
                                    "Rule 99 of network ACL acl-0aa1 of subnet-0aa1 denies packets out to 192.0.2.44"
                                            + " (api.ecr.us-east-1.amazonaws.com) on port 443",
                                    "ec2:DescribeNetworkAcls"),
                            new Evidence(
                                    "No rule of network ACL acl-0aa1 of subnet-0aa1 lets packets in from 192.0.2.44"
                                            + " (api.ecr.us-east-1.amazonaws.com) to ports 32768–60999",
                                    "ec2:DescribeNetworkAcls"));
            assertThat(failed.resources().all())
                    .containsExactly(
                            new Resource("network-acl", "acl-0aa1"),
                            new Resource("acl-subnet", SUBNET),
                            new Resource("vpc", FakeAccount.VPC),
                            new Resource("subnet", SUBNET),
                            new Resource("acl-entry", "acl-0aa1 egress 98 443-443 0.0.0.0/0"),
                            new Resource("acl-entry", "acl-0aa1 ingress 32766 32768-60999 0.0.0.0/0"));
        });
    }

    private static Failure dockerHub() {
        return Failure.of("image_pull.network_timeout")
                .image("nginx:1.27")
                .fact(Fact.PHASE, "manifest")
                .fact(Fact.HOST, "registry-1.docker.io");
    }

    private static FakeAccount farEndpoint() {
        return small().withEndpoints("ecr.api").interfaceAt("ecr.api", ELSEWHERE, "10.0.7.10");
    }

    private static Verdicts.Row row(String name, Failure failure, FakeAccount account, String says) {
        return new Verdicts.Row(new SubnetAcls(), name, failure, account, says);
    }
}
