package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Capacity;
import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.Fleet.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The places for tasks of a cluster as ECS writes them: container instances and capacity providers. */
final class WirePlaces {
    private final Contents.Places places;

    WirePlaces(Contents.Places places) {
        this.places = places;
    }

    /** The ARNs of those that satisfy the expression, of all where it is empty. */
    List<Object> arns(String expression) {
        return places.hosts().stream()
                .map(Host::arn)
                .filter(arn -> expression.isEmpty()
                        || places.matching().getOrDefault(expression, Set.of()).contains(arn))
                .map(arn -> (Object) arn)
                .toList();
    }

    Optional<Tree> host(String arn) {
        return places.hosts().stream()
                .filter(host -> host.arn().equals(arn))
                .findFirst()
                .map(WirePlaces::host);
    }

    private static Tree host(Host h) {
        return Tree.of(
                "containerInstanceArn", h.arn(),
                "ec2InstanceId", h.instance(),
                "status", h.status(),
                "agentConnected", h.connected(),
                "capacityProviderName", h.provider(),
                "remainingResources", left(h),
                "attributes",
                        new TreeMap<>(h.attributes())
                                .entrySet().stream()
                                        .map(e -> Tree.of("name", e.getKey(), "value", e.getValue()))
                                        .toList());
    }

    private static List<Tree> left(Host h) {
        List<String> tcp = new ArrayList<>();
        List<String> udp = new ArrayList<>();
        h.ports().stream().sorted().forEach(port -> (port.endsWith("/udp") ? udp : tcp).add(port.replace("/udp", "")));
        return List.of(
                Tree.of("name", "CPU", "type", "INTEGER", "integerValue", h.cpu()),
                Tree.of("name", "MEMORY", "type", "INTEGER", "integerValue", h.memory()),
                Tree.of("name", "PORTS", "type", "STRINGSET", "stringSetValue", tcp),
                Tree.of("name", "PORTS_UDP", "type", "STRINGSET", "stringSetValue", udp),
                Tree.of(
                        "name",
                        "GPU",
                        "type",
                        "STRINGSET",
                        "stringSetValue",
                        Stream.iterate(1, n -> n + 1)
                                .limit(h.gpus())
                                .map(n -> "GPU-" + n)
                                .toList()));
    }

    List<String> clusterProviders() {
        return places.clusterProviders();
    }

    int registered() {
        return places.hosts().size();
    }

    Stream<Tree> provider(String name) {
        return places.providers().stream()
                .filter(provider -> provider.name().equals(name))
                .map(WirePlaces::provider);
    }

    private static Tree provider(Capacity.Provider p) {
        Tree described = Tree.of("name", p.name(), "status", p.status(), "updateStatus", p.updateStatus());
        return p.group().isEmpty()
                ? described
                : described.with(
                        "autoScalingGroupProvider",
                        Tree.of(
                                "autoScalingGroupArn",
                                p.group(),
                                "managedScaling",
                                Tree.of("status", p.managed() ? "ENABLED" : "DISABLED")));
    }
}
