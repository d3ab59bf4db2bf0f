package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeCapacity.busy;
import static io.github.ecsmedic.account.FakeCapacity.host;
import static io.github.ecsmedic.account.FakeCapacity.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Capacity;
import io.github.ecsmedic.account.Capacity.Placement;
import io.github.ecsmedic.account.Capacity.ScalingGroup;
import io.github.ecsmedic.account.Capacity.Share;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Fleet.Host;
import io.github.ecsmedic.account.TaskNeeds;
import io.github.ecsmedic.check.Verdicts.Row;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapacityChecksTest {
    private static final Host EMPTY = host("i-0aa1", 4096, 8000);
    private static final Host FULL = host("i-0bb2", 10, 8000);
    private static final Host THIN = host("i-0cc3", 4096, 10);

    static Stream<Row> rows() {
        return Stream.of(room(), kinds(), suppliers()).flatMap(rows -> rows);
    }

    private static Stream<Row> room() {
        Failure cpu = Failure.of("capacity.placement_cpu").withoutTask();
        Failure unsaid = Failure.of("capacity.placement_unknown").withoutTask();
        Check check = new InstanceCpu();
        return Stream.of(
                new Row(check, "enough on the sum but on no instance", cpu, hosts(FULL, FULL), "lacking"),
                new Row(check, "enough on one", cpu, hosts(FULL, EMPTY), "passed"),
                new Row(check, "exactly enough", cpu, hosts(host("i-0dd4", 1024, 2048)), "passed"),
                new Row(check, "one unit too few", cpu, hosts(host("i-0dd4", 1023, 2048)), "lacking"),
                new Row(check, "some lack CPU and some memory, CPU named", cpu, hosts(FULL, THIN), "lacking"),
                new Row(check, "some lack CPU and some memory, nothing named", unsaid, hosts(FULL, THIN), "mixed"),
                new Row(check, "others lack memory", unsaid, hosts(THIN), "passed"),
                new Row(
                        check,
                        "enough only where no task may go",
                        cpu,
                        hosts(FULL, host("i-0dd4", 4096, 8000, "DRAINING", true)),
                        "lacking"),
                new Row(
                        check,
                        "no instance could run it at all",
                        cpu,
                        hosts(host("i-0dd4", 4096, 8000, "ACTIVE", false)),
                        "n/a: there is no instance on which such a task could run"),
                new Row(check, "not all looked at", cpu, hosts(FULL).places(c -> c.unseen(7)), "partly"),
                new Row(check, "named, nobody could look", cpu, denied("ecs:DescribeContainerInstances"), "stated"),
                new Row(
                        check,
                        "not named, nobody could look",
                        unsaid,
                        denied("ecs:DescribeContainerInstances"),
                        "open: AccessDenied: ecs:DescribeContainerInstances"),
                new Row(
                        check,
                        "the service is not readable",
                        unsaid,
                        denied("ecs:DescribeServices"),
                        "open: AccessDenied: ecs:DescribeServices"),
                new Row(check, "on Fargate", cpu, fargate(), "n/a: the task runs on Fargate, not on instances"),
                new Row(
                        check,
                        "another resource named",
                        Failure.of("capacity.placement_gpu").withoutTask(),
                        hosts(FULL),
                        "n/a: the message names another reason"),
                new Row(
                        new InstancePorts(),
                        "taken only on instances that drain",
                        Failure.of("capacity.placement_ports").withoutTask(),
                        needing(n -> ports(n, "8080"), EMPTY, busy(host("i-0ee5", 1, 1, "DRAINING", true), "8080")),
                        "passed"),
                new Row(
                        new InstancePorts(),
                        "the other protocol has it",
                        Failure.of("capacity.placement_ports").withoutTask(),
                        needing(n -> ports(n, "8080/udp"), busy(EMPTY, "8080")),
                        "passed"));
    }

    private static Stream<Row> kinds() {
        Failure unsaid = Failure.of("capacity.placement_unknown").withoutTask();
        Failure constraint = Failure.of("capacity.placement_constraint").withoutTask();
        Failure agent = Failure.of("agent.disconnected").withoutTask();
        Host lost = host("i-0ff6", 4096, 8000, "ACTIVE", false);
        Check kinds = new InstanceAttributes();
        return Stream.of(
                new Row(kinds, "constraint of the service", constraint, constrained(), "constraint"),
                new Row(
                        kinds,
                        "constraint that one satisfies",
                        constraint,
                        constrained().places(c -> c.satisfied("attribute:disk == fast", EMPTY.arn())),
                        "passed"),
                new Row(
                        kinds,
                        "constraint that cannot be evaluated",
                        constraint,
                        constrained().unknown("ecs:ListContainerInstances", "Throttled"),
                        "stated"),
                new Row(
                        kinds,
                        "in another zone",
                        Failure.of("capacity.placement_location").withoutTask(),
                        needing(CapacityChecksTest::awsvpc, with(EMPTY, "ecs.availability-zone", "us-east-1f")),
                        "location"),
                new Row(
                        kinds,
                        "in the zone of the subnet",
                        Failure.of("capacity.placement_location").withoutTask(),
                        needing(CapacityChecksTest::awsvpc, EMPTY),
                        "passed"),
                new Row(
                        kinds,
                        "fewer instances than tasks that want one each",
                        constraint,
                        hosts(EMPTY).places(c -> c.placement(new Placement("EC2", List.of(), List.of(), true))),
                        "distinct"),
                new Row(
                        new ClusterInstances(),
                        "all are draining",
                        unsaid,
                        hosts(host("i-0dd4", 1, 1, "DRAINING", true)),
                        "inactive"),
                new Row(
                        new ClusterInstances(),
                        "none of the service's provider",
                        unsaid,
                        hosts(EMPTY)
                                .places(c -> c.placement(
                                        new Placement("", List.of(new Share("hosts", 1, 0)), List.of(), false))),
                        "other-provider"),
                new Row(new InstanceAgents(), "one of two", agent, hosts(EMPTY, lost), "disconnected"),
                new Row(
                        new InstanceAgents(),
                        "another than the one named",
                        Failure.of("agent.disconnected").withoutTask().fact(Fact.INSTANCE, "i-0aa1"),
                        hosts(EMPTY, lost),
                        "reconnected"),
                new Row(
                        new InstanceAgents(),
                        "one of two, message does not say",
                        unsaid,
                        hosts(EMPTY, lost),
                        "passed"));
    }

    private static Stream<Row> suppliers() {
        Failure unsaid = Failure.of("capacity.placement_unknown").withoutTask();
        Check group = new ScalingGroupState();
        return Stream.of(
                new Row(group, "at its maximum", unsaid, grouped(4, 4), "at-maximum"),
                new Row(group, "below its maximum", unsaid, grouped(3, 4), "passed"),
                new Row(
                        group,
                        "at its maximum, but an instance has room",
                        unsaid,
                        grouped(4, 4).places(c -> c.hosts(EMPTY)),
                        "passed"),
                new Row(
                        group,
                        "sizes refused",
                        unsaid,
                        grouped(4, 4).unknown("autoscaling:DescribeAutoScalingGroups", "AccessDenied"),
                        "open: AccessDenied: autoscaling:DescribeAutoScalingGroups"),
                new Row(
                        group,
                        "instances that joined no cluster",
                        Failure.of("capacity.no_instances").withoutTask(),
                        small().places(c -> {
                            c.provider(new Capacity.Provider("hosts", "ACTIVE", "", "arn/hosts-group", true));
                            c.group(new ScalingGroup("hosts-group", 1, 4, 2, 2));
                        }),
                        "not-registered"),
                new Row(
                        new ServiceQuota(),
                        "quota not readable",
                        Failure.of("capacity.quota"),
                        fargate().unknown("servicequotas:GetServiceQuota", "AccessDenied"),
                        "stated"),
                new Row(
                        new ServiceQuota(),
                        "EC2's limit is another quota",
                        Failure.of("capacity.quota").reason("VcpuLimitExceeded: current vCPU limit of 32 allows"),
                        small(),
                        "stated"),
                new Row(
                        new ServiceQuota(),
                        "EC2's limit is this quota",
                        Failure.of("capacity.quota").reason("VcpuLimitExceeded: current vCPU limit of 6 allows"),
                        small(),
                        "used-up"),
                new Row(
                        new FargateCapacity(),
                        "no reason told, on Fargate",
                        Failure.of("capacity.unknown").withoutTask(),
                        fargate(),
                        "unsaid"),
                new Row(
                        new FargateCapacity(),
                        "no reason told, on instances",
                        Failure.of("capacity.unknown").withoutTask(),
                        small(),
                        "n/a: the task runs on instances, not on Fargate"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void check_inItsAccount_says(Row row) {
        assertThat(row.verdict()).isEqualTo(row.says());
    }

    @Test
    void everyInstance_isToldWithItsNumbersAndReasons() {
        FakeAccount account = hosts(FULL, THIN, host("i-0dd4", 4096, 8000, "DRAINING", true));

        assertThat(new InstanceCpu()
                        .run(Failure.of("capacity.placement_cpu").withoutTask().in(account)))
                .isEqualTo(new CheckResult.Failed(
                        "lacking",
                        Resources.of(
                                "cluster",
                                "prod",
                                "task-definition",
                                "api:42",
                                "instance",
                                "i-0bb2",
                                "container-instance",
                                FULL.arn()),
                        new Evidence(
                                "The task needs 1024 CPU units; 1 of 2 instances have too little, of these the freest, i-0bb2,"
                                        + " has 10",
                                "ecs:DescribeContainerInstances"),
                        new Evidence(
                                "i-0bb2 (us-east-1a) has 10 of 1024 CPU units free", "ecs:DescribeContainerInstances"),
                        new Evidence("i-0cc3 (us-east-1a) has 10 of 2048 MiB free", "ecs:DescribeContainerInstances"),
                        new Evidence("i-0dd4 (us-east-1a) is DRAINING", "ecs:DescribeContainerInstances")));
    }

    private static FakeAccount hosts(Host... hosts) {
        return small().places(c -> c.hosts(hosts));
    }

    private static FakeAccount needing(UnaryOperator<TaskNeeds> change, Host... hosts) {
        return hosts(hosts).places(c -> c.needs(change));
    }

    private static FakeAccount denied(String operation) {
        return hosts(FULL).unknown(operation, "AccessDenied");
    }

    private static FakeAccount fargate() {
        return small().places(c -> c.placement(new Placement("FARGATE", List.of(), List.of(), false)));
    }

    private static FakeAccount constrained() {
        return hosts(EMPTY)
                .places(c -> c.placement(new Placement("EC2", List.of(), List.of("attribute:disk == fast"), false)));
    }

    private static FakeAccount grouped(int desired, int most) {
        return hosts(FULL).places(c -> c.group(new ScalingGroup("hosts-group", 1, most, desired, desired)));
    }

    private static TaskNeeds ports(TaskNeeds n, String... ports) {
        return changed(n, n.networkMode(), List.of(ports));
    }

    private static TaskNeeds awsvpc(TaskNeeds n) {
        return changed(n, "awsvpc", List.of());
    }

    private static TaskNeeds changed(TaskNeeds n, String mode, List<String> ports) {
        return new TaskNeeds(
                n.definition(),
                mode,
                n.cpu(),
                n.memory(),
                n.containerMemory(),
                ports,
                n.gpus(),
                n.attributes(),
                n.expressions(),
                n.ephemeral());
    }
}
