package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.EXECUTION_ROLE;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.account.Roles.Role;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.aws.AccountOnTheWire;
import io.github.ecsmedic.catalogue.Scenes.Scene;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.signature.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks that are in order, and a fault that has nothing to do with the failed connection: nothing is proven. */
class UnrelatedFaultsTest {
    private static final Instant MORNING = Instant.parse("2026-11-20T03:00:00Z");
    private static final String ELSEWHERE = "subnet-0dd4";
    private static final List<String> LABELS = List.of(
            "image_pull.network_timeout",
            "image_pull.network_unreachable",
            "image_pull.dns_resolution",
            "image_pull.unknown",
            "registry_auth.network_timeout",
            "registry_auth.unknown",
            "secrets.network_timeout",
            "secrets.unknown",
            "resource_init.network_timeout",
            "resource_init.unknown",
            "env_file.network_timeout",
            "env_file.unknown",
            "logging.network",
            "logging.unknown");

    /** The address of the endpoint that serves the failures of a family. */
    private static final Map<String, String> SERVED =
            Map.of("registry_auth", "10.0.0.10", "logging", "10.0.0.12", "secrets", "10.0.0.13");

    private record Fault(String name, UnaryOperator<FakeAccount> in) {}

    static Stream<Scene> scenes() {
        return LABELS.stream().flatMap(label -> Stream.concat(behindNat(label), withEndpoints(label)));
    }

    private static Stream<Scene> behindNat(String label) {
        return scenes(label + " behind a NAT gateway", dialled(label), () -> small().behindNat());
    }

    private static Stream<Scene> withEndpoints(String label) {
        String address = SERVED.get(label.substring(0, label.indexOf('.')));
        Supplier<FakeAccount> account =
                () -> small().withEndpoints("ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm")
                        .s3Gateway(TABLE);
        return address == null
                ? label.startsWith("env_file")
                        ? scenes(label + " with endpoints", dialled(label), account)
                        : Stream.empty()
                : scenes(label + " with endpoints", failure(label).fact(Fact.ADDRESS, address), account);
    }

    private static Stream<Scene> scenes(String name, Failure failure, Supplier<FakeAccount> healthy) {
        return faults().map(fault ->
                Scenes.scene(name + ", " + fault.name(), failure, fault.in().apply(healthy.get())));
    }

    private static Failure dialled(String label) {
        return label.endsWith("dns_resolution")
                ? failure(label).fact(Fact.RESOLVER, "10.0.0.2")
                : failure(label).fact(Fact.ADDRESS, label.startsWith("env_file") ? S3_ADDRESS : OTHER_ADDRESS);
    }

    private static Failure failure(String label) {
        Failure failure = Failure.of(label).stopping(MORNING, MORNING);
        return label.startsWith("image_pull")
                ? failure.image("nginx:1.27").fact(Fact.PHASE, "manifest").fact(Fact.HOST, "registry-1.docker.io")
                : failure;
    }

    private static Stream<Fault> faults() {
        return Stream.of(
                new Fault("no fault", account -> account),
                new Fault(
                        "a blackhole elsewhere",
                        account ->
                                account.subnet(ELSEWHERE, "rtb-0dd4", new Route("0.0.0.0/0", "nat-gone", "blackhole"))),
                new Fault(
                        "a failed NAT gateway elsewhere",
                        account -> account.nat(new NatGateway("nat-0bad", VPC, ELSEWHERE, "failed", true, List.of()))),
                new Fault(
                        "a failed endpoint of another service",
                        account -> account.endpoint("kinesis-streams", UnrelatedFaultsTest::failed)),
                new Fault(
                        "a shut security group that nobody wears",
                        account -> account.group(new SecurityGroup("sg-0bad", VPC, List.of(), List.of()))),
                new Fault("a shut ACL elsewhere", account -> account.acl(ELSEWHERE, List.of(), List.of())),
                new Fault(
                        "an untrusting role",
                        account -> account.role(new Role(EXECUTION_ROLE, "start-api", List.of()))),
                new Fault(
                        "a denied action",
                        account -> account.simulated(
                                new Decision("s3:PutObject", "*", "implicitDeny", false, false, List.of()))),
                new Fault(
                        "a target group without listener",
                        account -> account.balanced(0).withoutListener()),
                new Fault(
                        "a tight memory limit", account -> account.container(c -> FakeAccount.withLimits(c, 4, null))),
                new Fault("a zone of another name", account -> account.zone("Z0BAD", "corp.example.com")),
                new Fault(
                        "a rule for another name",
                        account -> account.rule("rslvr-rr-0bad", "corp.example.com", "FORWARD")),
                new Fault("a block of another name", account -> account.firewall(10, "BLOCK", "*.example.org")),
                new Fault("a block of what comes in", account -> account.blocking("block-ingress")));
    }

    private static Endpoint failed(Endpoint e) {
        return new Endpoint(
                e.id(),
                e.vpcId(),
                e.service(),
                e.type(),
                "failed",
                e.privateDns(),
                e.routeTables(),
                e.subnets(),
                e.securityGroups(),
                e.networkInterfaces(),
                e.policy());
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void diagnosis_whereTheNetworkIsInOrder_provesNothing(Scene scene) {
        Diagnosis diagnosis = scene.in(AccountOnTheWire.of(scene.account()));

        assertThat(diagnosis.causes())
                .filteredOn(cause -> cause.certainty() == Certainty.PROVEN)
                .map(Cause::summary)
                .isEmpty();
    }
}
