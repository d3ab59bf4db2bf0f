package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.anything;
import static io.github.ecsmedic.account.FakeAccount.open;
import static io.github.ecsmedic.account.FakeAccount.rule;
import static io.github.ecsmedic.account.FakeAccount.tcp;

import io.github.ecsmedic.account.Changes.Made;
import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.account.Roles.Role;
import io.github.ecsmedic.account.Rollouts;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.TaskDefinition.HealthCheck;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.model.Task;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What is broken, loose or left over in an account and has nothing to do with the failure. */
final class Irregularities {
    private static final Instant EARLIER = Instant.parse("2026-11-20T02:00:00Z");

    private Irregularities() {}

    static List<UnaryOperator<FakeAccount>> all() {
        return Stream.of(subnets(), gateways(), groups(), endpoints(), names(), identities(), services())
                .flatMap(some -> some)
                .toList();
    }

    /** The account with all of them. */
    static FakeAccount in(FakeAccount account) {
        FakeAccount changed = account;
        for (UnaryOperator<FakeAccount> irregularity : all()) {
            changed = irregularity.apply(changed);
        }
        return changed;
    }

    private static Stream<UnaryOperator<FakeAccount>> subnets() {
        return Stream.of(
                a -> a.subnet("subnet-0n1", "rtb-0n1", new Route("0.0.0.0/0", "nat-0gone", "blackhole")),
                a -> a.subnet("subnet-0n2", "rtb-0n2"),
                a -> a.subnet("subnet-0n3", "rtb-0n3", new Route("0.0.0.0/0", "igw-0gone", "blackhole")),
                a -> a.subnet("subnet-0n4", "rtb-0n4", new Route("0.0.0.0/0", "tgw-0n4", "active")),
                a -> a.subnet("subnet-0n5", "rtb-0n5", new Route("0.0.0.0/0", "nat-0n5", "active")),
                a -> a.route("rtb-0n6", new Route("192.0.2.0/24", "eni-0gone", "blackhole")),
                a -> a.acl("subnet-0n1", List.of(), List.of()),
                a -> a.acl("subnet-0n2", List.of(rule(10, false, "0.0.0.0/0", 0, 65_535)), List.of(anything())));
    }

    private static Stream<UnaryOperator<FakeAccount>> gateways() {
        return Stream.of(
                a -> a.nat(new NatGateway("nat-0n5", VPC, "subnet-0n5", "failed", true, List.of())),
                a -> a.nat(new NatGateway("nat-0n6", VPC, "subnet-0n2", "deleted", true, List.of())),
                a -> a.nat(new NatGateway("nat-0n7", VPC, "subnet-0n2", "available", false, List.of())));
    }

    private static Stream<UnaryOperator<FakeAccount>> groups() {
        return Stream.of(
                a -> a.group(new SecurityGroup("sg-0n1", VPC, List.of(), List.of())),
                a -> a.group(
                        new SecurityGroup("sg-0n2", VPC, List.of(tcp(22, "0.0.0.0/0")), List.of(open("0.0.0.0/0")))),
                a -> a.group(new SecurityGroup("sg-0n3", "vpc-0other", List.of(), List.of())),
                a -> a.prefixList(new PrefixList("pl-0n1", "office", List.of("192.0.2.0/28"))));
    }

    private static Stream<UnaryOperator<FakeAccount>> endpoints() {
        return Stream.of(
                a -> a.endpoint(endpoint("sqs", "pendingAcceptance", true, "sg-0n1")),
                a -> a.endpoint(endpoint("sns", "available", false, "sg-0n1")),
                a -> a.endpoint(endpoint("events", "rejected", true, "sg-0n2")),
                a -> a.endpoint(endpoint("kinesis-streams", "failed", false, "sg-0n1")),
                a -> a.endpoint(new Endpoint(
                        "vpce-dynamodb",
                        VPC,
                        "com.amazonaws.us-east-1.dynamodb",
                        "Gateway",
                        "available",
                        false,
                        List.of("rtb-0n1"),
                        List.of(),
                        List.of(),
                        List.of(),
                        FakeAccount.EVERYTHING)));
    }

    private static Stream<UnaryOperator<FakeAccount>> names() {
        return Stream.of(
                a -> a.zone("Z0N1", "corp.example.com"),
                a -> a.zone("Z0N2", "db.internal"),
                a -> a.rule("rslvr-rr-0n1", "corp.example.com", "FORWARD"),
                a -> a.firewall(900, "BLOCK", "*.ads.example.com"));
    }

    private static Stream<UnaryOperator<FakeAccount>> identities() {
        return Stream.of(
                a -> a.role(new Role("arn:aws:iam::111122223333:role/batch", "batch", List.of("lambda.amazonaws.com"))),
                a -> a.simulated(new Decision(
                        "s3:DeleteObject", "arn:aws:s3:::example/*", "explicitDeny", true, true, List.of())),
                a -> a.simulated(new Decision("logs:CreateLogGroup", "*", "implicitDeny", false, false, List.of())));
    }

    private static Stream<UnaryOperator<FakeAccount>> services() {
        return Stream.of(
                a -> a.neighbour("batch", "subnet-0n1", "sg-0n1", "batch:3"),
                a -> a.neighbour("web", "subnet-0n2", "sg-0n2", "web:9"),
                a -> a.definition(Rollouts.numbered(
                        3,
                        FakeAccount.checked(
                                FakeAccount.container("app", "web:latest"),
                                "web:latest",
                                HealthCheck.of("CMD", "curl")))),
                a -> a.task(stoppedOf("web", "OutOfMemoryError: container killed due to memory usage")),
                a -> a.log("/example/web", "ecs/web/1", "java.lang.OutOfMemoryError: Java heap space"),
                a -> a.changed("rtb-0n1", new Made("e-0n1", EARLIER, "someone", "DeleteRoute")),
                a -> a.changed(OTHER_ADDRESS, new Made("e-0n2", EARLIER, "someone", "ReleaseAddress")));
    }

    private static Endpoint endpoint(String service, String state, boolean privateDns, String group) {
        return new Endpoint(
                "vpce-" + service,
                VPC,
                "com.amazonaws.us-east-1." + service,
                "Interface",
                state,
                privateDns,
                List.of(),
                List.of("subnet-0n1"),
                List.of(group),
                List.of(),
                FakeAccount.EVERYTHING);
    }

    private static Task stoppedOf(String service, String reason) {
        Task t = Failure.exit(137).container("web", 137, reason).task();
        return new Task(
                t.arn().replaceFirst(".$", "e"),
                t.clusterArn(),
                t.taskDefinitionArn(),
                t.version(),
                t.lastStatus(),
                t.desiredStatus(),
                t.stopCode(),
                t.stoppedReason(),
                "service:" + service,
                t.startedBy(),
                t.launchType(),
                t.capacityProvider(),
                t.containerInstanceArn(),
                t.availabilityZone(),
                t.platformVersion(),
                t.cpuArchitecture(),
                t.cpu(),
                t.memory(),
                t.times(),
                t.containers(),
                t.attachments());
    }
}
