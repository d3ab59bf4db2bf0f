package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.Instance;
import io.github.ecsmedic.aws.WireEc2.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Instances and their types as EC2 writes them. */
final class WireHosts {
    private WireHosts() {}

    static List<Thing> instances(Contents.Network network, Contents.Places places) {
        List<Thing> all = new ArrayList<>(WireEc2.things(network.instances().values(), WireHosts::instance));
        all.addAll(WireEc2.things(
                places.attached().entrySet(),
                entry -> thing(entry.getKey(), attached(entry.getKey(), entry.getValue()))));
        return all;
    }

    private static Thing thing(String id, Tree instance) {
        return new Thing(
                Tree.of("instancesSet", List.of(instance)), Map.of("id", List.of(id), "instance-id", List.of(id)));
    }

    private static Thing instance(Instance i) {
        return thing(
                i.id(),
                Tree.of(
                        "instanceId", i.id(),
                        "vpcId", i.vpcId(),
                        "subnetId", i.subnet(),
                        "privateIpAddress", i.address(),
                        "ipAddress", i.publicAddress(),
                        "groupSet",
                                i.securityGroups().stream()
                                        .map(group -> Tree.of("groupId", group))
                                        .toList(),
                        "iamInstanceProfile", i.profile().isEmpty() ? null : Tree.of("arn", i.profile())));
    }

    private static Tree attached(String id, int count) {
        return Tree.of(
                "instanceId",
                id,
                "networkInterfaceSet",
                IntStream.range(0, count)
                        .mapToObj(n -> Tree.of("networkInterfaceId", "eni-" + id + n))
                        .toList());
    }

    static List<Thing> types(Contents.Places places) {
        return WireEc2.things(
                places.mostInterfaces().entrySet(),
                entry -> new Thing(
                        Tree.of(
                                "instanceType",
                                entry.getKey(),
                                "networkInfo",
                                Tree.of("maximumNetworkInterfaces", entry.getValue())),
                        Map.of("id", List.of(entry.getKey()), "instance-type", List.of(entry.getKey()))));
    }
}
