package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.ENDPOINT_GROUP;
import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.NAT;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis.AlsoAffected;
import io.github.ecsmedic.model.Diagnosis.Looked;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NeighboursTest {
    private static final String ELSEWHERE = "subnet-0cc3";
    private static final String FOREIGN = "subnet-9ff9";
    private static final String REFUSED = "AccessDenied: ";

    /** Two neighbours, of which one uses what is broken. */
    record Row(String name, FakeAccount account, List<String> kinds, Resources resources) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static FakeAccount two(String subnet, String otherSubnet) {
        return small().subnet(ELSEWHERE, "rtb-0cc3")
                .neighbour("same", subnet, GROUP, "same:1")
                .neighbour("other", otherSubnet, "sg-0cc3", "other:1");
    }

    private static Row row(String name, FakeAccount account, List<String> kinds, String... resources) {
        return new Row(
                name, account, kinds, Resources.of("vpc", VPC, "subnet", SUBNET).and(Resources.of(resources)));
    }

    static Stream<Row> rows() {
        return Stream.of(
                row("table", two(SUBNET, ELSEWHERE), List.of("route-table"), "route-table", TABLE),
                row(
                        "main table, foreign VPC",
                        two(SUBNET, FOREIGN).withoutAssociation(),
                        List.of("route-table"),
                        "route-table",
                        "rtb-main"),
                row("subnet", two(SUBNET, ELSEWHERE), List.of("subnet")),
                row(
                        "network ACL",
                        two(SUBNET, ELSEWHERE).acl(SUBNET, List.of(), List.of()),
                        List.of("network-acl"),
                        "network-acl",
                        "acl-0aa1",
                        "acl-subnet",
                        SUBNET),
                row("group", two(ELSEWHERE, SUBNET), List.of("security-group"), "security-group", GROUP),
                row("NAT gateway", two(SUBNET, ELSEWHERE).behindNat(), List.of("nat-gateway"), "nat-gateway", NAT),
                row("VPC", two(ELSEWHERE, FOREIGN), List.of("vpc")),
                row("VPC and table", two(SUBNET, ELSEWHERE), List.of("vpc", "route-table"), "route-table", TABLE),
                row("DHCP options", two(ELSEWHERE, FOREIGN), List.of("dhcp-options"), "dhcp-options", "dopt-0aa1"),
                row(
                        "DNS Firewall",
                        two(ELSEWHERE, FOREIGN),
                        List.of("firewall-group"),
                        "firewall-group",
                        "rslvr-frg-0aa1"),
                row("private zone", two(ELSEWHERE, FOREIGN), List.of("hosted-zone"), "hosted-zone", "Z0AA1"),
                row(
                        "resolver rule",
                        two(ELSEWHERE, FOREIGN),
                        List.of("resolver-rule"),
                        "resolver-rule",
                        "rslvr-rr-0aa1"),
                row(
                        "interface endpoint",
                        two(ELSEWHERE, FOREIGN).withEndpoints("ecr.api"),
                        List.of("endpoint"),
                        "endpoint",
                        "vpce-ecr.api"),
                row(
                        "gateway endpoint",
                        two(SUBNET, ELSEWHERE).s3Gateway(TABLE),
                        List.of("endpoint"),
                        "endpoint",
                        FakeAccount.S3_GATEWAY),
                row(
                        "an endpoint that admits by group",
                        two(SUBNET, SUBNET)
                                .withEndpoints("ecr.api")
                                .group(new SecurityGroup(
                                        ENDPOINT_GROUP,
                                        VPC,
                                        List.of(new SecurityGroup.Rule(
                                                "tcp", 443, 443, List.of(), List.of("sg-0cc3"), List.of())),
                                        List.of())),
                        List.of("endpoint", "endpoint-security-group"),
                        "endpoint",
                        "vpce-ecr.api",
                        "endpoint-security-group",
                        ENDPOINT_GROUP));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void service_thatUsesTheObject_isHitAndNoOtherIs(Row row) {
        Resources resources = row.resources();

        assertThat(of(row.account(), row.kinds(), resources))
                .isEqualTo(found(
                        new Looked(3, 3),
                        List.of(),
                        new AlsoAffected("same", resources.first(row.kinds().getFirst()))));
    }

    private static CheckResult of(FakeAccount account, List<String> kinds, Resources resources) {
        return new Neighbours(new Cause("net.a", Certainty.PROVEN, "it", resources, List.of()), kinds)
                .run(Failure.login(FakeAccount.OTHER_ADDRESS).in(account));
    }

    private static CheckResult behindTable(FakeAccount account) {
        return of(account, List.of("route-table"), Resources.of("vpc", VPC, "subnet", SUBNET, "route-table", TABLE));
    }

    private static Passed found(Looked looked, List<String> unread, AlsoAffected... services) {
        return new Passed(
                Resources.NONE,
                List.of(),
                List.of(new Exhibit.Neighbours(List.of(services), looked), new Exhibit.Unread(unread)));
    }

    @Test
    void service_withAGroupMoreThanTheBroken_isLetOutByIt() {
        FakeAccount account = two(SUBNET, SUBNET);

        assertThat(of(account, List.of("security-group"), Resources.of("vpc", VPC, "security-group", "sg-none")))
                .isEqualTo(found(new Looked(3, 3), List.of()));
    }

    @Test
    void natGateway_ofTheMainTable_isUsedOnlyInItsVpc() {
        FakeAccount account =
                two(SUBNET, FOREIGN).withoutAssociation().route("rtb-main", new Route("0.0.0.0/0", NAT, "active"));

        assertThat(of(account, List.of("nat-gateway"), Resources.of("vpc", VPC, "subnet", SUBNET, "nat-gateway", NAT)))
                .isEqualTo(found(new Looked(3, 3), List.of(), new AlsoAffected("same", NAT)));
    }

    @Test
    void cluster_withManyServices_isLookedAtWithTwelveCalls() {
        FakeAccount account = crowd(small(), 249);

        assertThat(behindTable(account))
                .isEqualTo(found(
                        new Looked(100, 250),
                        List.of(),
                        IntStream.range(0, 99)
                                .mapToObj(i -> new AlsoAffected("n-%03d".formatted(i), TABLE))
                                .toArray(AlsoAffected[]::new)));
        assertThat(account.asked()).filteredOn(o -> o.startsWith("ecs:")).hasSize(12);
        assertThat(account.asked()).doesNotContain("ec2:DescribeSubnets");
    }

    @Test
    void cluster_whoseSubnetsMustBeRead_isLookedAtWithTwelveCalls() {
        FakeAccount account = crowd(small().withoutAssociation(), 249);

        CheckResult result = of(
                account, List.of("route-table"), Resources.of("vpc", VPC, "subnet", SUBNET, "route-table", "rtb-main"));

        assertThat(((Passed) result).exhibits().getFirst()).extracting("looked").isEqualTo(new Looked(91, 250));
        assertThat(account.asked()).filteredOn(o -> o.startsWith("ecs:")).hasSize(11);
    }

    private static FakeAccount crowd(FakeAccount account, int others) {
        IntStream.range(0, others).forEach(i -> account.neighbour("n-%03d".formatted(i), SUBNET, GROUP, "n:1"));
        return account;
    }

    @Test
    void count_thatMayNotBeRead_isNotGuessed() {
        FakeAccount account = crowd(small(), 249).unknown("ecs:DescribeClusters", "AccessDenied");

        assertThat(((Passed) behindTable(account)).exhibits())
                .extracting(e -> e instanceof Exhibit.Neighbours(List<AlsoAffected> _, Looked looked) ? looked : e)
                .containsExactly(
                        new Looked(100, 0),
                        new Exhibit.Unread(
                                List.of("how many services there are: " + REFUSED + "ecs:DescribeClusters")));
    }

    @Test
    void listing_refused_isInconclusive() {
        assertThat(behindTable(two(SUBNET, ELSEWHERE).unknown("ecs:ListServices", "AccessDenied")))
                .isEqualTo(new Inconclusive(REFUSED + "ecs:ListServices"));
    }

    @Test
    void services_thatMayNotBeDescribed_areNotLookedAt() {
        assertThat(behindTable(two(SUBNET, ELSEWHERE).unknown("ecs:DescribeServices", "AccessDenied")))
                .isEqualTo(found(new Looked(1, 3), List.of(REFUSED + "ecs:DescribeServices")));
    }

    @Test
    void tables_thatMayNotBeRead_leaveTheServicesUnlookedAt() {
        assertThat(behindTable(two(SUBNET, ELSEWHERE).unknown("ec2:DescribeRouteTables", "AccessDenied")))
                .isEqualTo(found(new Looked(1, 3), List.of("2 services: " + REFUSED + "ec2:DescribeRouteTables")));
    }

    @Test
    void service_withoutANetworkOfItsOwn_isNotLookedAt() {
        Service api = FakeAccount.service();
        FakeAccount account = small().service(new Service(
                api.arn() + "-host",
                "api-host",
                api.clusterArn(),
                "ACTIVE",
                1,
                1,
                0,
                "h:1",
                "EC2",
                "ECS",
                List.of(),
                Service.Balancing.NONE,
                List.of(),
                api.tags(),
                null));

        assertThat(behindTable(account))
                .isEqualTo(found(new Looked(1, 2), List.of("1 service: no network of its own: ecs:DescribeServices")));
    }

    @Test
    void oneOffTask_hasEveryServiceAsItsNeighbour() {
        assertThat(new Neighbours(
                                new Cause(
                                        "net.a",
                                        Certainty.PROVEN,
                                        "it",
                                        Resources.of("vpc", VPC, "subnet", SUBNET, "route-table", TABLE),
                                        List.of()),
                                List.of("route-table"))
                        .run(Failure.login(FakeAccount.OTHER_ADDRESS).oneOff().in(small())))
                .isEqualTo(found(new Looked(1, 1), List.of(), new AlsoAffected("api", TABLE)));
    }

    @Test
    void networkAcl_ofTheNatGatewaysSubnet_isNotAskedAbout() {
        assertThat(of(
                        two(SUBNET, ELSEWHERE),
                        List.of("network-acl"),
                        Resources.of(
                                "vpc", VPC, "subnet", SUBNET, "network-acl", "acl-0bb2", "acl-subnet", "subnet-0bb2")))
                .isInstanceOf(NotApplicable.class);
    }

    @Test
    void cause_withoutSuchAnObject_asksNothing() {
        FakeAccount account = small();

        assertThat(of(account, List.of("nat-gateway"), Resources.of("vpc", VPC)))
                .isInstanceOf(NotApplicable.class);
        assertThat(account.asked()).isEmpty();
    }
}
