package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Fleet;
import io.github.ecsmedic.account.Fleet.Host;
import io.github.ecsmedic.model.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Attribute;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.DescribeContainerInstancesResponse;
import software.amazon.awssdk.services.ecs.model.ListContainerInstancesResponse;
import software.amazon.awssdk.services.ecs.model.Resource;

/** Reads the container instances of a cluster, a hundred a request. */
final class FleetReader {
    private static final String LIST = "ecs:ListContainerInstances";
    private static final String DESCRIBE = "ecs:DescribeContainerInstances";
    private static final String CLUSTERS = "ecs:DescribeClusters";
    private static final int A_REQUEST = 100;

    private final Clients clients;
    private final Reads reads;

    FleetReader(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    Answer<Fleet> of(String cluster) {
        return reads.ask("fleet of " + cluster, DESCRIBE, () -> {
            List<Reads.Pending<List<Host>>> batches = new ArrayList<>();
            Listed listed = list(cluster, null, arns -> {
                if (!arns.isEmpty()) {
                    batches.add(reads.start("hosts " + arns, DESCRIBE, () -> hosts(cluster, arns)));
                }
            });
            List<Host> hosts =
                    batches.stream().flatMap(batch -> batch.value().stream()).toList();
            return new Fleet(hosts, listed.more() ? Math.max(registered(cluster), hosts.size() + 1) : hosts.size());
        });
    }

    Answer<Set<String>> matching(String cluster, String expression) {
        return reads.ask("hosts of " + cluster + " with " + expression, LIST, () -> {
            Set<String> found = new HashSet<>();
            if (list(cluster, expression, found::addAll).more()) {
                throw new NoAnswer("more than " + Fleet.MOST + " instances", LIST, "");
            }
            return found;
        });
    }

    private record Listed(boolean more) {}

    /** Hands on page by page what is listed, up to the bound. */
    private Listed list(String cluster, @Nullable String filter, Consumer<List<String>> page) {
        String token = null;
        int seen = 0;
        do {
            String current = token;
            ListContainerInstancesResponse answer = reads.send(
                    LIST,
                    () -> clients.ecs()
                            .listContainerInstances(r -> r.cluster(cluster)
                                    .filter(filter)
                                    .maxResults(A_REQUEST)
                                    .nextToken(current)));
            List<String> arns = listed(answer.hasContainerInstanceArns(), answer.containerInstanceArns(), LIST);
            page.accept(arns.subList(0, Math.min(arns.size(), Math.max(0, Fleet.MOST - seen))));
            seen += arns.size();
            token = answer.nextToken();
            if (token != null && token.equals(current)) {
                throw new NoAnswer(NoAnswer.MALFORMED, LIST, "");
            }
        } while (token != null && !token.isEmpty() && seen < Fleet.MOST);
        return new Listed(seen > Fleet.MOST || (token != null && !token.isEmpty()));
    }

    private int registered(String cluster) {
        var answer = reads.send(CLUSTERS, () -> clients.ecs().describeClusters(r -> r.clusters(cluster)));
        return needed(Given.only(answer.clusters(), CLUSTERS).registeredContainerInstancesCount(), CLUSTERS);
    }

    /** One that was deregistered meanwhile is among the failures. */
    private List<Host> hosts(String cluster, List<String> arns) {
        DescribeContainerInstancesResponse answer = reads.send(
                DESCRIBE,
                () -> clients.ecs()
                        .describeContainerInstances(r -> r.cluster(cluster).containerInstances(arns)));
        if (answer.containerInstances().size() + answer.failures().size() < arns.size()) {
            throw NoAnswer.empty(DESCRIBE);
        }
        return answer.containerInstances().stream().map(FleetReader::host).toList();
    }

    private static Host host(ContainerInstance found) {
        List<Resource> left = listed(found.hasRemainingResources(), found.remainingResources(), DESCRIBE);
        Set<String> ports = new HashSet<>(named(left, "PORTS"));
        named(left, "PORTS_UDP").forEach(port -> ports.add(port + "/udp"));
        Map<String, String> attributes = new HashMap<>();
        for (Attribute attribute : found.attributes()) {
            attributes.put(text(attribute.name()), text(attribute.value()));
        }
        return new Host(
                needed(found.containerInstanceArn(), DESCRIBE),
                text(found.ec2InstanceId()),
                text(found.status()),
                needed(found.agentConnected(), DESCRIBE),
                amount(left, "CPU"),
                amount(left, "MEMORY"),
                ports,
                named(left, "GPU").size(),
                attributes,
                text(found.capacityProviderName()));
    }

    private static int amount(List<Resource> resources, String name) {
        return needed(one(resources, name, Resource::integerValue), DESCRIBE);
    }

    private static List<String> named(List<Resource> resources, String name) {
        List<String> values = one(resources, name, Resource::stringSetValue);
        return values == null ? List.of() : values;
    }

    private static <T> @Nullable T one(List<Resource> resources, String name, Function<Resource, @Nullable T> value) {
        for (Resource resource : resources) {
            if (name.equals(resource.name())) {
                return value.apply(resource);
            }
        }
        return null;
    }
}
