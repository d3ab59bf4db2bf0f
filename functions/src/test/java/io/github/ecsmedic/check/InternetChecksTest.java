package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.NAT;
import static io.github.ecsmedic.account.FakeAccount.NAT_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.NAT_SUBNET;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.PublicAccessBlock.Exclusion;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.signature.Fact;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can stop a packet where every route is in order, and subnets without addresses. */
class InternetChecksTest {
    private static final Instant END = Instant.parse("2026-11-20T03:00:00Z");
    private static final String BOTH = "block-bidirectional";
    private static final String INGRESS = "block-ingress";

    static Stream<Verdicts.Row> rows() {
        return Stream.of(behindNat(), direct(), ports(), six(), addresses()).flatMap(rows -> rows);
    }

    private static Stream<Verdicts.Row> behindNat() {
        Check check = new PublicAccess();
        Failure login = Failure.login(OTHER_ADDRESS);
        NatGateway regional = new NatGateway(NAT, VPC, "", "available", true, List.of(NAT_ADDRESS));
        return Stream.of(
                row(check, "off", login, small().behindNat(), "passed"),
                row(check, "both ways", login, small().behindNat().blocking(BOTH), "blocked"),
                row(check, "ingress only", login, small().behindNat().blocking(INGRESS), "passed"),
                row(
                        check,
                        "the NAT gateway's subnet is excluded",
                        login,
                        excluded(NAT_SUBNET, "allow-egress"),
                        "passed"),
                row(check, "the VPC is excluded", login, excluded(VPC, "allow-bidirectional"), "passed"),
                row(check, "another VPC is excluded", login, excluded("vpc-0zz9", "allow-egress"), "blocked"),
                row(
                        check,
                        "only the task's subnet is excluded",
                        login,
                        excluded(SUBNET, "allow-egress"),
                        "open: whether the exclusions of VPC Block Public Access cover the way is not known:"
                                + " ec2:DescribeVpcBlockPublicAccessOptions"),
                row(
                        check,
                        "regional NAT gateway and some subnet excluded",
                        login,
                        small().behind(regional).blocking(BOTH, new Exclusion("subnet-0zz9", "allow-egress")),
                        "open: whether the exclusions of VPC Block Public Access cover the way is not known:"
                                + " ec2:DescribeVpcBlockPublicAccessOptions"),
                row(
                        check,
                        "unreadable",
                        login,
                        small().behindNat().unknown("ec2:DescribeVpcBlockPublicAccessOptions", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeVpcBlockPublicAccessOptions"),
                row(
                        check,
                        "S3 by its gateway endpoint",
                        Failure.layers(S3_ADDRESS),
                        small().s3Gateway(TABLE).blocking(BOTH),
                        "n/a: the packets do not leave by an internet gateway"),
                row(
                        check,
                        "no way out anyhow",
                        login,
                        small().blocking(BOTH),
                        "n/a: the packets do not leave by an internet gateway"),
                row(
                        check,
                        "an endpoint's address",
                        Failure.login("10.0.0.10"),
                        small().withEndpoints("ecr.api").blocking(BOTH),
                        "n/a: the packets do not leave by an internet gateway"));
    }

    private static Stream<Verdicts.Row> direct() {
        Check check = new PublicAccess();
        Failure login = Failure.login(OTHER_ADDRESS);
        return Stream.of(
                row(check, "direct and both ways", login, straight().blocking(BOTH), "blocked"),
                row(check, "direct and ingress only", login, straight().blocking(INGRESS), "blocked"),
                row(
                        check,
                        "direct, ingress only, excluded for egress, which then counts for nothing",
                        login,
                        straight().blocking(INGRESS, new Exclusion(VPC, "allow-egress")),
                        "blocked"),
                row(
                        check,
                        "direct, ingress only, excluded",
                        login,
                        straight().blocking(INGRESS, new Exclusion(SUBNET, "allow-bidirectional")),
                        "passed"));
    }

    private static Stream<Verdicts.Row> ports() {
        Check check = new NatPorts();
        Failure login = Failure.login(OTHER_ADDRESS).stopping(END, END);
        String untimed = "n/a: nothing tells when the connection failed";
        String other = "n/a: no connection over the internet timed out";
        String noNat = "n/a: the packets do not leave by a NAT gateway that works";
        return Stream.of(
                row(check, "nothing dropped", login, small().behindNat(), "passed"),
                row(check, "no ports", login, small().behindNat().dropping(3, 0), "no-ports"),
                row(check, "packets dropped", login, small().behindNat().dropping(0, 9), "drops"),
                row(
                        check,
                        "no time",
                        Failure.login(OTHER_ADDRESS),
                        small().behindNat().dropping(3, 0),
                        untimed),
                row(check, "no NAT gateway", login, straight().dropping(3, 0), noNat),
                row(
                        check,
                        "not a time-out",
                        Failure.of("image_pull.unknown").stopping(END, END),
                        small().behindNat().dropping(3, 0),
                        other),
                row(
                        check,
                        "an endpoint's address",
                        Failure.login("10.0.0.10").stopping(END, END),
                        small().behindNat().withEndpoints("ecr.api").dropping(3, 0),
                        other),
                row(
                        check,
                        "metrics unreadable",
                        login,
                        small().behindNat().unknown("cloudwatch:GetMetricData", "AccessDenied"),
                        "open: AccessDenied: cloudwatch:GetMetricData"));
    }

    private static Stream<Verdicts.Row> six() {
        Check check = new PublicPath();
        Failure six = Failure.login("2001:db8::44");
        return Stream.of(
                row(check, "IPv6 and IPv4 routes only", six, small().behindNat(), "no-route"),
                row(check, "IPv6 by an egress-only gateway", six, small().route("::/0", "eigw-1"), "passed"),
                row(
                        check,
                        "IPv6 by the internet gateway",
                        six,
                        straight().route("::/0", FakeAccount.GATEWAY),
                        "passed"),
                row(
                        check,
                        "IPv6 without an address, as it seems",
                        Failure.of("image_pull.network_unreachable")
                                .fact(Fact.HOST, "registry-1.docker.io")
                                .fact(Fact.ADDRESS, "2001:db8::44"),
                        straight().route("::/0", FakeAccount.GATEWAY),
                        "open: whether the task has an IPv6 address is not in the event"),
                row(check, "S3 over IPv6 by a gateway endpoint", six, small().s3Gateway(TABLE), "no-route"));
    }

    private static Stream<Verdicts.Row> addresses() {
        Check check = new SubnetAddresses();
        return Stream.of(
                row(check, "stated and none", Failure.of("network.subnet_ip_exhausted"), full(), "exhausted"),
                row(check, "stated, free again", Failure.of("network.subnet_ip_exhausted"), small(), "exhausted"),
                row(
                        check,
                        "stated and unreadable",
                        Failure.of("network.subnet_ip_exhausted").fact(Fact.SUBNET, SUBNET),
                        small().unknown("ec2:DescribeSubnets", "AccessDenied"),
                        "exhausted"),
                row(check, "not stated, none", Failure.of("network.eni_create_failed"), full(), "exhausted"),
                row(check, "not stated, some", Failure.of("network.eni_create_failed"), small(), "passed"),
                row(
                        check,
                        "not stated and unreadable",
                        Failure.of("network.eni_provisioning"),
                        full().unknown("ec2:DescribeSubnets", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeSubnets"),
                row(
                        check,
                        "another failure",
                        Failure.login(OTHER_ADDRESS),
                        full(),
                        "n/a: the task got its network interface"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void verdict_failureInAccount_isAsDescribed(Verdicts.Row row) {
        assertThat(row.verdict()).isEqualTo(row.says());
        assertThat(row.account().asked()).isSubsetOf(row.check().actions());
    }

    private static FakeAccount excluded(String resource, String mode) {
        return small().behindNat().blocking(BOTH, new Exclusion(resource, mode));
    }

    private static FakeAccount straight() {
        return small().publicSubnet().publicIp(true);
    }

    private static FakeAccount full() {
        return small().subnet(s -> new Subnet(s.id(), s.vpcId(), s.cidr(), s.availabilityZone(), s.owner(), 0));
    }

    private static Verdicts.Row row(Check check, String name, Failure failure, FakeAccount account, String says) {
        return new Verdicts.Row(check, name, failure, account, says);
    }
}
