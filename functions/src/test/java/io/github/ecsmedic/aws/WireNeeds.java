package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Capacity.Placement;
import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.Storage.BlockVolume;
import io.github.ecsmedic.account.Storage.FileVolume;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskNeeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What task definitions and services ask of the place where a task is put, written into them. */
final class WireNeeds {
    private final Contents.Places places;
    private final Contents.Files files;

    WireNeeds(Contents contents) {
        places = contents.places();
        files = contents.files();
    }

    Tree definition(TaskDefinition d) {
        Tree written = WireTasks.definition(d).with("volumes", List.of(volume(files.volume())));
        return places.needs().map(needs -> needing(written, d, needs)).orElse(written);
    }

    private static Tree volume(FileVolume v) {
        Tree authorization = Tree.of("accessPointId", v.accessPoint(), "iam", onOff(v.iam()));
        return Tree.of(
                "name",
                v.name(),
                "efsVolumeConfiguration",
                Tree.of(
                        "fileSystemId", v.fileSystem(),
                        "rootDirectory", v.root(),
                        "transitEncryption", onOff(v.encrypted()),
                        "authorizationConfig", authorization));
    }

    private static String onOff(boolean on) {
        return on ? "ENABLED" : "DISABLED";
    }

    /** All that the containers ask for together stands at the first of them. */
    private static Tree needing(Tree written, TaskDefinition d, TaskNeeds n) {
        List<Object> containers = new ArrayList<>((List<?>) written.members().get("containerDefinitions"));
        containers.set(
                0,
                ((Tree) containers.getFirst())
                        .with("memory", n.containerMemory())
                        .with("portMappings", ports(d, n))
                        .with("resourceRequirements", gpus(n.gpus())));
        return written.with("containerDefinitions", containers)
                .with("networkMode", n.networkMode())
                .with("cpu", String.valueOf(n.cpu()))
                .with("memory", String.valueOf(n.memory()))
                .with(
                        "requiresAttributes",
                        n.attributes().stream()
                                .map(name -> Tree.of("name", name))
                                .toList())
                .with("placementConstraints", memberOf(n.expressions()))
                .with("ephemeralStorage", n.ephemeral() == null ? null : Tree.of("sizeInGiB", n.ephemeral()));
    }

    /** A port that is not demanded of the host is one that ECS chooses. */
    private static List<Tree> ports(TaskDefinition d, TaskNeeds n) {
        Stream<Tree> chosen = d.containers().getFirst().containerPorts().stream()
                .filter(port -> !n.ports().contains(port.toString()))
                .map(port -> mapping(port, n.ownInterface() ? port : 0, "tcp"));
        Stream<Tree> demanded = n.ports().stream().map(port -> {
            int number = Integer.parseInt(port.replace("/udp", ""));
            return mapping(number, number, port.endsWith("/udp") ? "udp" : "tcp");
        });
        return Stream.concat(chosen, demanded).toList();
    }

    private static Tree mapping(int container, int host, String protocol) {
        return Tree.of("containerPort", container, "hostPort", host, "protocol", protocol);
    }

    private static @Nullable List<Tree> gpus(int count) {
        return count == 0 ? null : List.of(Tree.of("type", "GPU", "value", String.valueOf(count)));
    }

    private static List<Tree> memberOf(List<String> expressions) {
        return expressions.stream()
                .map(expression -> Tree.of("type", "memberOf", "expression", expression))
                .toList();
    }

    Tree service(Tree written) {
        Tree attached = written.with(
                "deployments",
                ((List<?>) written.members().get("deployments"))
                        .stream()
                                .map(deployment -> withBlocks((Tree) deployment))
                                .toList());
        return places.placement().map(placement -> placed(attached, placement)).orElse(attached);
    }

    private Tree withBlocks(Tree deployment) {
        return files.blocks().isEmpty()
                        || !"PRIMARY".equals(deployment.members().get("status"))
                ? deployment
                : deployment.with(
                        "volumeConfigurations",
                        files.blocks().stream().map(WireNeeds::block).toList());
    }

    private static Tree block(BlockVolume b) {
        return Tree.of(
                "name",
                b.name(),
                "managedEBSVolume",
                Tree.of(
                        "roleArn", b.role(),
                        "kmsKeyId", b.key(),
                        "filesystemType", b.fileSystem(),
                        "snapshotId", b.snapshot()));
    }

    private static Tree placed(Tree service, Placement p) {
        Map<String, Object> members = new LinkedHashMap<>(service.members());
        members.remove("launchType");
        List<Tree> constraints = new ArrayList<>(memberOf(p.expressions()));
        if (p.distinct()) {
            constraints.add(Tree.of("type", "distinctInstance"));
        }
        return new Tree(members)
                .with("launchType", p.launchType())
                .with(
                        "capacityProviderStrategy",
                        p.strategy().stream()
                                .map(s -> Tree.of(
                                        "capacityProvider", s.provider(), "weight", s.weight(), "base", s.base()))
                                .toList())
                .with("placementConstraints", constraints);
    }
}
