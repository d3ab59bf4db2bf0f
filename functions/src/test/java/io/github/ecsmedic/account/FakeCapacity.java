package io.github.ecsmedic.account;

import io.github.ecsmedic.account.FakeBalancers.Answering;
import io.github.ecsmedic.account.Fleet.Host;
import io.github.ecsmedic.model.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The places for tasks of an account in memory, for tests: no instance, and the service on launch type EC2.
 *
 * <p>What the task needs is 1024 CPU units and 2048 MiB in bridge mode, unless it is told otherwise.
 */
public final class FakeCapacity implements Capacity {
    public static final String ZONE = "us-east-1a";

    private static final Map<String, Integer> MOST_INTERFACES = Map.of("m9.large", 3);

    private final Answering answering;
    private final List<Host> hosts = new ArrayList<>();
    private final Map<String, Set<String>> matching = new TreeMap<>();
    private final Map<String, Integer> attached = new TreeMap<>();
    private final List<Provider> providers = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();
    private final List<String> clusterProviders = new ArrayList<>();
    private Optional<ScalingGroup> group = Optional.empty();
    private Placement placement = new Placement("EC2", List.of(), List.of(), false);
    private Quota quota = new Quota(
            "Fargate On-Demand vCPU resource count",
            6,
            true,
            new Usage(
                    "AWS/Usage",
                    "ResourceCount",
                    Map.of(
                            "Service",
                            "Fargate",
                            "Type",
                            "Resource",
                            "Resource",
                            "vCPU",
                            "Class",
                            "Standard/OnDemand")));
    private int unseen;
    private boolean told;
    private TaskNeeds needs =
            new TaskNeeds("api:42", "bridge", 1024, 2048, 2048, List.of(), 0, List.of(), List.of(), null);

    FakeCapacity(Answering answering) {
        this.answering = answering;
    }

    /** An active instance with so much left. */
    public static Host host(String id, int cpu, int memory) {
        return new Host(
                "arn:aws:ecs:us-east-1:111122223333:container-instance/prod/" + id,
                id,
                "ACTIVE",
                true,
                cpu,
                memory,
                Set.of("22"),
                0,
                Map.of("ecs.availability-zone", ZONE, "ecs.instance-type", "m9.large", "ecs.capability.task-eni", ""),
                "");
    }

    /** The same, draining or without an agent. */
    public static Host host(String id, int cpu, int memory, String status, boolean connected) {
        Host h = host(id, cpu, memory);
        return new Host(h.arn(), id, status, connected, cpu, memory, h.ports(), h.gpus(), h.attributes(), h.provider());
    }

    /** The same with these ports taken. */
    public static Host busy(Host h, String... ports) {
        return new Host(
                h.arn(),
                h.instance(),
                h.status(),
                h.connected(),
                h.cpu(),
                h.memory(),
                Set.of(ports),
                h.gpus(),
                h.attributes(),
                h.provider());
    }

    /** The same with one more attribute. */
    public static Host with(Host h, String attribute, String value) {
        Map<String, String> all = new HashMap<>(h.attributes());
        all.put(attribute, value);
        return new Host(
                h.arn(),
                h.instance(),
                h.status(),
                h.connected(),
                h.cpu(),
                h.memory(),
                h.ports(),
                h.gpus(),
                all,
                h.provider());
    }

    /** The same with free GPUs. */
    public static Host gpus(Host h, int gpus) {
        return new Host(
                h.arn(),
                h.instance(),
                h.status(),
                h.connected(),
                h.cpu(),
                h.memory(),
                h.ports(),
                gpus,
                h.attributes(),
                h.provider());
    }

    Contents.Places contents() {
        return new Contents.Places(
                told ? Optional.of(needs) : Optional.empty(),
                told ? Optional.of(placement) : Optional.empty(),
                List.copyOf(hosts),
                Map.copyOf(matching),
                Map.copyOf(attached),
                MOST_INTERFACES,
                List.copyOf(providers),
                List.copyOf(clusterProviders),
                group,
                List.copyOf(activities),
                quota);
    }

    /** The account is one in which places count. */
    void told() {
        told = true;
    }

    public FakeCapacity hosts(Host... more) {
        hosts.addAll(List.of(more));
        return this;
    }

    /** So many more that are not looked at. */
    public FakeCapacity unseen(int count) {
        unseen = count;
        return this;
    }

    public void needs(UnaryOperator<TaskNeeds> change) {
        needs = change.apply(needs);
    }

    public void placement(Placement changed) {
        placement = changed;
    }

    public void satisfied(String expression, String... arns) {
        matching.put(expression, Set.of(arns));
    }

    public void attached(String instance, int count) {
        attached.put(instance, count);
    }

    public void group(ScalingGroup behind, Activity... newest) {
        group = Optional.of(behind);
        activities.addAll(List.of(newest));
    }

    public void provider(Provider provider) {
        providers.add(provider);
        clusterProviders.add(provider.name());
    }

    public void clusterProvider(String name) {
        clusterProviders.add(name);
    }

    public void quota(Quota changed) {
        quota = changed;
    }

    @Override
    public Answer<TaskNeeds> needs(String taskDefinition) {
        return answering.answer("ecs:DescribeTaskDefinition", () -> needs);
    }

    @Override
    public Answer<Optional<Placement>> placement(String cluster, String service) {
        return answering.answer("ecs:DescribeServices", () -> Optional.of(placement));
    }

    @Override
    public Answer<List<String>> clusterProviders(String cluster) {
        return answering.answer("ecs:DescribeClusters", () -> List.copyOf(clusterProviders));
    }

    @Override
    public Answer<Fleet> fleet(String cluster) {
        return answering.answer("ecs:ListContainerInstances", () -> true) instanceof Answer.Unknown<Boolean> unknown
                ? unknown.as()
                : answering.answer("ecs:DescribeContainerInstances", () -> new Fleet(hosts, hosts.size() + unseen));
    }

    @Override
    public Answer<Set<String>> matching(String cluster, String expression) {
        return answering.answer("ecs:ListContainerInstances", () -> matching.getOrDefault(expression, Set.of()));
    }

    @Override
    public Answer<Map<String, Integer>> attachedInterfaces(List<String> instances) {
        return answering.answer("ec2:DescribeInstances", () -> Map.copyOf(attached));
    }

    @Override
    public Answer<Map<String, Integer>> mostInterfaces(List<String> types) {
        return answering.answer("ec2:DescribeInstanceTypes", () -> MOST_INTERFACES);
    }

    @Override
    public Answer<List<Provider>> providers(List<String> names) {
        return answering.answer(
                "ecs:DescribeCapacityProviders",
                () -> providers.stream().filter(p -> names.contains(p.name())).toList());
    }

    @Override
    public Answer<Set<String>> groupsOf(List<String> instances) {
        return answering.answer(
                "autoscaling:DescribeAutoScalingInstances",
                () -> group.map(ScalingGroup::name).map(Set::of).orElseGet(Set::of));
    }

    @Override
    public Answer<Optional<ScalingGroup>> group(String name) {
        return answering.answer("autoscaling:DescribeAutoScalingGroups", () -> group);
    }

    @Override
    public Answer<List<Activity>> activities(String name) {
        return answering.answer("autoscaling:DescribeScalingActivities", () -> List.copyOf(activities));
    }

    @Override
    public Answer<Quota> quota(String service, String code) {
        return answering.answer("servicequotas:GetServiceQuota", () -> quota);
    }
}
