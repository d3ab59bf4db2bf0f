package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.LOG_GROUP;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.anything;
import static io.github.ecsmedic.account.FakeAccount.open;
import static io.github.ecsmedic.account.FakeAccount.rule;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeAccount.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.Verdicts.Row;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DependencyPathTest {
    static final String ADDRESS = "10.0.50.9";
    private static final String TIMEOUT = "FATAL: dial tcp 10.0.50.9:5432: i/o timeout";
    private static final String REFUSED = "FATAL: dial tcp 10.0.50.9:5432: connect: connection refused";
    private static final String BY_NAME = "FATAL: dial tcp db.example.internal:5432: i/o timeout";
    private static final String LOOKUP = "Error: getaddrinfo ENOTFOUND db.example.internal";
    private static final String GROUP_OF_DATABASE = "sg-0db1";

    /** A database in another subnet of the VPC, whose group admits that of the task. */
    static FakeAccount account(String line) {
        return admitting(line, new Rule("tcp", 5432, 5432, List.of(), List.of(GROUP), List.of()));
    }

    /** The same with these rules of the database's group. */
    static FakeAccount admitting(String line, Rule... rules) {
        return small().subnet("subnet-0db1", "rtb-0db1")
                .log(LOG_GROUP, Failure.STREAM, "starting", line)
                .group(new SecurityGroup(GROUP_OF_DATABASE, VPC, List.of(rules), List.of()))
                .occupant(
                        new NetworkInterface("eni-0db1", "subnet-0db1", List.of(ADDRESS), List.of(GROUP_OF_DATABASE)),
                        "RDSNetworkInterface");
    }

    private static Row row(String name, FakeAccount account, String says) {
        return new Row(new DependencyPath(), name, Failure.exit(1), account, says);
    }

    static Stream<Row> rows() {
        return Stream.of(ways(), groups(), names(), unread()).flatMap(rows -> rows);
    }

    private static Stream<Row> ways() {
        return Stream.of(
                row("the way is open", account(TIMEOUT), "passed"),
                row("it answered", account(REFUSED), "passed"),
                row("the task itself", account("Error: connect ECONNREFUSED 127.0.0.1:6379"), "passed"),
                row(
                        "another failure",
                        account("Error: the moon is full"),
                        "n/a: the log names nobody whom the application cannot reach"),
                row("an address that nobody has", account(TIMEOUT.replace("50.9", "50.10")), "nobody"),
                row("an address outside the VPC without a route", account(TIMEOUT.replace("10.0", "10.9")), "no-route"),
                row(
                        "an address behind a peering",
                        account(TIMEOUT.replace("10.0", "10.9")).route("10.9.0.0/16", "pcx-0aa1"),
                        "open: The route 10.9.0.0/16 of " + TABLE
                                + " leads to a VPC peering connection (pcx-0aa1), which"
                                + " is outside our view: ec2:DescribeRouteTables"),
                row("a name on the internet without a way out", account(outside()), "passed"),
                row(
                        "an address on the internet without a way out",
                        account("FATAL: dial tcp 203.0.113.9:443: i/o timeout"),
                        "no-route"),
                row(
                        "a service of AWS that an endpoint may serve",
                        account("FATAL: dial tcp logs.us-east-1.amazonaws.com:443: i/o timeout")
                                .withEndpoints("logs"),
                        "open: endpoint vpce-logs may serve logs.us-east-1.amazonaws.com, and is not walked:"
                                + " ec2:DescribeVpcEndpoints"),
                row("a host on the internet", account(outside()).behindNat(), "passed"));
    }

    private static String outside() {
        return "FATAL: dial tcp api.example.com:443: i/o timeout";
    }

    private static Stream<Row> groups() {
        FakeAccount shut =
                account(TIMEOUT).group(new SecurityGroup(GROUP, VPC, List.of(), List.of(tcp(443, "0.0.0.0/0"))));
        FakeAccount byGroup = account(TIMEOUT)
                .group(new SecurityGroup(
                        GROUP,
                        VPC,
                        List.of(),
                        List.of(new Rule("tcp", 5432, 5432, List.of(), List.of(GROUP_OF_DATABASE), List.of()))));
        return Stream.of(
                row(
                        "no rule of the database admits the task",
                        admitting(TIMEOUT, tcp(5432, "10.0.7.0/24")),
                        "not-admitted"),
                row("a rule admits the task's subnet", admitting(TIMEOUT, tcp(5432, "10.0.0.0/24")), "passed"),
                row("a rule admits another port", admitting(TIMEOUT, tcp(3306, "0.0.0.0/0")), "not-admitted"),
                row("the task is not let out", shut, "not-let-out"),
                row("the task is let out to the database's group", byGroup, "passed"),
                row(
                        "an ACL of the database's subnet denies",
                        account(TIMEOUT)
                                .acl(
                                        "subnet-0db1",
                                        List.of(rule(90, false, "10.0.0.0/24", 5432, 5432), anything()),
                                        List.of(anything())),
                        "denied"));
    }

    private static Stream<Row> names() {
        RecordSet address = new RecordSet("db.example.internal", "A", List.of(ADDRESS));
        RecordSet other = new RecordSet("cache.example.internal", "A", List.of("10.0.50.11"));
        RecordSet alias =
                new RecordSet("db.example.internal", "A", List.of("internal-front-1234.us-east-1.elb.amazonaws.com."));
        FakeAccount balanced = account(BY_NAME)
                .zone("Z1", "example.internal", alias)
                .group(new SecurityGroup("sg-0ba1", VPC, List.of(), List.of(open("0.0.0.0/0"))))
                .occupant(
                        new NetworkInterface("eni-0ba1", SUBNET, List.of("10.0.0.30"), List.of("sg-0ba1")),
                        "ELB app/front/00000000000000b1");
        return Stream.of(
                row("a name of a private zone", account(BY_NAME).zone("Z1", "example.internal", address), "passed"),
                row(
                        "a name of a private zone, and no rule",
                        admitting(BY_NAME).zone("Z1", "example.internal", address),
                        "not-admitted"),
                row("an alias of a load balancer that admits nobody", balanced, "not-admitted"),
                row("no record", account(LOOKUP).zone("Z1", "example.internal", other), "no-record"),
                row("a record", account(LOOKUP).zone("Z1", "example.internal", address), "passed"),
                row("no zone", account(LOOKUP), "no-zone"),
                row("no zone for a public name", account(LOOKUP.replace("internal", "com")), "passed"),
                row("no domain", account("Error: getaddrinfo ENOTFOUND redis"), "no-domain"),
                row(
                        "zones have no effect",
                        account(LOOKUP).dns(true, false).zone("Z1", "example.internal", address),
                        "zone-ineffective"),
                row(
                        "another resolver is asked",
                        account(LOOKUP).withResolvers("10.9.0.53"),
                        "open: the VPC asks 10.9.0.53, whose answers are not seen: ec2:DescribeDhcpOptions"));
    }

    private static Stream<Row> unread() {
        return Stream.of(
                row(
                        "the subnet is not read",
                        account(TIMEOUT).unknown("ec2:DescribeSubnets", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeSubnets"),
                row(
                        "interfaces are not read",
                        account(TIMEOUT).unknown("ec2:DescribeNetworkInterfaces", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeNetworkInterfaces"),
                row(
                        "zones are not read",
                        account(LOOKUP).unknown("route53:ListHostedZonesByVPC", "AccessDenied"),
                        "open: AccessDenied: route53:ListHostedZonesByVPC"),
                row(
                        "groups are not read, the rest is in order",
                        admitting(TIMEOUT).unknown("ec2:DescribeSecurityGroups", "AccessDenied"),
                        "passed"),
                row(
                        "the log is not read",
                        account(TIMEOUT).unknown("logs:GetLogEvents", "AccessDenied"),
                        "n/a: the log names nobody whom the application cannot reach"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void path_toWhatTheLogNames_says(Row row) {
        assertThat(row.verdict()).isEqualTo(row.says());
    }

    @Test
    void path_whereNoRuleAdmits_namesBothSidesAndStops() {
        CheckResult result = new DependencyPath().run(Failure.exit(1).in(admitting(TIMEOUT)));

        assertThat(result)
                .isEqualTo(new Failed(
                        "not-admitted",
                        Resources.of("dependency-security-group", GROUP_OF_DATABASE, "task-security-group", GROUP),
                        List.of(
                                new Evidence(
                                        "10.0.50.9 is the address of network interface eni-0db1 (RDSNetworkInterface)",
                                        "ec2:DescribeNetworkInterfaces"),
                                new Evidence("sg-0aa1 lets the task out to 10.0.50.9", "ec2:DescribeSecurityGroups"),
                                new Evidence(
                                        "No rule of sg-0db1, the security groups of network interface eni-0db1, admits"
                                                + " the task on port 5432",
                                        "ec2:DescribeSecurityGroups")),
                        ((Failed) result).exhibits()));
    }

    @Test
    void path_whereGroupsAreNotRead_tellsThatBesideTheRest() {
        CheckResult result = new DependencyPath()
                .run(Failure.exit(1).in(admitting(TIMEOUT).unknown("ec2:DescribeSecurityGroups", "AccessDenied")));

        assertThat(((Passed) result).exhibits())
                .contains(new Exhibit.Unread(List.of("AccessDenied: ec2:DescribeSecurityGroups")));
    }

    @Test
    void path_ofATaskOnAnInstanceWithItsOwnInterface_startsThere() {
        CheckResult result =
                new DependencyPath().run(Failure.exit(1).onInstance().in(admitting(TIMEOUT)));

        assertThat(((Failed) result).resources())
                .isEqualTo(Resources.of("dependency-security-group", GROUP_OF_DATABASE, "task-security-group", GROUP));
    }
}
