package io.github.ecsmedic.account;

import static io.github.ecsmedic.account.FakeAccount.ENDPOINT_GROUP;
import static io.github.ecsmedic.account.FakeAccount.GATEWAY;
import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.NAT;
import static io.github.ecsmedic.account.FakeAccount.NAT_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.NAT_SUBNET;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_GATEWAY;
import static io.github.ecsmedic.account.FakeAccount.S3_LIST;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.anything;
import static io.github.ecsmedic.account.FakeAccount.container;
import static io.github.ecsmedic.account.FakeAccount.definition;
import static io.github.ecsmedic.account.FakeAccount.open;
import static io.github.ecsmedic.account.FakeAccount.rule;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeAccount.tcp;
import static io.github.ecsmedic.model.Certainty.PROBABLE;
import static io.github.ecsmedic.model.Certainty.PROVEN;

import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.account.NetworkAccount.Told;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.model.Certainty;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Our own accounts with failures of the network: in each everything is in order but what its name says.
 *
 * <p>Each has a neighbour that differs in one fact, and in which that cause is not blamed.
 */
public final class NetworkAccounts {
    private static final String OTHER_OWNER = "444455556666";
    private static final String LIST = "pl-0cc3";
    private static final String SECOND_GROUP = "sg-0bb2";
    private static final String HOST_SUBNET = "subnet-0dd4";
    private static final String HOST_TABLE = "rtb-0dd4";
    private static final String SIX = "2001:db8::44";
    private static final String CENTRAL = "10.9.0.4";

    private NetworkAccounts() {}

    /** All of them. */
    public static List<NetworkAccount> all() {
        return Stream.of(instances(), owners(), routes(), endpoints(), filters(), names(), order())
                .flatMap(accounts -> accounts)
                .toList();
    }

    /** The one of that name. */
    public static NetworkAccount named(String name) {
        return all().stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    }

    // healthy ones, in which one fact is then changed

    /** No way to the internet and no need of one. */
    static FakeAccount isolated() {
        return small().withEndpoints("ecr.api", "ecr.dkr", "logs").s3Gateway(TABLE);
    }

    /** Behind a NAT gateway, with an image of Docker Hub. */
    static FakeAccount hub() {
        return small().behindNat().definition(definition(container("app", StartTexts.HUB_IMAGE)));
    }

    private static Stream<NetworkAccount> instances() {
        return Stream.of(
                new NetworkAccount(
                        "EC2 with awsvpc: the instance's NAT gateway has no way out, the task's subnet has one",
                        () -> awsvpc(NAT),
                        StartTexts.login(OTHER_ADDRESS).onInstance(),
                        told(
                                "network.nat_without_internet",
                                PROVEN,
                                "nat-route-table rtb-0bb2 failed",
                                "192.0.2.44",
                                "com.amazonaws.us-east-1.ecr.api",
                                "i-0aa1",
                                "igw-0aa1",
                                "nat-0aa1",
                                "rtb-0bb2",
                                "rtb-0dd4",
                                "subnet-0bb2",
                                "subnet-0dd4",
                                "vpc-0aa1"),
                        () -> awsvpc(GATEWAY),
                        Told.OPEN),
                new NetworkAccount(
                        "EC2 with bridge: the instance in a public subnet has no public address",
                        () -> bridge(""),
                        StartTexts.login(OTHER_ADDRESS).onInstance().subnet(""),
                        told(
                                "network.no_public_ip",
                                PROVEN,
                                "instance i-0aa1 failed",
                                "192.0.2.44",
                                "com.amazonaws.us-east-1.ecr.api",
                                "i-0aa1",
                                "igw-0aa1",
                                "rtb-0dd4",
                                "subnet-0dd4",
                                "vpc-0aa1"),
                        () -> bridge("203.0.113.9"),
                        Told.OPEN));
    }

    private static Told told(String cause, Certainty certainty, String stop, String... resources) {
        return new Told(cause, certainty, Set.of(resources), stop);
    }

    private static FakeAccount awsvpc(String behindTheNat) {
        return small().publicSubnet()
                .publicIp(true)
                .nat(new NatGateway(NAT, VPC, NAT_SUBNET, "available", true, List.of(NAT_ADDRESS)))
                .natRoute(behindTheNat)
                .subnet(HOST_SUBNET, HOST_TABLE, new Route("0.0.0.0/0", NAT, "active"))
                .instance(host(HOST_SUBNET, ""))
                .service(onInstances(List.of(SUBNET)));
    }

    private static FakeAccount bridge(String publicAddress) {
        return small().internetGateway()
                .subnet(HOST_SUBNET, HOST_TABLE, new Route("0.0.0.0/0", GATEWAY, "active"))
                .instance(host(HOST_SUBNET, publicAddress))
                .definition(inMode("bridge"))
                .service(onInstances(List.of()));
    }

    private static Instance host(String subnet, String publicAddress) {
        return new Instance(
                FakeAccount.INSTANCE, VPC, subnet, "10.0.50.66", publicAddress, List.of(GROUP), FakeAccount.PROFILE);
    }

    private static Service onInstances(List<String> subnets) {
        Service fargate = FakeAccount.service(deployed(subnets, List.of(GROUP)));
        return new Service(
                fargate.arn(),
                fargate.name(),
                fargate.clusterArn(),
                fargate.status(),
                fargate.desired(),
                fargate.running(),
                fargate.pending(),
                fargate.taskDefinition(),
                "EC2",
                fargate.deploymentController(),
                fargate.deployments(),
                fargate.balancing(),
                fargate.messages(),
                fargate.tags(),
                fargate.configuration());
    }

    private static Service.Deployment deployed(List<String> subnets, List<String> groups) {
        Service.Deployment d = FakeAccount.deployment(false);
        return new Service.Deployment(
                d.id(),
                d.status(),
                d.rolloutState(),
                d.taskDefinition(),
                d.desired(),
                d.running(),
                d.failed(),
                subnets,
                subnets.isEmpty() ? List.of() : groups,
                d.publicIp(),
                d.createdAt());
    }

    private static TaskDefinition inMode(String networkMode) {
        TaskDefinition d = definition(container("app", Failure.ECR_IMAGE));
        return new TaskDefinition(
                d.arn(),
                d.family(),
                d.revision(),
                networkMode,
                d.executionRoleArn(),
                d.taskRoleArn(),
                d.cpuArchitecture(),
                d.operatingSystem(),
                d.cpu(),
                d.memory(),
                d.containers(),
                d.registeredBy());
    }

    private static Stream<NetworkAccount> owners() {
        return Stream.of(
                new NetworkAccount(
                        "shared VPC: the subnet belongs to another account, which hides its tables",
                        () -> small().subnet(s -> owned(s, OTHER_OWNER)),
                        StartTexts.login(OTHER_ADDRESS),
                        told(
                                "network.path_unknown",
                                PROBABLE,
                                "network-acl  inconclusive",
                                "444455556666",
                                "sg-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1"),
                        () -> small().subnet(s -> owned(s, FakeAccount.ID)),
                        told(
                                "network.no_route",
                                PROVEN,
                                "route-table rtb-0aa1 failed",
                                "192.0.2.44",
                                "com.amazonaws.us-east-1.ecr.api",
                                "rtb-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1")),
                new NetworkAccount(
                        "transit gateway: the default route leaves the VPC by it",
                        () -> small().route("0.0.0.0/0", "tgw-0aa1"),
                        StartTexts.login(OTHER_ADDRESS),
                        told(
                                "network.path_unknown",
                                PROBABLE,
                                "next-hop tgw-0aa1 inconclusive",
                                "acl-0aa1",
                                "com.amazonaws.us-east-1.ecr.api",
                                "rtb-0aa1",
                                "sg-0aa1",
                                "subnet-0aa1",
                                "tgw-0aa1",
                                "vpc-0aa1"),
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
                                "acl-0aa1",
                                "pcx-0aa1",
                                "rtb-0aa1",
                                "sg-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1"),
                        NetworkAccounts::central,
                        told(
                                "network.no_route",
                                PROVEN,
                                "route-table rtb-0aa1 failed",
                                "10.9.0.4",
                                "rtb-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1")),
                new NetworkAccount(
                        "central endpoints: a zone of ours sends the login to another VPC",
                        () -> central().route("0.0.0.0/0", "tgw-0aa1"),
                        StartTexts.login(CENTRAL),
                        told(
                                "network.path_unknown",
                                PROBABLE,
                                "next-hop tgw-0aa1 inconclusive",
                                "acl-0aa1",
                                "rtb-0aa1",
                                "sg-0aa1",
                                "subnet-0aa1",
                                "tgw-0aa1",
                                "vpc-0aa1"),
                        () -> central().route(TABLE, new Route("0.0.0.0/0", "tgw-0dead", "blackhole")),
                        told(
                                "network.blackhole_route",
                                PROVEN,
                                "target tgw-0dead failed",
                                "10.9.0.4",
                                "rtb-0aa1",
                                "subnet-0aa1",
                                "tgw-0dead",
                                "vpc-0aa1")));
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

    private static Stream<NetworkAccount> routes() {
        return Stream.of(
                new NetworkAccount(
                        "IPv6: the registry has an IPv6 address, and only IPv4 has a default route",
                        NetworkAccounts::hubSix,
                        StartTexts.dockerHub("[" + SIX + "]"),
                        told(
                                "network.no_route",
                                PROVEN,
                                "route-table rtb-0aa1 failed",
                                "2001:db8::44",
                                "nat-0aa1",
                                "rtb-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1"),
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
                                "192.0.2.44",
                                "nat-0aa1",
                                "rtb-main",
                                "subnet-0aa1",
                                "vpc-0aa1"),
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
                                "192.0.2.44",
                                "igw-0aa1",
                                "nat-0bb2",
                                "rtb-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1"),
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
                                "192.0.2.44",
                                "eni-0dead",
                                "nat-0aa1",
                                "rtb-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1"),
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
                                "acl-0aa1",
                                "rtb-0aa1",
                                "sg-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1",
                                "vpce-0f1e"),
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

    private static Stream<NetworkAccount> endpoints() {
        return Stream.of(
                new NetworkAccount(
                        "S3 gateway endpoint: associated with the wrong table",
                        () -> served("rtb-0bb2"),
                        StartTexts.layers(S3_ADDRESS),
                        told(
                                "network.s3_gateway_not_associated",
                                PROVEN,
                                "route-table rtb-0aa1 failed",
                                "198.51.100.20",
                                "rtb-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1",
                                "vpce-0aa1"),
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
                                "acl-0cc3",
                                "acl-0cc3 egress 32766 32768-60999 10.0.0.0/24",
                                "subnet-0aa1",
                                "subnet-0cc3",
                                "vpc-0aa1"),
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
                                "sg-0aa1",
                                "sg-0ee5",
                                "subnet-0aa1",
                                "vpc-0aa1",
                                "vpce-ecr.api"),
                        () -> admitting(GROUP),
                        Told.OPEN),
                new NetworkAccount(
                        "endpoint for logs alone is missing",
                        () -> small().withEndpoints("ecr.api", "ecr.dkr").s3Gateway(TABLE),
                        StartTexts.logs(),
                        told(
                                "network.endpoint_missing",
                                PROVEN,
                                "route-table rtb-0aa1 failed",
                                "192.0.2.61",
                                "com.amazonaws.us-east-1.logs",
                                "rtb-0aa1",
                                "sg-0ee5",
                                "subnet-0aa1",
                                "vpc-0aa1"),
                        NetworkAccounts::isolated,
                        told("unknown", Certainty.POSSIBLE, "route-table rtb-0aa1 failed")));
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

    private static Stream<NetworkAccount> filters() {
        return Stream.of(
                new NetworkAccount(
                        "two groups: neither lets the registry's port out",
                        () -> wearing(tcp(80, "0.0.0.0/0"), tcp(5_432, "10.0.0.0/16")),
                        StartTexts.dockerHub(OTHER_ADDRESS),
                        told(
                                "network.task_egress_denied",
                                PROVEN,
                                "security-group sg-0aa1, sg-0bb2 failed",
                                "192.0.2.44",
                                "sg-0aa1",
                                "sg-0bb2",
                                "subnet-0aa1",
                                "vpc-0aa1"),
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
                                "198.51.100.20",
                                "pl-0aa1",
                                "sg-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1"),
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
                                "acl-0aa1",
                                "acl-0aa1 ingress 32766 32768-60999 0.0.0.0/0",
                                "subnet-0aa1",
                                "vpc-0aa1"),
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
                                "acl-0aa1",
                                "acl-0aa1 ingress 32766 32768-60999 0.0.0.0/0",
                                "subnet-0aa1",
                                "vpc-0aa1"),
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

    private static Stream<NetworkAccount> names() {
        return Stream.of(
                new NetworkAccount(
                        "private zone: it hides the registry and lacks its record",
                        () -> small().behindNat().zone("Z0AA1", "us-east-1.amazonaws.com"),
                        StartTexts.loginUnresolved(),
                        told(
                                "dns.private_zone_shadows",
                                PROVEN,
                                "",
                                "Z0AA1",
                                "api.ecr.us-east-1.amazonaws.com",
                                "subnet-0aa1",
                                "vpc-0aa1"),
                        () -> isolated().zone("Z0AA1", "us-east-1.amazonaws.com"),
                        told("unknown", Certainty.POSSIBLE, "")),
                new NetworkAccount(
                        "resolver rule: at the endpoint's own name it wins over the endpoint",
                        () -> isolated().rule("rslvr-rr-0aa1", "api.ecr.us-east-1.amazonaws.com", "FORWARD"),
                        StartTexts.loginUnresolved(),
                        told(
                                "dns.resolver_rule",
                                PROBABLE,
                                "",
                                "api.ecr.us-east-1.amazonaws.com",
                                "rslvr-rr-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1"),
                        () -> isolated().rule("rslvr-rr-0aa1", "ecr.us-east-1.amazonaws.com", "FORWARD"),
                        told("unknown", Certainty.POSSIBLE, "")),
                new NetworkAccount(
                        "DNS Firewall: it blocks the registry's domain",
                        () -> hub().firewall(20, "BLOCK", "*.docker.io"),
                        StartTexts.dockerHubUnresolved(),
                        told(
                                "dns.firewall_block",
                                PROVEN,
                                "",
                                "*.docker.io",
                                "registry-1.docker.io",
                                "rslvr-fdl-20",
                                "rslvr-frg-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1"),
                        () -> hub().firewall(20, "BLOCK", "*.docker.io").firewall(10, "ALLOW", "registry-1.docker.io"),
                        told("unknown", Certainty.POSSIBLE, "")));
    }

    private static Stream<NetworkAccount> order() {
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
                                "192.0.2.44",
                                "nat-0aa1",
                                "rtb-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1")),
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
                                "192.0.2.44",
                                "nat-0aa1",
                                "nat-0dead",
                                "rtb-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1")));
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
                        ""))
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
