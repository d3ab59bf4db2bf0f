package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.NAT;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.container;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.ServiceMessage;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis.AlsoAffected;
import io.github.ecsmedic.model.Diagnosis.Looked;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HubNeighboursTest {
    private static final String USER = "arn:aws:secretsmanager:us-east-1:111122223333:secret:hub";
    private static final Instant STOPPED = Instant.parse("2026-11-20T03:10:00Z");
    private static final Evidence OWN_IMAGE = new Evidence(
            "api:42 pulls nginx:1.27 (the same is public.ecr.aws/docker/library/nginx:1.27) from Docker Hub",
            "ecs:DescribeTaskDefinition");
    private static final Evidence OWN_PULLS = new Evidence(
            "The deployments of service api count 3 failed tasks in a row: at least 3 attempts to pull",
            "ecs:DescribeServices");

    private static FakeAccount behindNat() {
        return small().behindNat()
                .subnet("subnet-0cc3", "rtb-0cc3")
                .definition(FakeAccount.definition(container("app", "nginx:1.27")));
    }

    private static TaskDefinition definition(String family, ContainerDefinition... containers) {
        TaskDefinition api = FakeAccount.definition(containers);
        return new TaskDefinition(
                family + ":1",
                family,
                1,
                api.networkMode(),
                api.executionRoleArn(),
                api.taskRoleArn(),
                api.cpuArchitecture(),
                api.operatingSystem(),
                api.cpu(),
                api.memory(),
                api.ephemeralStorage(),
                api.containers(),
                api.registeredBy());
    }

    private static ContainerDefinition paid(String image) {
        return FakeAccount.with(container("app", image), USER, Map.of(), null);
    }

    private static CheckResult of(FakeAccount account, Resources resources) {
        return new HubNeighbours(
                        new Cause("registry.dockerhub_rate_limit", Certainty.PROVEN, "it", resources, List.of()))
                .run(Failure.dockerHubLimit().stoppedAt(STOPPED).in(account));
    }

    private static CheckResult of(FakeAccount account) {
        return of(account, Resources.of("vpc", VPC, "subnet", SUBNET, "nat-gateway", NAT));
    }

    private static Exhibit.Neighbours neighbours(Looked looked, AlsoAffected... services) {
        return new Exhibit.Neighbours(List.of(services), looked);
    }

    private static Evidence pulls(String service, String images) {
        return new Evidence(
                "Service " + service + " pulls " + images + " from Docker Hub under the same limit",
                "ecs:DescribeTaskDefinition");
    }

    @Test
    void services_thatPullFromDockerHubThroughTheSameNat_areNamedWithTheirImages() {
        FakeAccount account = behindNat()
                .definition(definition("official", container("app", "redis:7"), container("log", "example/shipper:2")))
                .definition(definition("pinned", container("app", "redis@sha256:0123")))
                .definition(definition("private", container("app", Failure.ECR_IMAGE)))
                .definition(definition("paid", paid("redis:7")))
                .neighbour("elsewhere", "subnet-0cc3", GROUP, "official:1")
                .neighbour("official", SUBNET, GROUP, "official:1")
                .neighbour("paid", SUBNET, GROUP, "paid:1")
                .neighbour("pinned", SUBNET, GROUP, "pinned:1")
                .neighbour("private", SUBNET, GROUP, "private:1");

        assertThat(of(account))
                .isEqualTo(new Passed(
                        Resources.NONE,
                        List.of(
                                OWN_IMAGE,
                                OWN_PULLS,
                                pulls(
                                        "official",
                                        "redis:7 (the same is public.ecr.aws/docker/library/redis:7), example/shipper:2"
                                                + " (the same is 111122223333.dkr.ecr.us-east-1.amazonaws.com/docker-hub/example/shipper:2"
                                                + " once a pull-through cache exists)"),
                                pulls(
                                        "pinned",
                                        "redis@sha256:0123 (the same is 111122223333.dkr.ecr.us-east-1.amazonaws.com/docker-hub/library/redis@sha256:0123"
                                                + " once a pull-through cache exists)")),
                        List.of(
                                neighbours(
                                        new Looked(6, 6),
                                        new AlsoAffected("official", NAT),
                                        new AlsoAffected("pinned", NAT)),
                                new Exhibit.Unread(List.of()))));
    }

    @Test
    void limitOfAUser_isSharedByThoseWithItsCredentialsWhereverTheyRun() {
        FakeAccount account = behindNat()
                .definition(definition("paid", paid("redis:7")))
                .definition(definition("free", container("app", "redis:7")))
                .neighbour("free", SUBNET, GROUP, "free:1")
                .neighbour("paid", "subnet-0cc3", GROUP, "paid:1");

        assertThat(((Passed) of(account, Resources.of("vpc", VPC, "nat-gateway", NAT, "secret", USER))).exhibits())
                .isEqualTo(List.of(
                        neighbours(new Looked(3, 3), new AlsoAffected("paid", USER)), new Exhibit.Unread(List.of())));
    }

    @Test
    void cluster_withManyServices_isLookedAtWithTwelveCallsAndSaysSo() {
        FakeAccount account = behindNat();
        IntStream.range(0, 249).forEach(i -> {
            String name = "n-%03d".formatted(i);
            account.definition(definition(name, container("app", "redis:7")))
                    .neighbour(name, SUBNET, GROUP, name + ":1");
        });

        List<Exhibit> exhibits = ((Passed) of(account)).exhibits();

        assertThat(exhibits.getLast())
                .isEqualTo(new Exhibit.Unread(
                        List.of("36 services: too many to read the images of each: ecs:DescribeTaskDefinition")));
        assertThat(exhibits.getFirst()).extracting("looked").isEqualTo(new Looked(5, 250));
        assertThat(account.asked()).filteredOn(o -> o.startsWith("ecs:")).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void services_thatShareADefinition_costOneCall() {
        FakeAccount account = behindNat().definition(definition("web", container("app", "redis:7")));
        IntStream.range(0, 30).forEach(i -> account.neighbour("n-%03d".formatted(i), SUBNET, GROUP, "web:1"));

        assertThat(((Passed) of(account)).exhibits().getFirst())
                .extracting("looked")
                .isEqualTo(new Looked(31, 31));
    }

    @Test
    void ownPulls_areCountedByEventsOfTheLastSixHours() {
        Service api = FakeAccount.service(FakeAccount.deployment(false));
        FakeAccount account = behindNat()
                .service(new Service(
                        api.arn(),
                        api.name(),
                        api.clusterArn(),
                        api.status(),
                        api.desired(),
                        api.running(),
                        api.pending(),
                        api.taskDefinition(),
                        api.launchType(),
                        api.deploymentController(),
                        api.deployments(),
                        Service.Balancing.NONE,
                        List.of(
                                new ServiceMessage(
                                        STOPPED.minusSeconds(60), "(service api) has started 4 tasks: (task a)."),
                                new ServiceMessage(
                                        STOPPED.minusSeconds(90), "(service api) was unable to place a task."),
                                new ServiceMessage(
                                        STOPPED.minusSeconds(600), "(service api) has started 2 tasks: (task b)."),
                                new ServiceMessage(STOPPED.minusSeconds(30_000), "(service api) has started 9 tasks."),
                                new ServiceMessage(null, "(service api) has started 9 tasks.")),
                        Map.of(),
                        null));

        assertThat(((Passed) of(account)).evidence())
                .contains(new Evidence(
                        "The events of service api tell of 6 tasks started in the last 6 hours: at least 6 attempts to"
                                + " pull",
                        "ecs:DescribeServices"));
    }

    @Test
    void taskWithAnAddressOfItsOwn_hasNoNeighbours() {
        FakeAccount account = behindNat();

        assertThat(of(account, Resources.of("vpc", VPC)))
                .isEqualTo(new Passed(Resources.NONE, List.of(OWN_IMAGE, OWN_PULLS), List.of()));
        assertThat(account.asked()).doesNotContain("ecs:ListServices");
    }

    @Test
    void listing_refused_isToldAndNobodyBlamed() {
        assertThat(((Passed) of(behindNat().unknown("ecs:ListServices", "AccessDenied"))).exhibits())
                .isEqualTo(List.of(new Exhibit.Unread(List.of("AccessDenied: ecs:ListServices"))));
    }

    @Test
    void definitions_refused_blameNobody() {
        FakeAccount account = behindNat()
                .neighbour("web", SUBNET, GROUP, "web:1")
                .unknown("ecs:DescribeTaskDefinition", "AccessDenied")
                .definition(definition("web", container("app", "redis:7")));

        assertThat(((Passed) of(account)).exhibits())
                .isEqualTo(List.of(
                        neighbours(new Looked(1, 2)),
                        new Exhibit.Unread(List.of("1 service: AccessDenied: ecs:DescribeTaskDefinition"))));
    }
}
