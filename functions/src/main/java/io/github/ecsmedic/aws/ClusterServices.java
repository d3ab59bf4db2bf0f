package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.ServiceList;
import io.github.ecsmedic.model.Answer;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;

/** Reads the services of a cluster, as many as one request can list. */
final class ClusterServices {
    private static final String LIST = "ecs:ListServices";
    private static final String SERVICES = "ecs:DescribeServices";
    private static final String CLUSTERS = "ecs:DescribeClusters";
    private static final int NAMES_A_REQUEST = 100;
    private static final int SERVICES_A_REQUEST = 10;

    private final Clients clients;
    private final Reads reads;

    ClusterServices(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    Answer<ServiceList> first(String cluster) {
        return reads.ask("services of " + cluster, LIST, () -> {
            ListServicesResponse answer = reads.send(
                    LIST,
                    () -> clients.ecs().listServices(r -> r.cluster(cluster).maxResults(NAMES_A_REQUEST)));
            return new ServiceList(
                    listed(answer.hasServiceArns(), answer.serviceArns(), LIST),
                    !Given.text(answer.nextToken()).isEmpty());
        });
    }

    Answer<Integer> active(String cluster) {
        return reads.ask("cluster " + cluster, CLUSTERS, () -> {
            DescribeClustersResponse answer =
                    reads.send(CLUSTERS, () -> clients.ecs().describeClusters(r -> r.clusters(cluster)));
            return needed(Given.only(answer.clusters(), CLUSTERS).activeServicesCount(), CLUSTERS);
        });
    }

    List<Answer<List<Service>>> described(String cluster, List<String> arns) {
        List<Reads.Pending<List<Service>>> batches = new ArrayList<>();
        for (int from = 0; from < arns.size(); from += SERVICES_A_REQUEST) {
            List<String> batch = arns.subList(from, Math.min(arns.size(), from + SERVICES_A_REQUEST));
            batches.add(reads.start("services " + cluster + " " + batch, SERVICES, () -> services(cluster, batch)));
        }
        return batches.stream().map(Reads.Pending::answer).toList();
    }

    private List<Service> services(String cluster, List<String> arns) {
        DescribeServicesResponse answer = reads.send(
                SERVICES,
                () -> clients.ecs().describeServices(r -> r.cluster(cluster).services(arns)));
        if (answer.services().isEmpty() && answer.failures().isEmpty()) {
            throw NoAnswer.empty(SERVICES);
        }
        return answer.services().stream()
                .map(service -> ServiceReader.service(service, SERVICES))
                .toList();
    }
}
