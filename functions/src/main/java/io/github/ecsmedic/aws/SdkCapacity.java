package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Capacity;
import io.github.ecsmedic.account.Fleet;
import io.github.ecsmedic.account.TaskNeeds;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CapacityProvider;
import software.amazon.awssdk.services.ecs.model.DescribeCapacityProvidersResponse;
import software.amazon.awssdk.services.ecs.model.PlacementConstraint;
import software.amazon.awssdk.services.ecs.model.PlacementConstraintType;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.servicequotas.model.MetricInfo;

/** Places for tasks through the SDK. */
final class SdkCapacity implements Capacity {
    private static final String CLUSTERS = "ecs:DescribeClusters";
    private static final String PROVIDERS = "ecs:DescribeCapacityProviders";
    private static final String QUOTA = "servicequotas:GetServiceQuota";

    private final Clients clients;
    private final Reads reads;
    private final FleetReader fleets;
    private final ScalingGroups groups;
    private final InterfaceCounts interfaces;

    SdkCapacity(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
        fleets = new FleetReader(clients, reads);
        groups = new ScalingGroups(clients, reads);
        interfaces = new InterfaceCounts(clients, reads);
    }

    @Override
    public Answer<TaskNeeds> needs(String taskDefinition) {
        return reads.ask(
                "needs of " + taskDefinition,
                Described.DEFINITION,
                () -> NeedsReader.needs(Described.definition(clients, reads, taskDefinition), Described.DEFINITION));
    }

    @Override
    public Answer<Optional<Placement>> placement(String cluster, String service) {
        return reads.ask(
                "placement of " + cluster + " " + service,
                Described.SERVICES,
                () -> Described.service(clients, reads, cluster, service).map(SdkCapacity::placement));
    }

    private static Placement placement(Service service) {
        return new Placement(
                text(service.launchTypeAsString()),
                service.capacityProviderStrategy().stream()
                        .map(item -> new Share(
                                text(item.capacityProvider()),
                                Objects.requireNonNullElse(item.weight(), 0),
                                Objects.requireNonNullElse(item.base(), 0)))
                        .toList(),
                service.placementConstraints().stream()
                        .filter(c -> "memberOf".equals(c.typeAsString()))
                        .map(PlacementConstraint::expression)
                        .filter(Objects::nonNull)
                        .toList(),
                service.placementConstraints().stream()
                        .anyMatch(c -> PlacementConstraintType.DISTINCT_INSTANCE
                                .toString()
                                .equals(c.typeAsString())));
    }

    @Override
    public Answer<List<String>> clusterProviders(String cluster) {
        return reads.ask("capacity providers of " + cluster, CLUSTERS, () -> {
            var answer = reads.send(CLUSTERS, () -> clients.ecs().describeClusters(r -> r.clusters(cluster)));
            return Given.only(answer.clusters(), CLUSTERS).capacityProviders();
        });
    }

    @Override
    public Answer<Fleet> fleet(String cluster) {
        return fleets.of(cluster);
    }

    @Override
    public Answer<Set<String>> matching(String cluster, String expression) {
        return fleets.matching(cluster, expression);
    }

    @Override
    public Answer<Map<String, Integer>> attachedInterfaces(List<String> instances) {
        return interfaces.attached(instances);
    }

    @Override
    public Answer<Map<String, Integer>> mostInterfaces(List<String> types) {
        return interfaces.most(types);
    }

    @Override
    public Answer<List<Provider>> providers(List<String> names) {
        return reads.ask("capacity providers " + names, PROVIDERS, () -> {
            DescribeCapacityProvidersResponse answer = reads.send(
                    PROVIDERS, () -> clients.ecs().describeCapacityProviders(r -> r.capacityProviders(names)));
            return listed(answer.hasCapacityProviders(), answer.capacityProviders(), PROVIDERS).stream()
                    .map(SdkCapacity::provider)
                    .toList();
        });
    }

    private static Provider provider(CapacityProvider provider) {
        var group = provider.autoScalingGroupProvider();
        return new Provider(
                needed(provider.name(), PROVIDERS),
                text(provider.statusAsString()),
                text(provider.updateStatusAsString()),
                group == null ? "" : text(group.autoScalingGroupArn()),
                group != null
                        && group.managedScaling() != null
                        && "ENABLED".equals(group.managedScaling().statusAsString()));
    }

    @Override
    public Answer<Set<String>> groupsOf(List<String> instances) {
        return groups.of(instances);
    }

    @Override
    public Answer<Optional<ScalingGroup>> group(String name) {
        return groups.named(name);
    }

    @Override
    public Answer<List<Activity>> activities(String group) {
        return groups.activities(group);
    }

    @Override
    public Answer<Quota> quota(String service, String code) {
        return reads.ask("quota " + service + " " + code, QUOTA, () -> {
            var quota = needed(
                    reads.send(
                                    QUOTA,
                                    () -> clients.quotas()
                                            .getServiceQuota(
                                                    r -> r.serviceCode(service).quotaCode(code)))
                            .quota(),
                    QUOTA);
            return new Quota(
                    text(quota.quotaName()),
                    needed(quota.value(), QUOTA),
                    Boolean.TRUE.equals(quota.adjustable()),
                    usage(quota.usageMetric()));
        });
    }

    private static @Nullable Usage usage(@Nullable MetricInfo counted) {
        return counted == null || text(counted.metricName()).isEmpty()
                ? null
                : new Usage(text(counted.metricNamespace()), text(counted.metricName()), counted.metricDimensions());
    }
}
