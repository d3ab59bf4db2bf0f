package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.ENDPOINT_GROUP;
import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.NAT;
import static io.github.ecsmedic.account.FakeAccount.NAT_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.NAT_SUBNET;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.anything;
import static io.github.ecsmedic.account.FakeAccount.rule;
import static io.github.ecsmedic.account.FakeAccount.small;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.signature.Fact;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** For every cause an account in which it is proven, and the same with one fact changed, in which it is refuted. */
final class CauseRows {
    static final String SECRET = "arn:aws:secretsmanager:us-east-1:111122223333:secret:example/db-AbCdEf";

    private static final Instant MORNING = Instant.parse("2026-11-20T03:00:00Z");

    private CauseRows() {}

    /**
     * One cause.
     *
     * @param summary what is told when it is proven
     * @param names ids that the finding must hold
     * @param almost the failure, or the same with one fact changed
     * @param near the account, or the same with one fact changed
     * @param certainty {@code proven}, or the surest that it can be
     */
    record Row(
            String cause,
            Failure failure,
            FakeAccount broken,
            String summary,
            List<String> names,
            Failure almost,
            FakeAccount near,
            String certainty) {
        /** It is never more than probable. */
        Row probable() {
            return new Row(cause, failure, broken, summary, names, almost, near, "probable");
        }

        /** It is refuted in this account. */
        Row unless(FakeAccount other) {
            return new Row(cause, failure, broken, summary, names, failure, other, certainty);
        }

        /** It is refuted for this failure in the same account. */
        Row unless(Failure other) {
            return new Row(cause, failure, broken, summary, names, other, broken, certainty);
        }

        @Override
        public String toString() {
            return cause;
        }
    }

    static Stream<Row> all() {
        return Stream.of(
                        names(),
                        answerers(),
                        endpoints(),
                        ways(),
                        registries(),
                        identities(),
                        references(),
                        processes(),
                        platform(),
                        NetworkCauseRows.all(),
                        ImageCauseRows.all(),
                        HealthCauseRows.all(),
                        IdentityCauseRows.all(),
                        DependencyScenes.rows(),
                        ContainerCauseRows.all(),
                        DeploymentRows.all(),
                        CapacityCauseRows.all(),
                        StorageCauseRows.all(),
                        StatedCauseRows.all())
                .flatMap(rows -> rows);
    }

    static Row row(String cause, Failure failure, FakeAccount broken, String summary, String... names) {
        return new Row(cause, failure, broken, summary, List.of(names), failure, broken, "proven");
    }

    private static Stream<Row> names() {
        return Stream.of(
                row(
                                "dns.vpc_attributes_off",
                                Failure.login(OTHER_ADDRESS),
                                withEndpoints().dns(true, false),
                                "Cannot log in to Amazon ECR: DNS of the VPC is off: enableDnsHostnames is off in vpc-0aa1, so the private name of endpoint vpce-ecr.api is"
                                        + " not used",
                                "vpc-0aa1",
                                "subnet-0aa1",
                                "rtb-0aa1",
                                "vpce-ecr.api")
                        .unless(withEndpoints().dns(true, true)),
                row(
                                "dns.endpoint_private_dns_off",
                                Failure.login(OTHER_ADDRESS),
                                small().endpoint("ecr.api", CauseRows::withoutPrivateDns),
                                "Cannot log in to Amazon ECR: its endpoint's name is off: private DNS is off at endpoint vpce-ecr.api, so the service's name leads to its public"
                                        + " address",
                                "vpce-ecr.api",
                                "vpc-0aa1")
                        .unless(small().endpoint("ecr.api", endpoint -> endpoint)),
                row(
                                "dns.custom_resolver",
                                lookup("10.9.0.53"),
                                withEndpoints().withResolvers("10.9.0.53", "10.9.0.54"),
                                "Cannot log in to Amazon ECR: its DNS servers do not know it: DHCP option set dopt-0aa1 of vpc-0aa1 names resolvers of its own, which do not resolve"
                                        + " the names that a task needs",
                                "dopt-0aa1",
                                "vpc-0aa1")
                        .unless(withEndpoints()));
    }

    private static Stream<Row> answerers() {
        return Stream.of(
                row(
                                "dns.wrong_host",
                                lookup("10.0.0.2").fact(Fact.HOST, "api.ecr.undefined.amazonaws.com"),
                                small(),
                                "Cannot log in to Amazon ECR: the host name is wrong: the host name api.ecr.undefined.amazonaws.com is wrong: \"undefined\" in"
                                        + " api.ecr.undefined.amazonaws.com stands for a value that was not set",
                                "api.ecr.undefined.amazonaws.com")
                        .unless(lookup("10.0.0.2")),
                row(
                                "dns.firewall_block",
                                lookup("10.0.0.2"),
                                withEndpoints().firewall(10, "BLOCK", "*.amazonaws.com"),
                                "Cannot log in to Amazon ECR: DNS Firewall blocks it: DNS Firewall blocks api.ecr.us-east-1.amazonaws.com in vpc-0aa1: rule group"
                                        + " rslvr-frg-0aa1, domain *.amazonaws.com",
                                "rslvr-frg-0aa1",
                                "rslvr-fdl-10",
                                "vpc-0aa1")
                        .unless(withEndpoints()
                                .firewall(5, "ALLOW", "*.us-east-1.amazonaws.com")
                                .firewall(10, "BLOCK", "*.amazonaws.com")),
                row(
                                "dns.private_zone_shadows",
                                lookup("10.0.0.2"),
                                small().zone("Z0AA1", "ecr.us-east-1.amazonaws.com"),
                                "Cannot log in to Amazon ECR: a private zone hides it: private hosted zone Z0AA1 hides api.ecr.us-east-1.amazonaws.com in vpc-0aa1 and has no"
                                        + " record of it",
                                "Z0AA1",
                                "vpc-0aa1")
                        .unless(withEndpoints().zone("Z0AA1", "ecr.us-east-1.amazonaws.com")),
                row(
                                "dns.resolver_rule",
                                lookup("10.0.0.2"),
                                small().rule("rslvr-rr-0aa1", "amazonaws.com", "FORWARD"),
                                "Cannot log in to Amazon ECR: its name is asked elsewhere: resolver rule rslvr-rr-0aa1 sends api.ecr.us-east-1.amazonaws.com from vpc-0aa1 to"
                                        + " other resolvers, which do not answer as AWS does",
                                "rslvr-rr-0aa1",
                                "vpc-0aa1")
                        .probable()
                        .unless(withEndpoints().rule("rslvr-rr-0aa1", "amazonaws.com", "FORWARD")));
    }

    private static Stream<Row> endpoints() {
        return Stream.of(
                row(
                                "network.s3_gateway_missing",
                                Failure.layers(S3_ADDRESS),
                                withEndpoints(),
                                "Cannot download the image: no way to Amazon S3: image layers and environment files come from there, and route table rtb-0aa1 of"
                                        + " subnet subnet-0aa1 has no route: vpc-0aa1 has no S3 gateway endpoint",
                                "vpc-0aa1",
                                "subnet-0aa1",
                                "rtb-0aa1")
                        .unless(withEndpoints().s3Gateway(TABLE)),
                row(
                                "network.s3_gateway_not_associated",
                                Failure.layers(S3_ADDRESS),
                                withEndpoints().s3Gateway("rtb-other"),
                                "Cannot download the image: no way to Amazon S3: image layers and environment files come from there, and route table rtb-0aa1 of"
                                        + " subnet subnet-0aa1 is not associated with S3 gateway endpoint vpce-0aa1",
                                "vpc-0aa1",
                                "subnet-0aa1",
                                "rtb-0aa1",
                                "vpce-0aa1")
                        .unless(withEndpoints().s3Gateway("rtb-other", TABLE)),
                row(
                                "network.endpoint_missing",
                                Failure.login(OTHER_ADDRESS),
                                small().withEndpoints("ecr.dkr", "logs"),
                                "Cannot log in to Amazon ECR: its endpoint is missing: vpc-0aa1 has no endpoint for com.amazonaws.us-east-1.ecr.api, and route table rtb-0aa1"
                                        + " of subnet subnet-0aa1 has no way to the internet",
                                "vpc-0aa1",
                                "subnet-0aa1",
                                "rtb-0aa1")
                        .unless(withEndpoints()),
                row(
                                "network.endpoint_unavailable",
                                Failure.login(OTHER_ADDRESS),
                                small().endpoint("ecr.api", CauseRows::pending),
                                "Cannot log in to Amazon ECR: its endpoint is unusable: endpoint vpce-ecr.api is not available",
                                "vpce-ecr.api")
                        .unless(small().endpoint("ecr.api", endpoint -> endpoint)),
                row(
                                "network.endpoint_ingress_denied",
                                Failure.login("10.0.0.10"),
                                withEndpoints().group(new SecurityGroup(ENDPOINT_GROUP, VPC, List.of(), List.of())),
                                "Cannot log in to Amazon ECR: its endpoint refuses it: the security groups of endpoint vpce-ecr.api (sg-0ee5) do not admit the task",
                                "vpce-ecr.api",
                                ENDPOINT_GROUP)
                        .unless(withEndpoints()),
                row(
                                "network.endpoint_policy_denied",
                                denied("endpoint"),
                                small().withEndpoints("secretsmanager"),
                                "The policy of VPC endpoint vpce-secretsmanager does not allow"
                                        + " secretsmanager:GetSecretValue",
                                "vpce-secretsmanager")
                        .unless(denied("identity")));
    }

    private static Stream<Row> ways() {
        return Stream.of(
                row(
                                "network.no_route",
                                Failure.login(OTHER_ADDRESS),
                                small(),
                                "Cannot log in to Amazon ECR: no way out: route table rtb-0aa1 of subnet subnet-0aa1 has no route to 192.0.2.44"
                                        + " (api.ecr.us-east-1.amazonaws.com), and no endpoint serves it",
                                "vpc-0aa1",
                                "subnet-0aa1",
                                "rtb-0aa1")
                        .unless(small().behindNat()),
                row(
                                "network.task_egress_denied",
                                dockerHub(),
                                small().behindNat().group(new SecurityGroup(GROUP, VPC, List.of(), List.of())),
                                "Cannot pull from registry-1.docker.io: its security group forbids it: no rule of the task's security groups (sg-0aa1) lets it out to 192.0.2.44"
                                        + " (registry-1.docker.io)",
                                GROUP)
                        .unless(small().behindNat()),
                row(
                                "network.acl_denied",
                                dockerHub(),
                                small().behindNat()
                                        .acl(
                                                SUBNET,
                                                List.of(rule(100, true, "0.0.0.0/0", 443, 443)),
                                                List.of(anything())),
                                "Cannot pull from registry-1.docker.io: a network ACL forbids it: no rule of network ACL acl-0aa1 of subnet-0aa1 lets packets in from 192.0.2.44"
                                        + " (registry-1.docker.io) to ports 32768–60999",
                                "acl-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1")
                        .unless(small().behindNat()),
                row(
                                "network.public_access_blocked",
                                dockerHub(),
                                small().behindNat().blocking("block-bidirectional"),
                                "Cannot pull from registry-1.docker.io: public access is blocked: VPC Block Public Access (block-bidirectional) drops what leaves vpc-0aa1 by its internet"
                                        + " gateway",
                                "vpc-0aa1",
                                "subnet-0bb2")
                        .unless(small().behindNat().blocking("block-ingress")),
                row(
                                "network.nat_port_exhaustion",
                                dockerHub().stopping(MORNING, MORNING),
                                small().behindNat().dropping(12, 40),
                                "Cannot pull from registry-1.docker.io: its NAT gateway is full: NAT gateway nat-0aa1 has no ports left, so it drops connections of everything behind it",
                                "nat-0aa1",
                                "rtb-0aa1")
                        .unless(small().behindNat()),
                row(
                                "network.path_unknown",
                                dockerHub(),
                                small().route("0.0.0.0/0", "tgw-0aa1"),
                                "Cannot pull from registry-1.docker.io: the way leaves our view: what can be seen is in order, but the way to 192.0.2.44 (registry-1.docker.io) leaves"
                                        + " vpc-0aa1 by tgw-0aa1, beyond which nothing can be seen",
                                "tgw-0aa1",
                                "rtb-0aa1",
                                "subnet-0aa1",
                                "vpc-0aa1")
                        .unless(small().behindNat())
                        .probable(),
                row(
                                "network.blackhole_route",
                                dockerHub(),
                                small().route("0.0.0.0/0", "nat-0dead"),
                                "Cannot pull from registry-1.docker.io: its route leads nowhere: the route out of subnet subnet-0aa1 in route table rtb-0aa1 points at nat-0dead, which"
                                        + " no longer exists",
                                "nat-0dead",
                                "rtb-0aa1")
                        .unless(small().behindNat()),
                row(
                                "network.no_public_ip",
                                dockerHub(),
                                small().publicSubnet(),
                                "Cannot pull from registry-1.docker.io: it has no public address: subnet subnet-0aa1 leads to internet gateway igw-0aa1, but service api gives its tasks"
                                        + " no public address",
                                "igw-0aa1",
                                "subnet-0aa1")
                        .unless(small().publicSubnet().publicIp(true)),
                row(
                                "network.internet_gateway_detached",
                                dockerHub(),
                                small().publicIp(true).route("0.0.0.0/0", "igw-0dead"),
                                "Cannot pull from registry-1.docker.io: its gateway is detached: route table rtb-0aa1 leads to internet gateway igw-0dead, which is not attached to"
                                        + " vpc-0aa1",
                                "igw-0dead",
                                "vpc-0aa1")
                        .unless(small().publicIp(true).publicSubnet()),
                row(
                                "network.nat_unavailable",
                                dockerHub(),
                                small().behind(new NatGateway(NAT, VPC, NAT_SUBNET, "failed", true, List.of())),
                                "Cannot pull from registry-1.docker.io: its NAT gateway is unusable: route table rtb-0aa1 of subnet subnet-0aa1 leads to NAT gateway nat-0aa1, which is not"
                                        + " available",
                                "nat-0aa1",
                                "rtb-0aa1")
                        .unless(small().behindNat()),
                row(
                                "network.nat_without_internet",
                                dockerHub(),
                                small().behind(new NatGateway(
                                        NAT, VPC, NAT_SUBNET, "available", true, List.of(NAT_ADDRESS))),
                                "Cannot pull from registry-1.docker.io: its NAT gateway is cut off: NAT gateway nat-0aa1 cannot reach the internet: route table rtb-main of its subnet"
                                        + " subnet-0bb2 has no route to an internet gateway",
                                "nat-0aa1",
                                "subnet-0bb2",
                                "rtb-main")
                        .unless(small().behindNat()));
    }

    private static Stream<Row> registries() {
        return Stream.of(
                row(
                                "registry.dockerhub_rate_limit",
                                Failure.dockerHubLimit(),
                                small().behindNat(),
                                "The pull limit of Docker Hub is reached for 203.0.113.7 of NAT gateway nat-0aa1, which"
                                        + " everything behind it shares",
                                "nat-0aa1",
                                "203.0.113.7",
                                "nginx:1.27")
                        .unless(Failure.dockerHubLimit().image("public.ecr.aws/docker/library/nginx:1.27")),
                row(
                                "registry.ecr_public_rate_limit",
                                Failure.of("image_pull.ecr_public_rate_limit")
                                        .image("public.ecr.aws/docker/library/nginx:1.27"),
                                small().behindNat(),
                                "The pull limit of Amazon ECR Public is reached for"
                                        + " public.ecr.aws/docker/library/nginx:1.27",
                                "public.ecr.aws/docker/library/nginx:1.27")
                        .unless(Failure.dockerHubLimit()),
                row(
                                "registry.pull_denied",
                                Failure.of("image_pull.auth_denied").image("example/ledger:3"),
                                small(),
                                "docker.io denies the pull of example/ledger:3: the repository is private, or it does"
                                        + " not exist",
                                "example/ledger:3")
                        .unless(Failure.of("image_pull.not_found").image("example/ledger:3")));
    }

    private static Stream<Row> identities() {
        return Stream.of(
                row(
                                "iam.execution_role_denied",
                                denied("identity"),
                                small(),
                                "Execution role start-api may not secretsmanager:GetSecretValue on " + SECRET,
                                FakeAccount.EXECUTION_ROLE,
                                SECRET)
                        .unless(denied("endpoint")),
                row(
                                "iam.task_role_denied",
                                denied("identity").fact(Fact.ROLE, FakeAccount.TASK_ROLE),
                                small(),
                                "Task role run-api may not secretsmanager:GetSecretValue",
                                FakeAccount.TASK_ROLE)
                        .unless(denied("identity")),
                row(
                                "iam.boundary_or_scp_denied",
                                denied("boundary"),
                                small(),
                                "The permissions boundary of arn:aws:iam::111122223333:role/start-api does not allow"
                                        + " secretsmanager:GetSecretValue",
                                SECRET)
                        .unless(denied("identity")),
                row(
                                "iam.resource_policy_denied",
                                denied("resource"),
                                small(),
                                "The policy of " + SECRET + " does not allow secretsmanager:GetSecretValue to"
                                        + " arn:aws:iam::111122223333:role/start-api",
                                SECRET)
                        .unless(denied("identity")));
    }

    private static Stream<Row> references() {
        return Stream.of(
                row(
                                "secret.deleted",
                                secret("secrets.marked_for_deletion"),
                                small(),
                                "Secret " + SECRET + " is marked for deletion",
                                SECRET)
                        .unless(secret("secrets.network_timeout")),
                row(
                                "secret.json_key_missing",
                                secret("secrets.json_key_missing").fact(Fact.JSON_KEY, "password"),
                                small(),
                                "Secret " + SECRET + " has no key password",
                                SECRET,
                                "password")
                        .unless(secret("secrets.invalid_json")),
                row(
                                "secret.reference_invalid",
                                secret("secrets.invalid_ref"),
                                small(),
                                "The reference to secret " + SECRET + " is malformed",
                                SECRET)
                        .unless(secret("secrets.unknown")),
                row(
                                "secret.not_found",
                                secret("secrets.not_found"),
                                small(),
                                "Secret " + SECRET + " does not exist in its region",
                                SECRET)
                        .unless(secret("secrets.access_denied")),
                row(
                                "parameter.not_found",
                                Failure.of("secrets.not_found").fact(Fact.PARAMETER, "/example/port,/example/host"),
                                small(),
                                "Parameter /example/port, /example/host does not exist",
                                "/example/port",
                                "/example/host")
                        .unless(secret("secrets.not_found")),
                row(
                                "logs.group_missing",
                                Failure.of("logging.log_group_missing"),
                                small(),
                                "Log group /example/api does not exist",
                                FakeAccount.LOG_GROUP)
                        .unless(Failure.of("logging.network")));
    }

    private static Stream<Row> processes() {
        return Stream.of(
                row(
                                "app.missing_configuration",
                                Failure.exit(1),
                                logged("starting", "Error: PAYMENTS_URL is not set"),
                                "Container app ended because PAYMENTS_URL is missing",
                                FakeAccount.LOG_GROUP,
                                Failure.STREAM,
                                "PAYMENTS_URL")
                        .unless(logged("starting", "Error: the moon is full")),
                row(
                                "app.dependency_unreachable",
                                Failure.exit(1),
                                logged("FATAL: dial tcp 10.0.3.9:5432: connect: connection refused"),
                                "Container app ended because it cannot reach 10.0.3.9:5432 (connection refused)",
                                "10.0.3.9",
                                "5432")
                        .unless(logged("FATAL: no more coffee")),
                row(
                                "app.crash",
                                Failure.exit(3),
                                logged("starting", "Error: the moon is full"),
                                "Container app ended with exit code 3: Error: the moon is full",
                                "app",
                                FakeAccount.LOG_GROUP)
                        .unless(Failure.exit(0)),
                row(
                                "app.segfault",
                                Failure.exit(139),
                                logged("working"),
                                "Container app crashed (SIGSEGV, exit code 139)",
                                "app")
                        .unless(Failure.exit(1)),
                row(
                                "app.exited_cleanly",
                                Failure.exit(0),
                                logged("done"),
                                "Container app ended with code 0, although a service must keep running",
                                "app")
                        .unless(Failure.exit(0).oneOff()),
                row(
                                "app.command_not_found",
                                Failure.of("app.command_not_found")
                                        .fact(Fact.COMMAND, "serve")
                                        .container("app", 127, "exec serve: no such file"),
                                small(),
                                "Container app cannot start: serve is not in the image",
                                "serve")
                        .unless(Failure.of("app.command_not_executable").container("app", 126, "")),
                row(
                                "app.not_executable",
                                Failure.of("app.command_not_executable")
                                        .fact(Fact.COMMAND, "/srv/run.sh")
                                        .container("app", 126, "permission denied"),
                                small(),
                                "Container app cannot start: /srv/run.sh cannot be executed",
                                "/srv/run.sh")
                        .unless(Failure.of("app.command_not_found").container("app", 127, "")),
                row(
                                "app.wrong_architecture",
                                Failure.of("app.exec_format").container("app", 255, "exec format error"),
                                small(),
                                "The binary does not run on X86_64: it was built for another CPU, or its script lacks an"
                                        + " interpreter line",
                                "X86_64")
                        .unless(Failure.of("app.command_not_found").container("app", 127, "")),
                row(
                                "app.wrong_architecture",
                                Failure.exit(1),
                                logged("exec /srv/bin/ledger: exec format error"),
                                "The binary does not run on X86_64: it was built for another CPU, or its script lacks an"
                                        + " interpreter line",
                                "X86_64",
                                "/srv/bin/ledger")
                        .unless(logged("exec /srv/bin/ledger: starting")),
                row(
                                "app.stop_timeout",
                                killed(30),
                                small(),
                                "Container app did not end within its stopTimeout and was killed; that is not out of"
                                        + " memory",
                                "app")
                        .unless(killed(12)),
                row(
                                "memory.task_limit",
                                outOfMemory(),
                                small(),
                                "Container app was killed at the limit of the task: All containers of api:42 share 512"
                                        + " MiB",
                                "app")
                        .unless(limited(256)),
                row(
                                "memory.container_limit",
                                outOfMemory(),
                                limited(256),
                                "Container app was killed at its own limit: Container app of api:42 may use 256 MiB of"
                                        + " the task's 512 MiB",
                                "app")
                        .unless(small()),
                row(
                                "memory.runtime_heap",
                                Failure.exit(134),
                                logged("FATAL ERROR: Reached heap limit - JavaScript heap out of memory"),
                                "Container app met the limit of its runtime's heap; more memory for the task alone does"
                                        + " not help",
                                "app")
                        .unless(logged("FATAL ERROR: nothing left to say")));
    }

    private static Stream<Row> platform() {
        return Stream.of(
                row(
                                "network.subnet_ip_exhausted",
                                Failure.of("network.eni_create_failed"),
                                small().subnet(CauseRows::full),
                                "Subnet subnet-0aa1 has no free address for another task",
                                "subnet-0aa1",
                                "vpc-0aa1")
                        .unless(small()),
                row(
                                "network.eni_provisioning",
                                Failure.of("network.eni_provisioning"),
                                small(),
                                "The network interface of the task was not ready in time; that is transient")
                        .unless(Failure.of("network.eni_attach")),
                row(
                                "host.spot_interruption",
                                Failure.of("host.spot").stopCode(""),
                                small(),
                                "AWS took the Spot capacity under the task back")
                        .unless(Failure.of("host.terminated")),
                row(
                                "host.maintenance",
                                Failure.of("host.fargate_maintenance").stopCode("ServiceSchedulerInitiated"),
                                small(),
                                "AWS retired the host of the task for maintenance")
                        .unless(Failure.of("host.spot")),
                row(
                                "host.terminated",
                                Failure.of("host.terminated").stopCode("TerminationNotice"),
                                small(),
                                "The instance under the task was terminated, stopped or deregistered")
                        .unless(Failure.of("host.spot")));
    }

    private static FakeAccount withEndpoints() {
        return small().withEndpoints("ecr.api", "ecr.dkr", "logs");
    }

    static Endpoint withoutPrivateDns(Endpoint e) {
        return new Endpoint(
                e.id(),
                e.vpcId(),
                e.service(),
                e.type(),
                e.state(),
                false,
                e.routeTables(),
                e.subnets(),
                e.securityGroups(),
                e.networkInterfaces(),
                e.policy());
    }

    private static Subnet full(Subnet s) {
        return new Subnet(s.id(), s.vpcId(), s.cidr(), s.availabilityZone(), s.owner(), 0);
    }

    private static Endpoint pending(Endpoint e) {
        return new Endpoint(
                e.id(),
                e.vpcId(),
                e.service(),
                e.type(),
                "pendingacceptance",
                e.privateDns(),
                e.routeTables(),
                e.subnets(),
                e.securityGroups(),
                e.networkInterfaces(),
                e.policy());
    }

    private static Failure lookup(String resolver) {
        return Failure.of("registry_auth.network_timeout")
                .fact(Fact.HOST, "api.ecr.us-east-1.amazonaws.com")
                .fact(Fact.RESOLVER, resolver);
    }

    private static Failure dockerHub() {
        return Failure.of("image_pull.network_timeout")
                .image("nginx:1.27")
                .fact(Fact.PHASE, "manifest")
                .fact(Fact.HOST, "registry-1.docker.io")
                .fact(Fact.ADDRESS, OTHER_ADDRESS);
    }

    private static Failure denied(String layer) {
        return Failure.of("secrets.access_denied")
                .fact(Fact.ACTION, "secretsmanager:GetSecretValue")
                .fact(Fact.RESOURCE, SECRET)
                .fact(Fact.ROLE, "arn:aws:iam::111122223333:role/start-api")
                .fact(Fact.DENIED_BY, layer);
    }

    private static Failure secret(String label) {
        return Failure.of(label).fact(Fact.SECRET, SECRET);
    }

    static FakeAccount logged(String... lines) {
        return small().log(FakeAccount.LOG_GROUP, Failure.STREAM, lines);
    }

    static Failure outOfMemory() {
        return Failure.of("memory.oom")
                .stopCode("EssentialContainerExited")
                .container("app", 137, "OutOfMemoryError: Container killed due to memory usage");
    }

    private static Failure killed(int seconds) {
        Instant asked = Instant.parse("2026-11-20T03:00:00Z");
        return Failure.of("app.sigkill")
                .stopCode("ServiceSchedulerInitiated")
                .container("app", 137, "")
                .stopping(asked, asked.plusSeconds(seconds));
    }

    /** The container has a limit of its own, in MiB. */
    static FakeAccount limited(int memory) {
        return small().container(c -> FakeAccount.withLimits(c, memory, null));
    }
}
