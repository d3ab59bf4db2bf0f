package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.NAT;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.Compute;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.check.NameAhead;
import io.github.ecsmedic.diagnose.NextStarts;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis.NotChecked;
import io.github.ecsmedic.model.NextStart;
import io.github.ecsmedic.model.NextStart.Need;
import io.github.ecsmedic.model.NextStart.Outlook;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.model.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NextStartsTest {
    /** What configuration alone cannot prove: it takes a message, or a metric of the minutes before. */
    private static final Set<String> TOLD_ONLY = Set.of(
            "dns.custom_resolver",
            "dns.wrong_host",
            "dns.resolver_rule",
            "network.nat_port_exhaustion",
            "network.path_unknown",
            "network.eni_attach_failed",
            "network.eni_provisioning",
            "network.eni_setup_failed",
            "network.tag_policy_denied",
            "network.endpoint_policy_denied");

    static Stream<Row> provable() {
        return rows().filter(row -> !TOLD_ONLY.contains(row.cause())).filter(row -> !needsAnAddress(row));
    }

    /** The private DNS of an S3 endpoint may be for resolver endpoints alone: only a dialled address shows that it is used. */
    private static boolean needsAnAddress(Row row) {
        return row.names().contains("vpce-s3");
    }

    static Stream<Row> rows() {
        return CauseRows.all()
                .filter(row -> row.cause().startsWith("network.") || row.cause().startsWith("dns."))
                .filter(row -> !row.failure().task().service().isEmpty());
    }

    static Stream<FakeAccount> healthy() {
        return Stream.of(
                small().behindNat(),
                small().publicSubnet().publicIp(true),
                small().withEndpoints("ecr.api", "ecr.dkr", "logs").s3Gateway(TABLE));
    }

    @ParameterizedTest
    @MethodSource("provable")
    void account_broken_isForetold(Row row) {
        NextStart next = look(row.broken());

        assertThat(causes(next)).contains(row.cause());
        assertThat(next.wouldFail()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void account_whereOneFactDiffers_isNotBlamedForIt(Row row) {
        assertThat(causes(look(row.near() == row.broken() ? small().behindNat() : row.near())))
                .doesNotContain(row.cause());
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void account_healthy_hasEveryNeedMet(FakeAccount account) {
        NextStart next = look(account);

        assertThat(next.needs())
                .allSatisfy(need -> assertThat(need.notChecked()).as(need.leg()).isEmpty())
                .allSatisfy(need -> assertThat(need.outlook()).as(need.leg()).isEqualTo(Outlook.OK));
        assertThat(next.needs())
                .extracting(Need::leg)
                .containsExactly("role", "interface", "login", "manifest", "layers", "logs");
    }

    @Test
    void account_thatRefusesOneRead_isNotBlamed() {
        for (FakeAccount account : healthy().toList()) {
            look(account);
            for (String operation : Set.copyOf(account.asked())) {
                NextStart next = look(small().behindNat().unknown(operation, "AccessDenied"), service(small()));

                assertThat(causes(next)).as(operation).isEmpty();
                assertThat(next.wouldFail()).as(operation).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void account_thatRefusesTheNetwork_isNotSeen(FakeAccount account) {
        look(account);
        Set.copyOf(account.asked()).stream()
                .filter(operation -> operation.startsWith("ec2:"))
                .forEach(operation -> account.unknown(operation, "AccessDenied"));

        assertThat(look(account).needs())
                .filteredOn(need -> !need.leg().equals("role"))
                .allSatisfy(need -> assertThat(need.outlook()).as(need.leg()).isEqualTo(Outlook.NOT_SEEN))
                .allSatisfy(need -> assertThat(need.notChecked()).isNotEmpty());
    }

    @Test
    void subnets_several_nameThoseThatDoNotWork() {
        FakeAccount account = small().behindNat().subnet("subnet-0dd4", "rtb-0dd4");

        NextStart next = look(account, in(List.of(SUBNET, "subnet-0dd4"), service(account)));

        assertThat(next.needs())
                .filteredOn(need -> need.leg().equals("login"))
                .allSatisfy(need -> assertThat(need.places()).containsExactly("subnet-0dd4"))
                .extracting(Need::outlook)
                .containsExactly(Outlook.WOULD_FAIL);
        assertThat(causes(next)).containsExactly("network.no_route", "network.s3_gateway_missing");
    }

    @Test
    void subnets_severalThatWork_areFine() {
        FakeAccount account =
                small().behindNat().subnet("subnet-0dd4", "rtb-0dd4", new Route("0.0.0.0/0", NAT, "active"));

        NextStart next = look(account, in(List.of(SUBNET, "subnet-0dd4"), service(account)));

        assertThat(next.verdict()).isEqualTo("ok");
    }

    @Test
    void subnet_shared_isNotSeenAndNotBroken() {
        FakeAccount account = small().subnet(s ->
                new Subnet(s.id(), s.vpcId(), s.cidr(), s.availabilityZone(), "444455556666", s.freeAddresses()));

        NextStart next = look(account);

        assertThat(next.verdict()).isEqualTo("not seen");
        assertThat(causes(next)).isEmpty();
    }

    @Test
    void way_thatLeavesOurView_isNotSeenUnlessEndpointsServe() {
        assertThat(look(small().route("0.0.0.0/0", "tgw-0aa1")).verdict()).isEqualTo("not seen");
        assertThat(look(small().route("0.0.0.0/0", "tgw-0aa1")
                                .withEndpoints("ecr.api", "ecr.dkr", "logs")
                                .s3Gateway(TABLE))
                        .verdict())
                .isEqualTo("ok");
    }

    @Test
    void resolver_ofTheCustomers_isADoubtAndNoProof() {
        NextStart next = look(small().withResolvers("10.9.0.53"));

        assertThat(next.verdict()).isEqualTo("not seen");
        assertThat(next.needs())
                .filteredOn(need -> need.leg().equals("logs"))
                .flatExtracting(Need::notChecked)
                .extracting(NotChecked::why)
                .first()
                .isEqualTo("vpc-0aa1 asks 10.9.0.53 for names, and what that answers cannot be seen");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notLookedAt")
    void service_thatStartsNothingWeSee_isSkippedWithTheReason(String why, Service service) {
        FakeAccount account = small();

        assertThat(look(account, service)).satisfies(next -> {
            assertThat(next.skipped()).isEqualTo(why);
            assertThat(next.verdict()).isEqualTo("skipped");
            assertThat(next.needs()).isEmpty();
        });
        assertThat(account.asked()).noneMatch(operation -> operation.startsWith("ec2:"));
    }

    static Stream<Arguments> notLookedAt() {
        Service api = service(small());
        return Stream.of(
                arguments("it wants no task", with(api, "ACTIVE", 0, "FARGATE", Compute.UNTOLD, api.deployments())),
                arguments("it is DRAINING", with(api, "DRAINING", 2, "FARGATE", Compute.UNTOLD, api.deployments())),
                arguments(
                        "its tasks run outside AWS, where nothing can be seen",
                        with(api, "ACTIVE", 2, "EXTERNAL", Compute.UNTOLD, api.deployments())),
                arguments(
                        "it has no deployment of ECS's own, but of ECS",
                        with(api, "ACTIVE", 2, "FARGATE", Compute.UNTOLD, List.of())),
                arguments(
                        "it runs on no instance now from which a walk could start",
                        with(api, "ACTIVE", 2, "EC2", new Compute(List.of(), "", "DAEMON"), api.deployments())));
    }

    @Test
    void service_onInstances_isWalkedFromTheInstanceInUse() {
        FakeAccount healthy = small().behindNat().instance(FakeAccount.host("")).task(running());
        FakeAccount broken = small().instance(FakeAccount.host("")).task(running());
        Service api = service(healthy);
        Service daemon = with(api, "ACTIVE", 1, "EC2", new Compute(List.of(), "", "DAEMON"), api.deployments());

        assertThat(look(healthy, daemon).verdict()).isEqualTo("ok");
        NextStart next = look(broken, daemon);
        assertThat(causes(next)).contains("network.no_route");
        assertThat(next.needs()).flatExtracting(Need::places).contains("0aa1").doesNotContain(SUBNET);
    }

    @Test
    void service_onAnInstanceWithoutPublicAddress_isForetold() {
        FakeAccount account =
                small().publicSubnet().instance(FakeAccount.host("")).task(running());
        Service api = service(account);
        Compute group = new Compute(List.of("own-group"), "", "REPLICA");

        assertThat(causes(look(account, with(api, "ACTIVE", 1, "", group, api.deployments()))))
                .containsExactly("network.no_public_ip", "network.s3_gateway_missing");
    }

    @Test
    void platform_old_logsInOverANetworkOfItsOwn() {
        FakeAccount account = small().withEndpoints("ecr.dkr", "logs").s3Gateway(TABLE);
        Service api = service(account);
        Compute old = new Compute(List.of(), "1.3.0", "REPLICA");
        Compute latest = new Compute(List.of(), "LATEST", "REPLICA");

        assertThat(look(account, with(api, "ACTIVE", 1, "FARGATE", old, api.deployments()))
                        .verdict())
                .isEqualTo("ok");
        assertThat(causes(look(account, with(api, "ACTIVE", 1, "FARGATE", latest, api.deployments()))))
                .containsExactly("network.endpoint_missing");
    }

    @Test
    void actions_areAmongThoseOfTheCatalogue() {
        assertThat(Catalogue.full().readActions())
                .containsAll(NextStarts.ACTIONS)
                .containsAll(NameAhead.ACTIONS);
    }

    private static Task running() {
        Task task = Failure.of("x.y").onInstance().subnet("").task();
        return new Task(
                task.arn(),
                task.clusterArn(),
                task.taskDefinitionArn(),
                0,
                "RUNNING",
                "RUNNING",
                "",
                "",
                task.group(),
                task.startedBy(),
                "EC2",
                "",
                task.containerInstanceArn(),
                "",
                "",
                "x86_64",
                256,
                512,
                Timeline.NONE,
                List.of(),
                List.of());
    }

    private static Service in(List<String> subnets, Service service) {
        Deployment old = service.deployments().getFirst();
        Deployment primary = new Deployment(
                old.id(),
                old.status(),
                old.rolloutState(),
                old.taskDefinition(),
                old.desired(),
                old.running(),
                old.failed(),
                subnets,
                old.securityGroups(),
                old.publicIp(),
                old.createdAt());
        return with(service, "ACTIVE", 2, "FARGATE", Compute.UNTOLD, List.of(primary));
    }

    private static Service with(
            Service s, String status, int desired, String launchType, Compute compute, List<Deployment> deployments) {
        return new Service(
                s.arn(),
                s.name(),
                s.clusterArn(),
                status,
                desired,
                s.running(),
                s.pending(),
                s.taskDefinition(),
                launchType,
                s.deploymentController(),
                deployments,
                s.balancing(),
                s.messages(),
                s.tags(),
                s.configuration(),
                compute);
    }

    private static List<String> causes(NextStart next) {
        return next.needs().stream()
                .flatMap(need -> need.causes().stream())
                .map(Cause::id)
                .distinct()
                .collect(Collectors.toList());
    }

    private static NextStart look(FakeAccount account) {
        return look(account, service(account));
    }

    private static NextStart look(FakeAccount account, Service service) {
        return Catalogue.full().nextStarts().of(service, account);
    }

    private static Service service(FakeAccount account) {
        return ((Answer.Known<Optional<Service>>) account.workloads().service("prod", "api"))
                .value()
                .orElseThrow();
    }
}
