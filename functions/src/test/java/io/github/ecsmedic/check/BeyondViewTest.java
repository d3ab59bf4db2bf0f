package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.NAT;
import static io.github.ecsmedic.account.FakeAccount.NAT_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.NAT_SUBNET;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BeyondViewTest {
    private static final String LOGS = "logs.us-east-1.amazonaws.com";

    static Stream<Verdicts.Row> rows() {
        Failure login = Failure.login(OTHER_ADDRESS);
        return Stream.of(
                row("NAT gateway", login, small().behindNat(), "passed"),
                row("no route at all", login, small(), "passed"),
                row("S3 gateway endpoint", Failure.layers(S3_ADDRESS), small().s3Gateway(TABLE), "passed"),
                row("transit gateway", login, small().route("0.0.0.0/0", "tgw-1"), "transit-gateway"),
                row("peering of a longer prefix", login, small().behindNat().route("192.0.2.0/24", "pcx-1"), "peering"),
                row("peering of another range", login, small().behindNat().route("192.0.3.0/24", "pcx-1"), "passed"),
                row("virtual private gateway", login, small().route("0.0.0.0/0", "vgw-1"), "vpn-gateway"),
                row("firewall endpoint", login, small().route("0.0.0.0/0", "vpce-0f1"), "endpoint"),
                row("appliance's interface", login, small().route("0.0.0.0/0", "eni-1"), "interface"),
                row(
                        "firewall behind the NAT gateway",
                        login,
                        small().behind(new NatGateway(NAT, VPC, NAT_SUBNET, "available", true, List.of(NAT_ADDRESS)))
                                .natRoute("vpce-0f1"),
                        "endpoint"),
                row("an endpoint's address", Failure.login("10.0.0.10"), small().withEndpoints("ecr.api"), "passed"),
                row(
                        "an address of the VPC that is no endpoint's",
                        Failure.login("10.0.0.99"),
                        small().withEndpoints("ecr.api"),
                        "address-unknown"),
                row(
                        "a central endpoint",
                        Failure.login("10.9.0.4"),
                        small().route("10.9.0.0/16", "tgw-1"),
                        "transit-gateway"),
                row(
                        "a name that a private zone leads to a central endpoint",
                        Failure.of("logging.network"),
                        small().zone("Z0AA1", LOGS, new RecordSet(LOGS, "A", List.of("10.9.0.4"))),
                        "name-leads-away"),
                row(
                        "a name that a private zone leads to an endpoint of the VPC",
                        Failure.of("logging.network"),
                        small().withEndpoints("logs")
                                .zone("Z0AA1", LOGS, new RecordSet(LOGS, "A", List.of("10.0.0.10"))),
                        "passed"),
                row(
                        "a name that a private zone leads to an endpoint of the VPC by its name",
                        Failure.of("logging.network"),
                        small().withEndpoints("logs")
                                .zone(
                                        "Z0AA1",
                                        LOGS,
                                        new RecordSet(
                                                LOGS,
                                                "A",
                                                List.of("vpce-logs-0aa1.logs.us-east-1.vpce.amazonaws.com"))),
                        "passed"),
                row("a subnet of another account", login, small().subnet(BeyondViewTest::shared), "shared-vpc"),
                row(
                        "the name did not resolve",
                        Failure.login("").fact(Fact.RESOLVER, "10.0.0.2"),
                        small().route("0.0.0.0/0", "tgw-1"),
                        "n/a: the name did not resolve, so no packet was sent to it"),
                row(
                        "tables unreadable",
                        login,
                        small().unknown("ec2:DescribeRouteTables", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeRouteTables"),
                row(
                        "endpoints unreadable",
                        Failure.login("10.0.0.10"),
                        small().withEndpoints("ecr.api").unknown("ec2:DescribeVpcEndpoints", "time"),
                        "open: time: ec2:DescribeVpcEndpoints"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void verdict_failureInAccount_isAsDescribed(Verdicts.Row row) {
        assertThat(row.verdict()).isEqualTo(row.says());
        assertThat(row.account().asked()).isSubsetOf(row.check().actions());
    }

    static Subnet shared(Subnet s) {
        return new Subnet(s.id(), s.vpcId(), s.cidr(), s.availabilityZone(), "444455556666", s.freeAddresses());
    }

    private static Verdicts.Row row(String name, Failure failure, FakeAccount account, String says) {
        return new Verdicts.Row(new BeyondView(), name, failure, account, says);
    }
}
