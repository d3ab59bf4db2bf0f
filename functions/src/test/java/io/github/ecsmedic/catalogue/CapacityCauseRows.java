package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeCapacity.busy;
import static io.github.ecsmedic.account.FakeCapacity.gpus;
import static io.github.ecsmedic.account.FakeCapacity.host;
import static io.github.ecsmedic.account.FakeCapacity.with;
import static io.github.ecsmedic.catalogue.CauseRows.row;

import io.github.ecsmedic.account.Capacity;
import io.github.ecsmedic.account.Capacity.Activity;
import io.github.ecsmedic.account.Capacity.Placement;
import io.github.ecsmedic.account.Capacity.ScalingGroup;
import io.github.ecsmedic.account.Capacity.Share;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Fleet.Host;
import io.github.ecsmedic.account.TaskNeeds;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.check.Failure;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of the causes by which a task finds no place.
 *
 * <p>That Fargate lacked capacity or that 500 tasks waited at that moment is nowhere to be read afterwards: where the
 * message says so, only another message refutes it. Where it says nothing, a service on instances refutes Fargate.
 */
final class CapacityCauseRows {
    static final Capacity.Provider HOSTS = new Capacity.Provider(
            "hosts",
            "ACTIVE",
            "UPDATE_COMPLETE",
            "arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:00000000:autoScalingGroupName/hosts-group",
            true);

    private CapacityCauseRows() {}

    static Stream<Row> all() {
        return Stream.of(amounts(), kinds(), suppliers()).flatMap(rows -> rows);
    }

    private static Stream<Row> amounts() {
        return Stream.of(
                row(
                                "capacity.cpu",
                                placing("placement_cpu"),
                                hosts(host("i-0aa1", 512, 8000), host("i-0bb2", 768, 8000)),
                                "The task needs 1024 CPU units; the freest of 2 instances, i-0bb2, has 768 (together"
                                        + " they have 1280, but a task runs on one)",
                                "i-0aa1",
                                "i-0bb2",
                                "api:42")
                        .unless(hosts(host("i-0aa1", 512, 8000), host("i-0bb2", 1024, 8000))),
                row(
                                "capacity.memory",
                                placing("placement_unknown"),
                                hosts(host("i-0aa1", 4096, 1000)),
                                "The task needs 2048 MiB of memory; the only instance that could run it, i-0aa1, has"
                                        + " 1000",
                                "i-0aa1")
                        .unless(hosts(host("i-0aa1", 4096, 2048))),
                row(
                                "capacity.ports",
                                placing("placement_ports"),
                                onPort(busy(host("i-0aa1", 4096, 8000), "22", "8080")),
                                "The task needs port 8080 of its host, which is taken on 1 instance (i-0aa1)",
                                "i-0aa1")
                        .unless(onPort(
                                host("i-0aa1", 4096, 8000),
                                busy(host("i-0bb2", 4096, 8000, "DRAINING", true), "22", "8080"))),
                row(
                                "capacity.gpu",
                                placing("placement_gpu"),
                                hosts(gpus(host("i-0aa1", 4096, 8000), 1)).places(c -> c.needs(n -> gpu(n, 2))),
                                "The task needs 2 GPUs; the only instance that could run it, i-0aa1, has 1",
                                "i-0aa1")
                        .unless(hosts(gpus(host("i-0aa1", 4096, 8000), 2)).places(c -> c.needs(n -> gpu(n, 2)))),
                row(
                                "capacity.eni",
                                placing("placement_eni"),
                                interfaces(3),
                                "Every one of 1 instance has as many network interfaces as its type allows",
                                "i-0aa1")
                        .unless(interfaces(2)));
    }

    private static Stream<Row> kinds() {
        String attribute = "ecs.capability.secrets.asm.bootstrap";
        return Stream.of(
                row(
                                "capacity.attributes",
                                placing("placement_attribute"),
                                hosts(host("i-0aa1", 4096, 8000)).places(c -> c.needs(n -> demanding(n, attribute))),
                                "Every one of 1 instance lacks attribute " + attribute,
                                "i-0aa1")
                        .unless(hosts(with(host("i-0aa1", 4096, 8000), attribute, ""))
                                .places(c -> c.needs(n -> demanding(n, attribute)))),
                row(
                                "capacity.no_instances",
                                placing("no_instances"),
                                hosts(),
                                "Cluster prod has no container instance",
                                "prod")
                        .unless(hosts(host("i-0aa1", 4096, 8000))),
                row(
                                "host.agent_disconnected",
                                placing("placement_unknown"),
                                hosts(host("i-0aa1", 4096, 8000, "ACTIVE", false)),
                                "The ECS agent of instance i-0aa1 is not connected",
                                "i-0aa1")
                        .unless(hosts(host("i-0aa1", 4096, 8000))));
    }

    private static Stream<Row> suppliers() {
        Activity failed = new Activity("Failed", "You have reached your limit of made-up machines", null);
        Activity done = new Activity("Successful", "", null);
        return Stream.of(
                row(
                                "capacity.provider",
                                placing("unknown"),
                                provided(failed),
                                "Auto Scaling group hosts-group could launch no instance: You have reached your limit of"
                                        + " made-up machines",
                                "hosts",
                                "hosts-group")
                        .unless(provided(done)),
                row(
                                "capacity.fargate",
                                placing("fargate"),
                                spot(),
                                "Fargate Spot has no capacity at the moment, and the service may use nothing else",
                                "prod")
                        .unless(placing("quota")),
                row(
                                "capacity.fargate",
                                placing("unknown"),
                                small().places(c -> c.placement(new Placement("FARGATE", List.of(), List.of(), false))),
                                "Fargate probably has no capacity in this zone at the moment",
                                "prod")
                        .probable()
                        .unless(small().places(c -> c.placement(new Placement("EC2", List.of(), List.of(), false)))),
                row(
                                "capacity.quota",
                                placing("quota"),
                                spot(),
                                "Quota L-36FBB829 of the account is used up: it is 6 in this region",
                                "L-36FBB829")
                        .unless(placing("fargate")),
                row(
                                "capacity.quota",
                                Failure.of("capacity.quota").lived(60),
                                spot().measured(m -> m.used(5.5)),
                                "Quota L-36FBB829 of the account is used up: it is 6 in this region, and 5.5 were in use",
                                "L-36FBB829")
                        .unless(placing("fargate")),
                row(
                                "capacity.provisioning_limit",
                                placing("provisioning_limit"),
                                hosts(),
                                "As many tasks of the cluster wait for instances as ECS lets wait: 500")
                        .unless(placing("quota")));
    }

    static Failure placing(String label) {
        return Failure.of("capacity." + label).withoutTask();
    }

    static FakeAccount hosts(Host... hosts) {
        return small().places(c -> c.hosts(hosts));
    }

    static FakeAccount onPort(Host... hosts) {
        return hosts(hosts).places(c -> c.needs(n -> needs(n, n.networkMode(), List.of("8080"), 0, List.of())));
    }

    static FakeAccount interfaces(int attached) {
        return hosts(host("i-0aa1", 4096, 8000)).places(c -> {
            c.attached("i-0aa1", attached);
            c.needs(n -> needs(n, "awsvpc", List.of(), 0, List.of()));
        });
    }

    private static TaskNeeds gpu(TaskNeeds n, int count) {
        return needs(n, n.networkMode(), List.of(), count, List.of());
    }

    static TaskNeeds demanding(TaskNeeds n, String attribute) {
        return needs(n, n.networkMode(), List.of(), 0, List.of(attribute));
    }

    static TaskNeeds needs(TaskNeeds n, String mode, List<String> ports, int gpus, List<String> attributes) {
        return new TaskNeeds(
                n.definition(),
                mode,
                n.cpu(),
                n.memory(),
                n.containerMemory(),
                ports,
                gpus,
                attributes,
                n.expressions(),
                n.ephemeral());
    }

    static FakeAccount provided(Activity newest) {
        return hosts(host("i-0aa1", 4096, 8000)).places(c -> {
            c.provider(HOSTS);
            c.group(new ScalingGroup("hosts-group", 1, 4, 2, 1), newest);
        });
    }

    static FakeAccount spot() {
        return small().places(c -> {
            c.clusterProvider("FARGATE");
            c.clusterProvider("FARGATE_SPOT");
            c.placement(new Placement("", List.of(new Share("FARGATE_SPOT", 1, 0)), List.of(), false));
        });
    }
}
