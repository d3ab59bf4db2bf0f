package io.github.ecsmedic.account;

import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.account.Service.Balancing;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.account.Service.Registration;
import io.github.ecsmedic.account.Service.ServiceMessage;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.account.TaskDefinition.LogConfiguration;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.network.DnsName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account in memory, for tests: a small healthy one to begin with, then whatever is broken in it.
 *
 * <p>It starts as one VPC with one private subnet (no way out, no endpoints, DNS on, Amazon's resolver) and the service
 * {@code api} of the cluster {@code prod} with one deployment. Every operation can be told to answer Unknown.
 */
public final class FakeAccount implements Account, Workloads, Deployments, Networks, Names, Roles, Logs, Changes {
    public static final String ID = "111122223333";
    public static final String REGION = "us-east-1";
    public static final String VPC = "vpc-0aa1";
    public static final String SUBNET = "subnet-0aa1";
    public static final String TABLE = "rtb-0aa1";
    public static final String GROUP = "sg-0aa1";
    public static final String NAT = "nat-0aa1";
    public static final String NAT_SUBNET = "subnet-0bb2";
    public static final String NAT_TABLE = "rtb-0bb2";
    public static final String NAT_ADDRESS = "203.0.113.7";
    public static final String GATEWAY = "igw-0aa1";
    public static final String S3_LIST = "pl-0aa1";
    public static final String S3_GATEWAY = "vpce-0aa1";
    public static final String ENDPOINT_GROUP = "sg-0ee5";
    /** An address of S3 in this account's world. */
    public static final String S3_ADDRESS = "198.51.100.20";
    /** A public address that is not S3's. */
    public static final String OTHER_ADDRESS = "192.0.2.44";

    /** The policy that an endpoint has unless somebody writes another. */
    public static final AccessPolicy EVERYTHING = new AccessPolicy(List.of(new AccessPolicy.Statement(
            true,
            List.of("*"),
            new AccessPolicy.Patterns(List.of("*"), false),
            new AccessPolicy.Patterns(List.of("*"), false),
            false)));

    public static final String INSTANCE = "i-0aa1";
    public static final String PROFILE = "arn:aws:iam::111122223333:instance-profile/hosts";
    public static final String INSTANCE_ROLE = "arn:aws:iam::111122223333:role/hosts";
    public static final String EXECUTION_ROLE = "arn:aws:iam::111122223333:role/service-role/start-api";
    public static final String TASK_ROLE = "arn:aws:iam::111122223333:role/run-api";
    public static final String DEPLOYMENT = "ecs-svc/1000000000000000001";
    public static final String LOG_GROUP = "/example/api";

    private final Map<String, String> faults = new TreeMap<>();
    private final Map<String, Subnet> subnets = new TreeMap<>();
    private final Map<String, RouteTable> tables = new TreeMap<>();
    private final Map<String, String> associations = new TreeMap<>();
    private final Map<String, Endpoint> endpoints = new TreeMap<>();
    private final Map<String, NatGateway> nats = new TreeMap<>();
    private final Map<String, PrefixList> lists = new TreeMap<>();
    private final Map<String, SecurityGroup> groups = new TreeMap<>();
    private final Map<String, NetworkInterface> interfaces = new TreeMap<>();
    private final Map<String, NetworkAcl> acls = new TreeMap<>();
    private PublicAccessBlock block = new PublicAccessBlock("off", List.of());
    private NatDrops drops = new NatDrops(0, 0);
    private final Map<String, Instance> instances = new TreeMap<>();
    private final Map<String, String> instanceRoles = new TreeMap<>();
    private final Map<String, TaskDefinition> definitions = new TreeMap<>();
    private final Map<String, Service> services = new TreeMap<>();
    private final Map<String, Role> roles = new TreeMap<>();
    private final Map<String, List<Line>> streams = new TreeMap<>();
    private final Map<String, Decision> decisions = new TreeMap<>();
    private final List<HostedZone> zones = new ArrayList<>();
    private final List<ResolverRule> rules = new ArrayList<>();
    private final List<DnsProfile> profiles = new ArrayList<>();
    private final List<Firewall.Rule> firewall = new ArrayList<>();
    private final Map<String, List<Made>> changes = new TreeMap<>();
    private final List<Listed> rollouts = new ArrayList<>();
    private final Map<String, ServiceDeployment> described = new TreeMap<>();
    private final Map<String, ServiceRevision> revisions = new TreeMap<>();
    private final List<ProtectedTask> shielded = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final Map<String, Map<String, String>> objectTags = new TreeMap<>();
    private final Map<String, Map<String, String>> taskTags = new TreeMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final FakeBalancers.Answering answering = new FakeBalancers.Answering() {
        @Override
        public <T> Answer<T> answer(String operation, Supplier<T> value) {
            return FakeAccount.this.answer(operation, value);
        }
    };
    private final FakeVault vault = new FakeVault(answering);
    private final FakeRunning running = new FakeRunning(
            new FakeRunning.Answering() {
                @Override
                public <T> Answer<T> answer(String operation, Supplier<T> value) {
                    return FakeAccount.this.answer(operation, value);
                }
            },
            services,
            tasks);
    private final FakeClusters clusters = new FakeClusters(answering, services, tasks);
    private final FakeImages images = new FakeImages(answering);
    private final FakeBalancers balancers = new FakeBalancers(answering);
    private final FakeCapacity capacity = new FakeCapacity(answering);
    private final FakeStorage storage = new FakeStorage(answering);
    private final FakeMetrics metrics = new FakeMetrics(answering);
    private final FakeOccupants occupants = new FakeOccupants(answering, interfaces);
    private Optional<String> gateway = Optional.empty();
    private Optional<Start> start = Optional.empty();
    private VpcDns dns = new VpcDns(VPC, true, true);
    private Resolvers resolvers = new Resolvers(VPC, "dopt-0aa1", List.of("AmazonProvidedDNS"), List.of("10.0.0.0/16"));

    private FakeAccount() {}

    /** The small healthy account, whose subnet has no way out. */
    public static FakeAccount small() {
        FakeAccount account = new FakeAccount();
        account.subnets.put(SUBNET, new Subnet(SUBNET, VPC, "10.0.0.0/24", "us-east-1a", ID, 200));
        account.subnets.put(NAT_SUBNET, new Subnet(NAT_SUBNET, VPC, "10.0.99.0/24", "us-east-1a", ID, 200));
        account.tables.put(TABLE, new RouteTable(TABLE, VPC, false, List.of(local())));
        account.tables.put("rtb-main", new RouteTable("rtb-main", VPC, true, List.of(local())));
        account.associations.put(SUBNET, TABLE);
        account.lists.put(S3_LIST, new PrefixList(S3_LIST, "com.amazonaws.us-east-1.s3", List.of("198.51.100.0/25")));
        account.groups.put(GROUP, new SecurityGroup(GROUP, VPC, List.of(), List.of(open("0.0.0.0/0"))));
        account.groups.put(
                ENDPOINT_GROUP, new SecurityGroup(ENDPOINT_GROUP, VPC, List.of(tcp(443, "10.0.0.0/16")), List.of()));
        account.definition(definition(container("app", "111122223333.dkr.ecr.us-east-1.amazonaws.com/team/api:7")));
        account.service(service(deployment(false)));
        account.roles.put(EXECUTION_ROLE, new Role(EXECUTION_ROLE, "start-api", List.of("ecs-tasks.amazonaws.com")));
        account.roles.put(TASK_ROLE, new Role(TASK_ROLE, "run-api", List.of("ecs-tasks.amazonaws.com")));
        account.logGroup(LOG_GROUP, "");
        return account;
    }

    // what it consists of

    /** A container that logs to {@link #LOG_GROUP}. */
    public static ContainerDefinition container(String name, String image) {
        return new ContainerDefinition(
                name,
                image,
                true,
                Map.of(),
                Map.of(),
                List.of("MODE"),
                "",
                new LogConfiguration(
                        "awslogs",
                        Map.of(
                                "awslogs-group", LOG_GROUP,
                                "awslogs-region", REGION,
                                "awslogs-stream-prefix", "ecs")),
                null,
                null,
                List.of(),
                List.of(),
                List.of(8080),
                null);
    }

    /** {@code api:42} on Fargate with these containers. */
    public static TaskDefinition definition(ContainerDefinition... containers) {
        return new TaskDefinition(
                "arn:aws:ecs:us-east-1:111122223333:task-definition/api:42",
                "api",
                42,
                "awsvpc",
                EXECUTION_ROLE,
                TASK_ROLE,
                "X86_64",
                "LINUX",
                256,
                512,
                null,
                List.of(containers),
                "");
    }

    /** The primary deployment of {@code api:42} in the subnet. */
    public static Deployment deployment(boolean publicIp) {
        return deployment(DEPLOYMENT, publicIp);
    }

    /** A deployment of {@code api:42} in the subnet. */
    public static Deployment deployment(String id, boolean publicIp) {
        return new Deployment(
                id,
                "PRIMARY",
                "IN_PROGRESS",
                "arn:aws:ecs:us-east-1:111122223333:task-definition/api:42",
                2,
                0,
                3,
                List.of(SUBNET),
                List.of(GROUP),
                publicIp,
                Instant.parse("2026-11-20T03:00:00Z"));
    }

    /** The service {@code api}. */
    public static Service service(Deployment... deployments) {
        return new Service(
                "arn:aws:ecs:us-east-1:111122223333:service/prod/api",
                "api",
                "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                "ACTIVE",
                2,
                0,
                1,
                "arn:aws:ecs:us-east-1:111122223333:task-definition/api:42",
                "FARGATE",
                "ECS",
                List.of(deployments),
                Service.Balancing.NONE,
                List.of(),
                Map.of(),
                null);
    }

    /** An interface endpoint of the VPC that works. */
    public static Endpoint interfaceEndpoint(String service) {
        return new Endpoint(
                "vpce-" + service,
                VPC,
                "com.amazonaws.us-east-1." + service,
                "Interface",
                "available",
                true,
                List.of(),
                List.of(SUBNET),
                List.of(ENDPOINT_GROUP),
                List.of("eni-" + service),
                EVERYTHING);
    }

    /** A rule for all protocols and one range. */
    public static Rule open(String cidr) {
        return new Rule("-1", 0, 65535, List.of(cidr), List.of(), List.of());
    }

    /** A rule for one port of TCP and one range. */
    public static Rule tcp(int port, String cidr) {
        return new Rule("tcp", port, port, List.of(cidr), List.of(), List.of());
    }

    private static Route local() {
        return new Route("10.0.0.0/16", "local", "active");
    }

    // what is changed in it

    /** From now on the operation, e.g. {@code ec2:DescribeSubnets}, brings nothing. */
    public FakeAccount unknown(String operation, String fault) {
        faults.put(operation, fault);
        return this;
    }

    public FakeAccount dns(boolean support, boolean hostnames) {
        dns = new VpcDns(VPC, support, hostnames);
        return this;
    }

    public FakeAccount withResolvers(String... servers) {
        resolvers = new Resolvers(VPC, "dopt-0aa1", List.of(servers), List.of("10.0.0.0/16"));
        return this;
    }

    public FakeAccount subnet(UnaryOperator<Subnet> change) {
        subnets.compute(SUBNET, (_, subnet) -> change.apply(Objects.requireNonNull(subnet)));
        return this;
    }

    /** A subnet and the table with which it is associated, {@code ""} for none; the table is made when it is new. */
    public FakeAccount subnet(Subnet subnet, String table) {
        subnets.put(subnet.id(), subnet);
        if (table.isEmpty()) {
            associations.remove(subnet.id());
        } else {
            associations.put(subnet.id(), table);
            tables.putIfAbsent(table, new RouteTable(table, VPC, false, List.of(local())));
        }
        return this;
    }

    public FakeAccount adapter(NetworkInterface adapter) {
        interfaces.put(adapter.id(), adapter);
        return this;
    }

    /** The task's subnet loses its association, so that the VPC's main table becomes effective. */
    public FakeAccount withoutAssociation() {
        associations.remove(SUBNET);
        return this;
    }

    /** A route of the task's table. */
    public FakeAccount route(String destination, String target) {
        return route(TABLE, new Route(destination, target, "active"));
    }

    /** A route of any table; the table is made when it is new. */
    public FakeAccount route(String table, Route route) {
        RouteTable old = tables.getOrDefault(table, new RouteTable(table, VPC, false, List.of(local())));
        tables.put(
                table,
                new RouteTable(
                        old.id(),
                        old.vpcId(),
                        old.main(),
                        Stream.concat(old.routes().stream(), Stream.of(route)).toList()));
        return this;
    }

    /** An attached internet gateway. */
    public FakeAccount internetGateway() {
        gateway = Optional.of(GATEWAY);
        return this;
    }

    /** The subnet's default route leads to the internet gateway. */
    public FakeAccount publicSubnet() {
        return internetGateway().route("0.0.0.0/0", GATEWAY);
    }

    /** The subnet's default route leads to a NAT gateway that works. */
    public FakeAccount behindNat() {
        return behind(new NatGateway(NAT, VPC, NAT_SUBNET, "available", true, List.of(NAT_ADDRESS)))
                .internetGateway()
                .natRoute(GATEWAY);
    }

    /** The subnet's default route leads to this NAT gateway. */
    public FakeAccount behind(NatGateway nat) {
        return nat(nat).route("0.0.0.0/0", nat.id());
    }

    public FakeAccount nat(NatGateway nat) {
        nats.put(nat.id(), nat);
        return this;
    }

    /** The default route of the NAT gateway's own subnet. */
    public FakeAccount natRoute(String target) {
        associations.put(NAT_SUBNET, NAT_TABLE);
        return route(NAT_TABLE, new Route("0.0.0.0/0", target, "active"));
    }

    public FakeAccount endpoint(Endpoint endpoint) {
        endpoints.put(endpoint.id(), endpoint);
        return this;
    }

    /** Interface endpoints that work, each with a network interface at 10.0.0.10, .11 …. */
    public FakeAccount withEndpoints(String... services) {
        for (String service : services) {
            Endpoint endpoint = interfaceEndpoint(service);
            endpoint(endpoint);
            String id = endpoint.networkInterfaces().getFirst();
            String address = "10.0.0." + (10 + interfaces.size());
            interfaces.put(id, new NetworkInterface(id, SUBNET, List.of(address), endpoint.securityGroups()));
        }
        return this;
    }

    /** The endpoint's network interface is in this subnet and has this address. */
    public FakeAccount interfaceAt(String service, String subnet, String address) {
        Endpoint endpoint = Objects.requireNonNull(endpoints.get("vpce-" + service));
        String id = endpoint.networkInterfaces().getFirst();
        interfaces.put(id, new NetworkInterface(id, subnet, List.of(address), endpoint.securityGroups()));
        return this;
    }

    /** The endpoint's policy; null for one that could not be read. */
    public FakeAccount policy(String id, @Nullable AccessPolicy policy) {
        Endpoint e = Objects.requireNonNull(endpoints.get(id));
        return endpoint(new Endpoint(
                e.id(),
                e.vpcId(),
                e.service(),
                e.type(),
                e.state(),
                e.privateDns(),
                e.routeTables(),
                e.subnets(),
                e.securityGroups(),
                e.networkInterfaces(),
                policy));
    }

    /** An endpoint with one thing changed. */
    public FakeAccount endpoint(String service, UnaryOperator<Endpoint> change) {
        return endpoint(change.apply(interfaceEndpoint(service)));
    }

    /** An S3 gateway endpoint, associated with these tables, which get its route. */
    public FakeAccount s3Gateway(String... routeTables) {
        Arrays.stream(routeTables).forEach(table -> route(table, new Route(S3_LIST, S3_GATEWAY, "active")));
        return endpoint(new Endpoint(
                S3_GATEWAY,
                VPC,
                "com.amazonaws.us-east-1.s3",
                "Gateway",
                "available",
                false,
                List.of(routeTables),
                List.of(),
                List.of(),
                List.of(),
                EVERYTHING));
    }

    /** VPC Block Public Access of the region. */
    public FakeAccount blocking(String mode, PublicAccessBlock.Exclusion... exclusions) {
        block = new PublicAccessBlock(mode, List.of(exclusions));
        return this;
    }

    /** What every NAT gateway dropped lately. */
    public FakeAccount dropping(double portErrors, double packets) {
        drops = new NatDrops(portErrors, packets);
        return this;
    }

    /** The instance on which tasks of launch type EC2 run. */
    public FakeAccount instance(Instance instance) {
        instances.put(instance.id(), instance);
        return this;
    }

    /** An instance in the task's subnet, with the task's security group. */
    public static Instance host(String publicAddress) {
        return new Instance(INSTANCE, VPC, SUBNET, "10.0.0.66", publicAddress, List.of(GROUP), PROFILE);
    }

    /** What the instance's profile holds. */
    public FakeAccount hostRole(String role) {
        instanceRoles.put(PROFILE, role);
        return this;
    }

    /** The subnet's own network ACL with these rules; without one it has one that lets everything through. */
    public FakeAccount acl(String subnet, List<NetworkAcl.Entry> ingress, List<NetworkAcl.Entry> egress) {
        acls.put(
                subnet,
                new NetworkAcl("acl-" + subnet.substring("subnet-".length()), List.of(subnet), ingress, egress));
        return this;
    }

    /** A rule of a network ACL for TCP. */
    public static NetworkAcl.Entry rule(int number, boolean allows, String cidr, int fromPort, int toPort) {
        return new NetworkAcl.Entry(number, allows, "6", cidr, fromPort, toPort);
    }

    /** A rule of a network ACL that lets everything through. */
    public static NetworkAcl.Entry anything() {
        return new NetworkAcl.Entry(100, true, "-1", "0.0.0.0/0", 0, 65_535);
    }

    public FakeAccount prefixList(PrefixList list) {
        lists.put(list.id(), list);
        return this;
    }

    public FakeAccount group(SecurityGroup group) {
        groups.put(group.id(), group);
        return this;
    }

    /** A private hosted zone with its SOA record and these. */
    public static HostedZone zone(String id, String name, String profile, RecordSet... records) {
        List<RecordSet> all = new ArrayList<>(List.of(records));
        all.addFirst(new RecordSet(name, "SOA", List.of("ns-1.example.com")));
        return new HostedZone(id, name, profile, new Known<>(all, "route53:ListResourceRecordSets"));
    }

    /** A private hosted zone of the VPC. */
    public FakeAccount zone(String id, String name, RecordSet... records) {
        zones.add(zone(id, name, "", records));
        return this;
    }

    /** A resolver rule of the VPC. */
    public FakeAccount rule(String id, String domain, String type) {
        rules.add(new ResolverRule(id, domain, type, List.of("10.9.0.53"), ""));
        return this;
    }

    public FakeAccount profile(DnsProfile profile) {
        profiles.add(profile);
        return this;
    }

    /** A rule of DNS Firewall with a list of its own. */
    public FakeAccount firewall(int priority, String action, String... domains) {
        Answer<List<String>> listed = new Known<>(List.of(domains), "route53resolver:ListFirewallDomains");
        return firewall(new Firewall.Rule(
                "rslvr-frg-0aa1", 101, priority, "rslvr-fdl-" + priority, listed, "", action, "NXDOMAIN"));
    }

    public FakeAccount firewall(Firewall.Rule rule) {
        firewall.add(rule);
        return this;
    }

    public FakeAccount definition(TaskDefinition definition) {
        definitions.put(definition.arn(), definition);
        definitions.put(definition.name(), definition);
        return this;
    }

    /** {@code api:42} names no execution role, so that on EC2 the instance's role pays. */
    public FakeAccount withoutExecutionRole() {
        TaskDefinition d = Objects.requireNonNull(definitions.get("api:42"));
        return definition(new TaskDefinition(
                d.arn(),
                d.family(),
                d.revision(),
                d.networkMode(),
                "",
                d.taskRoleArn(),
                d.cpuArchitecture(),
                d.operatingSystem(),
                d.cpu(),
                d.memory(),
                d.ephemeralStorage(),
                d.containers(),
                d.registeredBy()));
    }

    /** The only container of {@code api:42}, changed. */
    public FakeAccount container(UnaryOperator<ContainerDefinition> change) {
        TaskDefinition old = Objects.requireNonNull(definitions.get("api:42"));
        return definition(definition(change.apply(old.containers().getFirst())));
    }

    /** The same container with limits of its own. */
    public static ContainerDefinition withLimits(
            ContainerDefinition c, @Nullable Integer memory, @Nullable Integer stopTimeout) {
        return new ContainerDefinition(
                c.name(),
                c.image(),
                c.essential(),
                c.dependsOn(),
                c.secrets(),
                c.environment(),
                c.repositoryCredentials(),
                c.log(),
                memory,
                stopTimeout,
                c.command(),
                c.entryPoint(),
                c.containerPorts(),
                c.healthCheck());
    }

    /** The same container with credentials for its registry, with injected secrets, and with another log. */
    public static ContainerDefinition with(
            ContainerDefinition c, String credentials, Map<String, String> secrets, @Nullable LogConfiguration log) {
        return new ContainerDefinition(
                c.name(),
                c.image(),
                c.essential(),
                c.dependsOn(),
                secrets,
                c.environment(),
                credentials,
                log,
                c.memory(),
                c.stopTimeout(),
                c.command(),
                c.entryPoint(),
                c.containerPorts(),
                c.healthCheck());
    }

    /** The same container with environment files. */
    public static ContainerDefinition withFiles(ContainerDefinition c, String... objects) {
        return new ContainerDefinition(
                c.name(),
                c.image(),
                c.essential(),
                c.dependsOn(),
                c.secrets(),
                c.environment(),
                c.repositoryCredentials(),
                c.log(),
                c.memory(),
                c.stopTimeout(),
                c.command(),
                c.entryPoint(),
                c.containerPorts(),
                c.healthCheck(),
                List.of(objects));
    }

    /** The same container with a health check and an image. */
    public static ContainerDefinition checked(
            ContainerDefinition c, String image, TaskDefinition.@Nullable HealthCheck check) {
        return new ContainerDefinition(
                c.name(),
                image,
                c.essential(),
                c.dependsOn(),
                c.secrets(),
                c.environment(),
                c.repositoryCredentials(),
                c.log(),
                c.memory(),
                c.stopTimeout(),
                c.command(),
                c.entryPoint(),
                c.containerPorts(),
                check);
    }

    public FakeAccount service(Service service) {
        services.put(service.name(), service);
        return this;
    }

    /** The service registers port 8080 of {@code app} in the target group of {@link FakeBalancers}. */
    public FakeAccount balanced(int gracePeriod, ServiceMessage... messages) {
        Service plain = service(deployment(false));
        groups.put(
                FakeBalancers.BALANCER_GROUP,
                new SecurityGroup(FakeBalancers.BALANCER_GROUP, VPC, List.of(), List.of(open("0.0.0.0/0"))));
        subnets.put("subnet-0cc3", new Subnet("subnet-0cc3", VPC, "10.0.98.0/24", "us-east-1b", ID, 200));
        return service(new Service(
                plain.arn(),
                plain.name(),
                plain.clusterArn(),
                plain.status(),
                plain.desired(),
                plain.running(),
                plain.pending(),
                plain.taskDefinition(),
                plain.launchType(),
                plain.deploymentController(),
                plain.deployments(),
                new Balancing(List.of(new Registration(FakeBalancers.TARGET_GROUP, "app", 8080)), gracePeriod),
                List.of(messages),
                plain.tags(),
                plain.configuration()));
    }

    /** The target group of the service, changed. */
    public FakeAccount targetGroup(UnaryOperator<TargetGroup> change) {
        balancers.group(change);
        return this;
    }

    public FakeAccount withoutTargetGroup() {
        balancers.withoutGroup();
        return this;
    }

    /** The load balancer before the service, changed. */
    public FakeAccount balancer(UnaryOperator<LoadBalancer> change) {
        balancers.balancer(change);
        return this;
    }

    /** No listener forwards to the target group. */
    public FakeAccount withoutListener() {
        balancers.withoutListener();
        return this;
    }

    public FakeAccount target(Target target) {
        balancers.target(target);
        return this;
    }

    /** The places for tasks, changed. */
    public FakeAccount places(Consumer<FakeCapacity> change) {
        capacity.told();
        change.accept(capacity);
        return this;
    }

    /** A network interface of the VPC and what its owner wrote on it. */
    public FakeAccount occupant(NetworkInterface at, String description) {
        occupants.occupant(at, description);
        return this;
    }

    /** The measured figures, changed. */
    public FakeAccount measured(Consumer<FakeMetrics> change) {
        change.accept(metrics);
        return this;
    }

    /** The file systems, changed. */
    public FakeAccount files(Consumer<FakeStorage> change) {
        change.accept(storage);
        return this;
    }

    public FakeAccount publicIp(boolean assigned) {
        return service(service(deployment(assigned)));
    }

    public FakeAccount role(Role role) {
        roles.put(role.arn(), role);
        return this;
    }

    /** IAM knows no role of that ARN. */
    public FakeAccount withoutRole(String arn) {
        roles.remove(arn);
        return this;
    }

    public FakeAccount secret(Vault.Secret secret) {
        vault.add(secret);
        return this;
    }

    /** A version of a secret that has no stage any more. */
    public FakeAccount version(String secret, String version) {
        vault.addVersion(secret, version);
        return this;
    }

    /** Parameters of type String, without versions before the second. */
    public FakeAccount parameters(String... names) {
        for (String name : names) {
            parameter(new Vault.Parameter(name, "String", "", 2L));
        }
        return this;
    }

    public FakeAccount parameter(Vault.Parameter parameter) {
        vault.add(parameter);
        return this;
    }

    public FakeAccount key(Keys.Key key) {
        vault.add(key);
        return this;
    }

    public FakeAccount withoutLogGroup() {
        vault.removeGroup(LOG_GROUP);
        return this;
    }

    public FakeAccount logGroup(String name, String key) {
        vault.add(new LogGroups.Group(name, key));
        return this;
    }

    /** What a simulation answers; without it everything is allowed. */
    public FakeAccount simulated(Decision decision) {
        decisions.put(decision.action() + " " + decision.resource(), decision);
        return this;
    }

    /** A log stream with these lines, one a second. */
    public FakeAccount log(String group, String stream, String... lines) {
        List<Line> written = new ArrayList<>();
        for (String line : lines) {
            written.add(new Line(Instant.parse("2026-11-20T03:00:00Z").plusSeconds(written.size()), line));
        }
        streams.put(group + " " + stream, written);
        return this;
    }

    /** A service deployment, newer than those before it. */
    public FakeAccount rollout(ServiceDeployment deployment) {
        described.put(deployment.arn(), deployment);
        rollouts.addFirst(new Listed(
                deployment.arn(), deployment.status(), deployment.target().revision(), null));
        return this;
    }

    public FakeAccount revision(ServiceRevision revision) {
        revisions.put(revision.arn(), revision);
        return this;
    }

    public FakeAccount shielded(ProtectedTask task) {
        shielded.add(task);
        return this;
    }

    public FakeAccount task(Task task) {
        tasks.add(task);
        return this;
    }

    /** Another service of the cluster, whose tasks run in this subnet with this security group. */
    public FakeAccount neighbour(String name, String subnet, String group, String taskDefinition) {
        Deployment own = deployment(false);
        Deployment primary = new Deployment(
                own.id(),
                own.status(),
                own.rolloutState(),
                taskDefinition,
                own.desired(),
                own.running(),
                0,
                List.of(subnet),
                List.of(group),
                false,
                own.createdAt());
        Service api = service(primary);
        return service(new Service(
                api.arn().replaceFirst("api$", name),
                name,
                api.clusterArn(),
                api.status(),
                api.desired(),
                api.running(),
                api.pending(),
                taskDefinition,
                api.launchType(),
                api.deploymentController(),
                api.deployments(),
                Balancing.NONE,
                List.of(),
                Map.of(),
                null));
    }

    /** Another subnet of the VPC with a route table of its own. */
    public FakeAccount subnet(String id, String table, Route... routes) {
        subnets.put(id, new Subnet(id, VPC, "10.0.50.0/24", "us-east-1a", ID, 200));
        associations.put(id, table);
        tables.put(
                table,
                new RouteTable(
                        table,
                        VPC,
                        false,
                        Stream.concat(Stream.of(local()), Arrays.stream(routes)).toList()));
        return this;
    }

    /** A network interface that wears this group. */
    public FakeAccount networkInterface(String id, String address, String group) {
        interfaces.put(id, new NetworkInterface(id, SUBNET, List.of(address), List.of(group)));
        return this;
    }

    /** The request with which CloudTrail saw the one-off task start. */
    public FakeAccount start(Start seen) {
        start = Optional.of(seen);
        return this;
    }

    /** Changes that CloudTrail knows of an object. */
    public FakeAccount changed(String object, Made... made) {
        changes.put(object, List.of(made));
        return this;
    }

    /** The operations that were asked, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** All that it holds now. */
    public Contents contents() {
        return new Contents(
                Map.copyOf(faults),
                new Contents.Network(
                        new TreeMap<>(subnets),
                        new TreeMap<>(tables),
                        new TreeMap<>(associations),
                        new TreeMap<>(endpoints),
                        new TreeMap<>(nats),
                        new TreeMap<>(lists),
                        new TreeMap<>(groups),
                        new TreeMap<>(interfaces),
                        new TreeMap<>(acls),
                        new TreeMap<>(instances),
                        gateway,
                        dns,
                        resolvers,
                        block,
                        drops,
                        occupants.descriptions(),
                        new TreeMap<>(objectTags),
                        metrics.contents()),
                new Contents.Resolving(
                        List.copyOf(zones), List.copyOf(rules), List.copyOf(profiles), List.copyOf(firewall)),
                new Contents.Cluster(
                        new TreeMap<>(definitions),
                        new TreeMap<>(services),
                        List.copyOf(tasks),
                        List.copyOf(rollouts),
                        new TreeMap<>(described),
                        new TreeMap<>(revisions),
                        List.copyOf(shielded)),
                new Contents.Identities(new TreeMap<>(roles), new TreeMap<>(instanceRoles), new TreeMap<>(decisions)),
                balancers.contents(),
                images.contents(),
                vault.contents(),
                capacity.contents(),
                storage.contents(),
                new TreeMap<>(streams),
                new TreeMap<>(changes),
                start);
    }

    // the ports

    private <T> Answer<T> answer(String operation, Supplier<T> value) {
        asked.add(operation);
        String fault = faults.get(operation);
        return fault == null ? new Known<>(value.get(), operation) : new Unknown<>(fault, operation);
    }

    @Override
    public Workloads workloads() {
        return this;
    }

    @Override
    public Deployments deployments() {
        return this;
    }

    @Override
    public Networks networks() {
        return this;
    }

    @Override
    public Names names() {
        return this;
    }

    @Override
    public Roles roles() {
        return this;
    }

    @Override
    public Logs logs() {
        return this;
    }

    @Override
    public Changes changes() {
        return this;
    }

    /** The registries with something changed. */
    public FakeAccount images(Consumer<FakeImages> change) {
        change.accept(images);
        return this;
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public Balancers balancers() {
        return balancers;
    }

    @Override
    public Clusters clusters() {
        return clusters;
    }

    @Override
    public Running running() {
        return running;
    }

    @Override
    public Capacity capacity() {
        return capacity;
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Vault vault() {
        return vault;
    }

    @Override
    public Keys keys() {
        return vault;
    }

    @Override
    public LogGroups logGroups() {
        return vault;
    }

    @Override
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public Occupants occupants() {
        return occupants;
    }

    @Override
    public Diagnosis.Cost cost() {
        return new Diagnosis.Cost((int) asked.stream().distinct().count(), 1, 0);
    }

    @Override
    public Answer<TaskDefinition> taskDefinition(String arn) {
        TaskDefinition found = definitions.get(arn);
        return found == null
                ? new Unknown<>("ClientException", "ecs:DescribeTaskDefinition")
                : answer("ecs:DescribeTaskDefinition", () -> found);
    }

    @Override
    public Answer<Optional<Service>> service(String cluster, String service) {
        return answer("ecs:DescribeServices", () -> Optional.ofNullable(services.get(service)));
    }

    @Override
    public Answer<Optional<Task>> task(String cluster, String task) {
        return answer(
                "ecs:DescribeTasks",
                () -> tasks.stream().filter(t -> t.arn().endsWith(task)).findFirst());
    }

    @Override
    public Answer<List<Task>> stoppedTasks(String cluster, String service) {
        return answer(
                "ecs:ListTasks",
                () -> tasks.stream()
                        .filter(t ->
                                t.service().equals(service) && !t.lastStatus().equals("PENDING"))
                        .toList());
    }

    @Override
    public Answer<List<Listed>> deployments(String cluster, String service) {
        return answer("ecs:ListServiceDeployments", () -> List.copyOf(rollouts));
    }

    @Override
    public Answer<ServiceDeployment> deployment(String arn) {
        return answer("ecs:DescribeServiceDeployments", () -> Objects.requireNonNull(described.get(arn)));
    }

    @Override
    public Answer<List<ServiceRevision>> revisions(List<String> arns) {
        return answer(
                "ecs:DescribeServiceRevisions",
                () -> arns.stream()
                        .filter(revisions::containsKey)
                        .map(revisions::get)
                        .toList());
    }

    @Override
    public Answer<List<ProtectedTask>> protectedTasks(String cluster, String service) {
        return answer("ecs:GetTaskProtection", () -> List.copyOf(shielded));
    }

    @Override
    public Answer<Optional<Subnet>> subnet(String id) {
        return answer("ec2:DescribeSubnets", () -> Optional.ofNullable(subnets.get(id)));
    }

    @Override
    public Answer<VpcDns> vpcDns(String vpcId) {
        return answer("ec2:DescribeVpcAttribute", () -> dns);
    }

    @Override
    public Answer<RouteTable> routeTable(String subnetId, String vpcId) {
        String id = associations.getOrDefault(subnetId, "rtb-main");
        return answer("ec2:DescribeRouteTables", () -> Objects.requireNonNull(tables.get(id)));
    }

    @Override
    public Answer<List<Endpoint>> endpoints(String vpcId) {
        return answer("ec2:DescribeVpcEndpoints", () -> List.copyOf(endpoints.values()));
    }

    @Override
    public Answer<Optional<NatGateway>> natGateway(String id) {
        return answer("ec2:DescribeNatGateways", () -> Optional.ofNullable(nats.get(id)));
    }

    @Override
    public Answer<PrefixList> prefixList(String id) {
        return answer("ec2:GetManagedPrefixListEntries", () -> Objects.requireNonNull(lists.get(id)));
    }

    @Override
    public Answer<List<PrefixList>> prefixLists(List<String> ids) {
        return ids.isEmpty()
                ? new Known<>(List.of(), "")
                : answer(
                        "ec2:GetManagedPrefixListEntries",
                        () -> ids.stream()
                                .map(id -> Objects.requireNonNull(lists.get(id)))
                                .toList());
    }

    @Override
    public Answer<Optional<PrefixList>> awsPrefixList(String name) {
        return answer(
                "ec2:DescribeManagedPrefixLists",
                () -> lists.values().stream()
                        .filter(list -> list.name().equals(name))
                        .findFirst());
    }

    @Override
    public Answer<List<NatGateway>> natGateways(String vpcId) {
        return answer("ec2:DescribeNatGateways", () -> List.copyOf(nats.values()));
    }

    @Override
    public Answer<Optional<String>> internetGateway(String vpcId) {
        return answer("ec2:DescribeInternetGateways", () -> gateway);
    }

    @Override
    public Answer<List<SecurityGroup>> securityGroups(List<String> ids) {
        return answer(
                "ec2:DescribeSecurityGroups",
                () -> ids.stream().filter(groups::containsKey).map(groups::get).toList());
    }

    @Override
    public Answer<Optional<SecurityGroup>> defaultSecurityGroup(String vpcId) {
        return answer("ec2:DescribeSecurityGroups", () -> Optional.ofNullable(groups.get("sg-default")));
    }

    /** Tags of a task. */
    public FakeAccount taskTags(String task, Map<String, String> tags) {
        taskTags.put(task, tags);
        return this;
    }

    @Override
    public Answer<Optional<Map<String, String>>> taskTags(String cluster, String task) {
        return answer("ecs:DescribeTasks", () -> Optional.ofNullable(taskTags.get(task)));
    }

    @Override
    public Answer<Optional<String>> instanceOf(String cluster, String containerInstance) {
        return answer(
                "ecs:DescribeContainerInstances",
                () -> instances.keySet().stream().findFirst());
    }

    @Override
    public Answer<PublicAccessBlock> publicAccessBlock() {
        return answer("ec2:DescribeVpcBlockPublicAccessOptions", () -> block);
    }

    @Override
    public Answer<NatDrops> natDrops(String id, Instant from, Instant to) {
        return answer("cloudwatch:GetMetricData", () -> drops);
    }

    @Override
    public Answer<Optional<Instance>> instance(String id) {
        return answer("ec2:DescribeInstances", () -> Optional.ofNullable(instances.get(id)));
    }

    @Override
    public Answer<Optional<String>> instanceRole(String profileArn) {
        return answer("iam:GetInstanceProfile", () -> Optional.ofNullable(instanceRoles.get(profileArn)));
    }

    @Override
    public Answer<List<NetworkAcl>> networkAcls(List<String> subnetIds) {
        return answer(
                "ec2:DescribeNetworkAcls",
                () -> subnetIds.stream()
                        .map(id -> acls.getOrDefault(
                                id, new NetworkAcl("acl-0aa1", List.of(id), List.of(anything()), List.of(anything()))))
                        .toList());
    }

    @Override
    public Answer<List<NetworkInterface>> interfaces(List<String> ids) {
        return answer(
                "ec2:DescribeNetworkInterfaces",
                () -> ids.stream()
                        .filter(interfaces::containsKey)
                        .map(interfaces::get)
                        .toList());
    }

    @Override
    public Answer<Resolvers> resolvers(String vpcId) {
        return answer("ec2:DescribeDhcpOptions", () -> resolvers);
    }

    @Override
    public Resolution resolution(String vpcId, String host) {
        return new Resolution(
                endpoints(vpcId),
                zones(vpcId, host),
                rules(),
                answer("route53profiles:ListProfileAssociations", () -> List.copyOf(profiles)));
    }

    @Override
    public Answer<List<HostedZone>> zones(String vpcId, String host) {
        return answer(
                "route53:ListHostedZonesByVPC",
                () -> zones.stream().map(zone -> read(zone, host)).toList());
    }

    private HostedZone read(HostedZone zone, String host) {
        return DnsName.covers(zone.name(), host)
                ? new HostedZone(
                        zone.id(),
                        zone.name(),
                        zone.profile(),
                        zone.records() instanceof Known<List<RecordSet>>(List<RecordSet> records, String source)
                                ? answer(source, () -> records)
                                : zone.records())
                : zone;
    }

    private Answer<List<ResolverRule>> rules() {
        Answer<List<ResolverRule>> listed =
                answer("route53resolver:ListResolverRuleAssociations", () -> List.copyOf(rules));
        if (rules.isEmpty() || listed instanceof Unknown) {
            return listed;
        }
        return answer("route53resolver:GetResolverRule", () -> listed) instanceof Unknown<?> unknown
                ? unknown.as()
                : listed;
    }

    @Override
    public Firewall firewall(String vpcId) {
        Answer<List<Firewall.Rule>> own =
                answer("route53resolver:ListFirewallRuleGroupAssociations", () -> List.copyOf(firewall));
        Answer<List<Firewall.Rule>> ofProfiles = answer("route53profiles:ListProfileAssociations", List::of);
        return new Firewall(own, ofProfiles);
    }

    @Override
    public Answer<Optional<Role>> role(String arn) {
        return answer("iam:GetRole", () -> Optional.ofNullable(roles.get(arn)));
    }

    @Override
    public Answer<Decision> simulate(String roleArn, String action, String resource) {
        return answer(
                "iam:SimulatePrincipalPolicy",
                () -> decisions.getOrDefault(
                        action + " " + resource, new Decision(action, resource, "allowed", false, false, List.of())));
    }

    @Override
    public Answer<Optional<List<Line>>> tail(String region, String group, String stream, int limit) {
        return answer("logs:GetLogEvents", () -> Optional.ofNullable(streams.get(group + " " + stream)));
    }

    /** Tags of an object of Amazon EC2. */
    public FakeAccount tags(String id, Map<String, String> tags) {
        objectTags.put(id, tags);
        return this;
    }

    @Override
    public Answer<Map<String, Map<String, String>>> tags(List<String> ids) {
        return answer("ec2:DescribeTags", () -> {
            Map<String, Map<String, String>> found = new TreeMap<>(objectTags);
            found.keySet().retainAll(ids);
            return found;
        });
    }

    @Override
    public Answer<List<Subnet>> subnetsOf(String vpcId) {
        return answer(
                "ec2:DescribeSubnets",
                () -> subnets.values().stream()
                        .filter(s -> s.vpcId().equals(vpcId))
                        .toList());
    }

    @Override
    public Answer<ServiceList> firstServices(String cluster) {
        return answer(
                "ecs:ListServices",
                () -> new ServiceList(
                        services.values().stream().map(Service::arn).limit(100).toList(), services.size() > 100));
    }

    @Override
    public Answer<Integer> activeServices(String cluster) {
        return answer("ecs:DescribeClusters", services::size);
    }

    @Override
    public List<Answer<List<Service>>> services(String cluster, List<String> arns) {
        List<Answer<List<Service>>> batches = new ArrayList<>();
        for (int from = 0; from < arns.size(); from += 10) {
            List<String> batch = arns.subList(from, Math.min(arns.size(), from + 10));
            batches.add(answer(
                    "ecs:DescribeServices",
                    () -> services.values().stream()
                            .filter(s -> batch.contains(s.arn()) || batch.contains(s.name()))
                            .toList()));
        }
        return batches;
    }

    @Override
    public Answer<Optional<Start>> start(String taskArn, Instant createdAt) {
        return answer("cloudtrail:LookupEvents", () -> start);
    }

    @Override
    public Answer<History> ofService(String cluster, String service, Duration time, Instant before) {
        return answer("cloudtrail:LookupEvents", () -> new History(changes.getOrDefault(service, List.of()), false));
    }

    @Override
    public List<Answer<History>> of(List<String> objects, Duration time, Instant before) {
        return objects.stream()
                .map(object -> answer(
                        "cloudtrail:LookupEvents", () -> new History(changes.getOrDefault(object, List.of()), false)))
                .toList();
    }
}
