package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.DEPLOYMENT;
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
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Exhibit.Stop;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkChecksTest {
    private static final String ECR_HOST = "111122223333.dkr.ecr.us-east-1.amazonaws.com";

    /** One verdict: {@code says} is the fault, {@code passed}, or why it does not apply or is not known. */
    record Row(String name, Check check, Failure failure, FakeAccount account, String says) {
        @Override
        public String toString() {
            return check.id() + ": " + name;
        }
    }

    private static Row row(Check check, String name, Failure failure, FakeAccount account, String says) {
        return new Row(name, check, failure, account, says);
    }

    static String says(CheckResult result) {
        return switch (result) {
            case Failed failed -> failed.fault();
            case Passed _ -> "passed";
            case NotApplicable(String why) -> "n/a: " + why;
            case Inconclusive(String why) -> "open: " + why;
        };
    }

    static Stream<Row> rows() {
        return Stream.of(
                        s3Destination(),
                        s3Gateway(),
                        interfaceEndpoint(),
                        privateDns(),
                        vpcDns(),
                        publicPath(),
                        resolvers(),
                        endpointIngress(),
                        taskEgress())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> s3Destination() {
        Check check = new S3Destination();
        return Stream.of(
                row(check, "address of S3", Failure.layers(S3_ADDRESS), small(), "passed"),
                row(check, "layers without an address", Failure.of("image_pull.layer_fetch"), small(), "passed"),
                row(check, "environment file", Failure.of("env_file.network_timeout"), small(), "passed"),
                row(check, "another address", Failure.layers(OTHER_ADDRESS), small(), "elsewhere"),
                row(check, "login", Failure.login(S3_ADDRESS), small(), "elsewhere"),
                row(
                        check,
                        "private address of an S3 interface endpoint",
                        Failure.layers("10.0.0.10"),
                        small().withEndpoints("s3", "ecr.dkr"),
                        "passed"),
                row(
                        check,
                        "private address of the registry's endpoint",
                        Failure.layers("10.0.0.11"),
                        small().withEndpoints("s3", "ecr.dkr"),
                        "elsewhere"),
                row(
                        check,
                        "no connection",
                        Failure.exit(1),
                        small(),
                        "n/a: the message tells of no connection that failed"),
                row(
                        check,
                        "ranges unreadable",
                        Failure.layers(S3_ADDRESS),
                        small().unknown("ec2:DescribeManagedPrefixLists", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeManagedPrefixLists"));
    }

    private static Stream<Row> s3Gateway() {
        Check check = new S3Gateway();
        Failure layers = Failure.layers(S3_ADDRESS);
        return Stream.of(
                row(check, "none", layers, small(), "missing"),
                row(check, "for another table", layers, small().s3Gateway("rtb-other"), "not-associated"),
                row(check, "for no table", layers, small().s3Gateway(), "not-associated"),
                row(check, "for the table", layers, small().s3Gateway(TABLE), "passed"),
                row(
                        check,
                        "for the main table, which is effective without an association",
                        layers,
                        small().s3Gateway("rtb-main").withoutAssociation(),
                        "passed"),
                row(
                        check,
                        "for a table to which the subnet is not associated any more",
                        layers,
                        small().s3Gateway(TABLE).withoutAssociation(),
                        "not-associated"),
                row(check, "interface endpoint of S3", layers, small().endpoint("s3", e -> e), "passed"),
                row(
                        check,
                        "private address of an S3 interface endpoint",
                        Failure.layers("10.0.0.10"),
                        small().withEndpoints("s3"),
                        "n/a: 10.0.0.10 is a private address, to which no gateway endpoint leads"),
                row(check, "not S3", Failure.login(OTHER_ADDRESS), small(), "n/a: the packets do not go to Amazon S3"),
                row(
                        check,
                        "registry of another region",
                        Failure.of("image_pull.layer_fetch")
                                .image("111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1"),
                        small().s3Gateway(TABLE),
                        "n/a: a gateway endpoint serves only its own region, not that of "
                                + "111122223333.dkr.ecr.eu-west-1.amazonaws.com"),
                row(
                        check,
                        "endpoints unreadable",
                        layers,
                        small().unknown("ec2:DescribeVpcEndpoints", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeVpcEndpoints"),
                row(
                        check,
                        "table unreadable",
                        layers,
                        small().unknown("ec2:DescribeRouteTables", "time"),
                        "open: time: ec2:DescribeRouteTables"));
    }

    private static Stream<Row> interfaceEndpoint() {
        Check check = new InterfaceEndpoint();
        Failure login = Failure.login(OTHER_ADDRESS);
        return Stream.of(
                row(check, "none that a task needs", login, small(), "none-at-all"),
                row(check, "none but one of another kind", login, small().endpoint("sqs", e -> e), "none-at-all"),
                row(check, "others", login, small().withEndpoints("logs"), "missing"),
                row(check, "it is there", login, small().withEndpoints("ecr.api"), "passed"),
                row(
                        check,
                        "one of those that may be meant is missing",
                        Failure.of("resource_init.network_timeout"),
                        small().withEndpoints("ecr.api", "ssm"),
                        "missing"),
                row(
                        check,
                        "private address without an endpoint",
                        Failure.login("10.9.0.4"),
                        small().withEndpoints("logs"),
                        "elsewhere"),
                row(
                        check,
                        "S3",
                        Failure.layers(S3_ADDRESS),
                        small(),
                        "n/a: the packets go to Amazon S3, which a gateway endpoint serves"),
                row(
                        check,
                        "Docker Hub",
                        Failure.of("image_pull.network_timeout").image("nginx"),
                        small(),
                        "n/a: no endpoint of this region can serve docker.io"),
                row(
                        check,
                        "shared subnet",
                        login,
                        small().subnet(s ->
                                new Subnet(s.id(), s.vpcId(), s.cidr(), s.availabilityZone(), "444455556666", 9)),
                        "open: subnet subnet-0aa1 is shared by account 444455556666: ec2:DescribeSubnets"),
                row(
                        check,
                        "task on an instance",
                        Failure.login(OTHER_ADDRESS).onInstance(),
                        small(),
                        "open: the container instance is no longer registered: ecs:DescribeContainerInstances"));
    }

    private static Stream<Row> privateDns() {
        Check check = new EndpointPrivateDns();
        return Stream.of(
                row(check, "on", Failure.login(OTHER_ADDRESS), small().withEndpoints("ecr.api"), "passed"),
                row(
                        check,
                        "no endpoint",
                        Failure.login(OTHER_ADDRESS),
                        small(),
                        "n/a: vpc-0aa1 has no endpoint for 192.0.2.44 (api.ecr.us-east-1.amazonaws.com)"),
                row(
                        check,
                        "private address",
                        Failure.login("10.0.0.10"),
                        small().withEndpoints("ecr.api"),
                        "n/a: the name resolved to 10.0.0.10, a private address"),
                row(
                        check,
                        "endpoints unreadable",
                        Failure.login(OTHER_ADDRESS),
                        small().unknown("ec2:DescribeVpcEndpoints", "Throttled"),
                        "open: Throttled: ec2:DescribeVpcEndpoints"));
    }

    private static final Rule OFFICES = new Rule("tcp", 443, 443, List.of(), List.of(), List.of("pl-offices"));

    private static FakeAccount defaultGroup() {
        Service.Deployment d = FakeAccount.deployment(false);
        return admits(new Rule("tcp", 443, 443, List.of(), List.of("sg-default"), List.of()))
                .group(new SecurityGroup("sg-default", VPC, List.of(), List.of()))
                .service(FakeAccount.service(new Service.Deployment(
                        d.id(),
                        d.status(),
                        d.rolloutState(),
                        d.taskDefinition(),
                        d.desired(),
                        d.running(),
                        d.failed(),
                        d.subnets(),
                        List.of(),
                        d.publicIp(),
                        d.createdAt())));
    }

    private static Stream<Row> vpcDns() {
        Check check = new VpcDnsAttributes();
        Failure login = Failure.login(OTHER_ADDRESS);
        Failure lookup = Failure.of("image_pull.dns_resolution")
                .fact(Fact.HOST, ECR_HOST)
                .fact(Fact.RESOLVER, "10.0.0.2");
        return Stream.of(
                row(check, "both on", login, small().withEndpoints("ecr.api"), "passed"),
                row(
                        check,
                        "host names off",
                        login,
                        small().withEndpoints("ecr.api").dns(true, false),
                        "hostnames-off"),
                row(
                        check,
                        "support off",
                        login,
                        small().withEndpoints("ecr.api").dns(false, false),
                        "support-off"),
                row(
                        check,
                        "no endpoint whose name could be hidden",
                        login,
                        small().withEndpoints("logs").dns(true, false),
                        "n/a: vpc-0aa1 has no endpoint for 192.0.2.44 (api.ecr.us-east-1.amazonaws.com)"),
                row(
                        check,
                        "endpoints unreadable",
                        login,
                        small().dns(true, false).unknown("ec2:DescribeVpcEndpoints", "AccessDenied"),
                        "hostnames-off"),
                row(check, "look-up and host names off", lookup, small().dns(true, false), "passed"),
                row(check, "look-up and support off", lookup, small().dns(false, true), "support-off"),
                row(
                        check,
                        "look-up at a resolver of one's own",
                        Failure.login("").fact(Fact.RESOLVER, "10.9.0.53"),
                        small().dns(false, false),
                        "n/a: the name was asked of 10.9.0.53, which is not Amazon's resolver"),
                row(
                        check,
                        "layers",
                        Failure.layers(S3_ADDRESS),
                        small().dns(false, false),
                        "n/a: Amazon S3 keeps its public addresses behind a gateway endpoint"),
                row(
                        check,
                        "Docker Hub",
                        Failure.of("image_pull.network_timeout").image("nginx"),
                        small().dns(false, false),
                        "n/a: no interface endpoint serves docker.io"),
                row(
                        check,
                        "private address",
                        Failure.login("10.0.0.10"),
                        small().dns(true, false),
                        "n/a: the name resolved to 10.0.0.10, a private address"),
                row(
                        check,
                        "attributes unreadable",
                        login,
                        small().withEndpoints("ecr.api").unknown("ec2:DescribeVpcAttribute", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeVpcAttribute"),
                row(
                        check,
                        "subnet unreadable",
                        Failure.login(OTHER_ADDRESS),
                        small().unknown("ec2:DescribeSubnets", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeSubnets"));
    }

    private static Stream<Row> publicPath() {
        Check check = new PublicPath();
        Failure login = Failure.login(OTHER_ADDRESS);
        NatGateway works = new NatGateway(NAT, VPC, NAT_SUBNET, "available", true, List.of(NAT_ADDRESS));
        return Stream.of(
                row(check, "local route only", login, small(), "no-route"),
                row(check, "NAT gateway", login, small().behindNat(), "passed"),
                row(check, "main table", login, small().behindNat().withoutAssociation(), "no-route"),
                row(
                        check,
                        "regional NAT gateway",
                        login,
                        small().behind(new NatGateway(NAT, VPC, "", "available", true, List.of(NAT_ADDRESS))),
                        "passed"),
                row(
                        check,
                        "NAT gateway being deleted",
                        login,
                        small().behind(new NatGateway(NAT, VPC, NAT_SUBNET, "deleting", true, List.of())),
                        "nat-unavailable"),
                row(
                        check,
                        "private NAT gateway",
                        login,
                        small().behind(new NatGateway(NAT, VPC, NAT_SUBNET, "available", false, List.of())),
                        "nat-private"),
                row(check, "NAT gateway in a private subnet", login, small().behind(works), "nat-without-internet"),
                row(
                        check,
                        "NAT gateway whose subnet leads to itself",
                        login,
                        small().behind(works).natRoute(NAT),
                        "nat-without-internet"),
                row(
                        check,
                        "NAT gateway behind a firewall",
                        login,
                        small().behind(works).natRoute("vpce-fw"),
                        "open: The route 0.0.0.0/0 of rtb-0bb2 leads to a VPC endpoint (vpce-fw), which is outside our view:"
                                + " ec2:DescribeRouteTables"),
                row(check, "NAT gateway that is gone", login, small().route("0.0.0.0/0", "nat-0dead"), "blackhole"),
                row(
                        check,
                        "blackhole to a peering",
                        login,
                        small().route(TABLE, new Route("0.0.0.0/0", "pcx-1", "blackhole")),
                        "blackhole"),
                row(check, "public subnet without an address", login, small().publicSubnet(), "no-public-ip"),
                row(
                        check,
                        "public subnet with one",
                        login,
                        small().publicSubnet().publicIp(true),
                        "passed"),
                row(
                        check,
                        "internet gateway of another VPC",
                        login,
                        small().publicIp(true).route("0.0.0.0/0", "igw-other"),
                        "gateway-detached"),
                row(
                        check,
                        "one-off task in a public subnet",
                        Failure.login(OTHER_ADDRESS).oneOff(),
                        small().publicSubnet(),
                        "open: whether the task has a public address is known only to who started it: event"),
                row(
                        check,
                        "deployment that is gone",
                        Failure.login(OTHER_ADDRESS).startedBy("ecs-svc/9"),
                        small().publicSubnet(),
                        "open: whether the task has a public address is known only to who started it:"
                                + " ecs:DescribeServices"),
                row(
                        check,
                        "transit gateway",
                        login,
                        small().route("0.0.0.0/0", "tgw-1"),
                        "open: The route 0.0.0.0/0 of rtb-0aa1 leads to a transit gateway (tgw-1), which is outside our"
                                + " view: ec2:DescribeRouteTables"),
                row(
                        check,
                        "more specific route to a peering",
                        login,
                        small().behindNat().route("192.0.2.0/24", "pcx-1"),
                        "open: The route 192.0.2.0/24 of rtb-0aa1 leads to a VPC peering connection (pcx-1), which is"
                                + " outside our view: ec2:DescribeRouteTables"),
                row(
                        check,
                        "S3 by its gateway endpoint",
                        Failure.layers(S3_ADDRESS),
                        small().s3Gateway(TABLE),
                        "passed"),
                row(
                        check,
                        "S3 without an address, by its gateway endpoint",
                        Failure.of("env_file.network_timeout"),
                        small().s3Gateway(TABLE),
                        "passed"),
                row(check, "another address past the gateway endpoint", login, small().s3Gateway(TABLE), "no-route"),
                row(check, "IPv6 without a route", Failure.login("2001:db8::1"), small().behindNat(), "no-route"),
                row(
                        check,
                        "IPv6 by an egress-only gateway",
                        Failure.login("2001:db8::1"),
                        small().route("::/0", "eigw-1"),
                        "passed"),
                row(
                        check,
                        "private address",
                        Failure.login("10.0.0.10"),
                        small(),
                        "n/a: 10.0.0.10 is reached within the VPC"),
                row(
                        check,
                        "look-up",
                        Failure.login("").fact(Fact.RESOLVER, "10.0.0.2"),
                        small(),
                        "n/a: the name did not resolve, so no packet was sent to it"),
                row(
                        check,
                        "routes unreadable",
                        login,
                        small().unknown("ec2:DescribeRouteTables", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeRouteTables"),
                row(
                        check,
                        "NAT gateways unreadable",
                        login,
                        small().behindNat().unknown("ec2:DescribeNatGateways", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeNatGateways"),
                row(
                        check,
                        "internet gateways unreadable",
                        login,
                        small().publicSubnet().unknown("ec2:DescribeInternetGateways", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeInternetGateways"),
                row(
                        check,
                        "service unreadable",
                        login,
                        small().publicSubnet().unknown("ecs:DescribeServices", "AccessDenied"),
                        "open: AccessDenied: ecs:DescribeServices"),
                row(
                        check,
                        "prefix list unreadable",
                        login,
                        small().s3Gateway(TABLE).unknown("ec2:GetManagedPrefixListEntries", "AccessDenied"),
                        "open: AccessDenied: ec2:GetManagedPrefixListEntries"));
    }

    private static Stream<Row> resolvers() {
        Failure amazon = Failure.login("").fact(Fact.RESOLVER, "10.0.0.2");
        Failure custom = Failure.login("").fact(Fact.RESOLVER, "10.9.0.53");
        Check asked = new ResolverAsked();
        Check dhcp = new DhcpResolvers();
        return Stream.of(
                row(asked, "Amazon's", amazon, small(), "passed"),
                row(asked, "its own", custom, small(), "custom"),
                row(
                        asked,
                        "not told",
                        Failure.login(OTHER_ADDRESS),
                        small(),
                        "open: the message does not name the resolver that was asked"),
                row(
                        asked,
                        "S3",
                        Failure.layers(S3_ADDRESS),
                        small(),
                        "n/a: a public address is what 198.51.100.20 (Amazon S3) resolves to"),
                row(dhcp, "Amazon's by name", amazon, small(), "passed"),
                row(dhcp, "Amazon's by the VPC's base plus two", amazon, small().withResolvers("10.0.0.2"), "passed"),
                row(dhcp, "its own", custom, small().withResolvers("10.9.0.53"), "custom"),
                row(dhcp, "both", custom, small().withResolvers("10.9.0.53", "AmazonProvidedDNS"), "mixed"),
                row(
                        dhcp,
                        "no endpoint whose name they would have to know",
                        Failure.login(OTHER_ADDRESS),
                        small().withResolvers("10.9.0.53"),
                        "n/a: vpc-0aa1 has no endpoint for 192.0.2.44 (api.ecr.us-east-1.amazonaws.com)"),
                row(
                        dhcp,
                        "an endpoint whose name they would have to know",
                        Failure.login(OTHER_ADDRESS),
                        small().withEndpoints("ecr.api").withResolvers("10.9.0.53"),
                        "custom"),
                row(
                        dhcp,
                        "another than was asked",
                        custom,
                        small().withResolvers("10.8.0.53"),
                        "open: 10.9.0.53, which was asked, is not among the resolvers of dopt-0aa1 (10.8.0.53):"
                                + " ec2:DescribeDhcpOptions"),
                row(
                        dhcp,
                        "no names in the set",
                        custom,
                        small().withResolvers(),
                        "open: no DHCP option set names resolvers for vpc-0aa1: ec2:DescribeDhcpOptions"),
                row(
                        dhcp,
                        "unreadable",
                        custom,
                        small().unknown("ec2:DescribeDhcpOptions", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeDhcpOptions"));
    }

    private static Stream<Row> endpointIngress() {
        Check check = new EndpointIngress();
        Failure dialled = Failure.login("10.0.0.10");
        return Stream.of(
                row(check, "admits the VPC", dialled, small().withEndpoints("ecr.api"), "passed"),
                row(check, "admits nobody", dialled, shut(), "not-admitted"),
                row(
                        check,
                        "admits another range",
                        dialled,
                        admits(FakeAccount.tcp(443, "10.7.0.0/16")),
                        "not-admitted"),
                row(check, "admits another port", dialled, admits(FakeAccount.tcp(80, "10.0.0.0/16")), "not-admitted"),
                row(
                        check,
                        "admits the task's group",
                        dialled,
                        admits(new Rule("tcp", 443, 443, List.of(), List.of(FakeAccount.GROUP), List.of())),
                        "passed"),
                row(
                        check,
                        "admits a prefix list",
                        dialled,
                        admits(OFFICES).prefixList(new PrefixList("pl-offices", "offices", List.of("10.0.0.0/25"))),
                        "passed"),
                row(
                        check,
                        "admits a prefix list without the task",
                        dialled,
                        admits(OFFICES).prefixList(new PrefixList("pl-offices", "offices", List.of("10.0.0.0/26"))),
                        "not-admitted"),
                row(
                        check,
                        "admits a prefix list that is not readable",
                        dialled,
                        admits(OFFICES).unknown("ec2:GetManagedPrefixListEntries", "AccessDenied"),
                        "open: a prefix list in sg-0ee5 may admit the task: ec2:GetManagedPrefixListEntries"),
                row(check, "admits the default group, which the task wears", dialled, defaultGroup(), "passed"),
                row(
                        check,
                        "no address in the message",
                        Failure.of("logging.network"),
                        small().withEndpoints("logs").group(closed()),
                        "not-admitted"),
                row(
                        check,
                        "public address",
                        Failure.login(OTHER_ADDRESS),
                        shut(),
                        "n/a: the packets went to 192.0.2.44, which is no endpoint's address"),
                row(
                        check,
                        "address of something else",
                        Failure.login("10.0.0.99"),
                        shut(),
                        "open: 10.0.0.99 belongs to none of the endpoints vpce-ecr.api: ec2:DescribeNetworkInterfaces"),
                row(
                        check,
                        "groups unreadable",
                        dialled,
                        shut().unknown("ec2:DescribeSecurityGroups", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeSecurityGroups"));
    }

    private static SecurityGroup closed() {
        return new SecurityGroup(FakeAccount.ENDPOINT_GROUP, VPC, List.of(), List.of());
    }

    private static FakeAccount shut() {
        return small().withEndpoints("ecr.api").group(closed());
    }

    private static FakeAccount admits(Rule rule) {
        return small().withEndpoints("ecr.api")
                .group(new SecurityGroup(FakeAccount.ENDPOINT_GROUP, VPC, List.of(rule), List.of()));
    }

    private static Stream<Row> taskEgress() {
        Check check = new TaskEgress();
        Failure login = Failure.login(OTHER_ADDRESS);
        Rule s3 = new Rule("tcp", 443, 443, List.of(), List.of(), List.of(FakeAccount.S3_LIST));
        Rule endpoint = new Rule("tcp", 443, 443, List.of(), List.of(FakeAccount.ENDPOINT_GROUP), List.of());
        return Stream.of(
                row(check, "lets all out", login, small(), "passed"),
                row(check, "lets nothing out", login, lets(), "not-let-out"),
                row(check, "lets the VPC only", login, lets(FakeAccount.tcp(443, "10.0.0.0/16")), "not-let-out"),
                row(check, "lets another port", login, lets(FakeAccount.tcp(5432, "0.0.0.0/0")), "not-let-out"),
                row(check, "S3 by its prefix list", Failure.layers(S3_ADDRESS), lets(s3), "passed"),
                row(
                        check,
                        "S3, but only the VPC's range",
                        Failure.layers(S3_ADDRESS),
                        lets(FakeAccount.tcp(443, "10.0.0.0/16")),
                        "not-let-out"),
                row(
                        check,
                        "endpoint by its group",
                        Failure.login("10.0.0.10"),
                        lets(endpoint).withEndpoints("ecr.api"),
                        "passed"),
                row(
                        check,
                        "endpoint by its group, but a public address was dialled",
                        login,
                        lets(endpoint).withEndpoints("ecr.api"),
                        "not-let-out"),
                row(
                        check,
                        "no address, all open",
                        Failure.of("logging.network"),
                        lets(FakeAccount.tcp(443, "0.0.0.0/0")),
                        "passed"),
                row(
                        check,
                        "no address, a part open",
                        Failure.of("logging.network"),
                        lets(FakeAccount.tcp(443, "10.0.0.0/16")),
                        "open: whether sg-0aa1 covers logs.us-east-1.amazonaws.com is not known:"
                                + " ec2:DescribeSecurityGroups"),
                row(
                        check,
                        "one-off task",
                        Failure.login(OTHER_ADDRESS).oneOff(),
                        lets(),
                        "open: the task's security groups are known only to who started it: event"),
                row(
                        check,
                        "groups unreadable",
                        login,
                        small().unknown("ec2:DescribeSecurityGroups", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeSecurityGroups"));
    }

    private static FakeAccount lets(Rule... rules) {
        return small().group(new SecurityGroup(FakeAccount.GROUP, VPC, List.of(), List.of(rules)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void check_ofTheNetwork_givesItsVerdict(Row row) {
        assertThat(says(row.check().run(row.failure().in(row.account())))).isEqualTo(row.says());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void check_ofTheNetwork_asksOnlyWhatItDeclares(Row row) {
        row.check().run(row.failure().in(row.account()));

        assertThat(row.account().asked()).isSubsetOf(row.check().actions());
    }

    @Test
    void failedPath_showsItsStations() {
        CheckResult result = new PublicPath().run(Failure.login(OTHER_ADDRESS).in(small()));

        Evidence fact = new Evidence(
                "Route table rtb-0aa1 of subnet subnet-0aa1 has no route to 192.0.2.44 (api.ecr.us-east-1.amazonaws.com)",
                "ec2:DescribeRouteTables");
        assertThat(result)
                .isEqualTo(new Failed(
                        "no-route",
                        Resources.of(
                                "vpc", "vpc-0aa1",
                                "subnet", "subnet-0aa1",
                                "route-table", "rtb-0aa1",
                                "destination", OTHER_ADDRESS),
                        List.of(fact),
                        List.of(new Exhibit.Path(new Stop(
                                Station.ROUTE_TABLE,
                                new Hop(
                                        "route-table",
                                        "rtb-0aa1",
                                        "failed",
                                        "no route to 192.0.2.44 (api.ecr.us-east-1.amazonaws.com)"))))));
    }

    @Test
    void deployment_ofTheTask_isTheOneThatStartedIt() {
        FakeAccount account = small().publicSubnet()
                .service(FakeAccount.service(
                        FakeAccount.deployment("ecs-svc/7", true), FakeAccount.deployment(DEPLOYMENT, false)));

        assertThat(says(new PublicPath().run(Failure.login(OTHER_ADDRESS).in(account))))
                .isEqualTo("no-public-ip");
        assertThat(says(new PublicPath()
                        .run(Failure.login(OTHER_ADDRESS).startedBy("ecs-svc/7").in(account))))
                .isEqualTo("passed");
    }

    @Test
    void egressAddress_behindNat_isTheNatGateways() {
        CheckResult result = new EgressAddress().run(Failure.dockerHubLimit().in(small().behindNat()));

        assertThat(result).isInstanceOfSatisfying(Passed.class, passed -> {
            assertThat(passed.resources())
                    .isEqualTo(Resources.of(
                            "vpc", "vpc-0aa1",
                            "subnet", "subnet-0aa1",
                            "route-table", "rtb-0aa1",
                            "nat-gateway", "nat-0aa1",
                            "nat-subnet", "subnet-0bb2",
                            "nat-route-table", "rtb-0bb2",
                            "public-address", "203.0.113.7"));
            assertThat(passed.evidence())
                    .containsExactly(new Evidence(
                            "Everything behind NAT gateway nat-0aa1 is seen as 203.0.113.7",
                            "ec2:DescribeNatGateways"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ec2:DescribeNatGateways, 'open: AccessDenied: ec2:DescribeNatGateways'",
        "ec2:DescribeSubnets, 'open: AccessDenied: ec2:DescribeSubnets'"
    })
    void egressAddress_unreadable_isInconclusive(String operation, String says) {
        FakeAccount account = small().behindNat().unknown(operation, "AccessDenied");

        assertThat(says(new EgressAddress().run(Failure.dockerHubLimit().in(account))))
                .isEqualTo(says);
    }

    @Test
    void egressAddress_ofItsOwn_orWithoutAWay_isSaid() {
        assertThat(says(new EgressAddress()
                        .run(Failure.dockerHubLimit().in(small().publicSubnet().publicIp(true)))))
                .isEqualTo("passed");
        assertThat(says(new EgressAddress().run(Failure.dockerHubLimit().in(small()))))
                .isEqualTo("no-way-out");
    }
}
