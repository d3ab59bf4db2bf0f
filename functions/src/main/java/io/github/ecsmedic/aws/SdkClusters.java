package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;

import io.github.ecsmedic.account.Clusters;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Task;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;

/** All clusters of a region, through the SDK. */
final class SdkClusters implements Clusters {
    private static final String CLUSTERS = "ecs:ListClusters";
    private static final String LIST = "ecs:ListTasks";
    private static final int A_REQUEST = 100;

    private final Clients clients;
    private final Reads reads;

    SdkClusters(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<List<String>> arns() {
        return reads.ask(
                "all clusters",
                CLUSTERS,
                () -> reads.pages(
                        CLUSTERS,
                        token -> clients.ecs()
                                .listClusters(r -> r.maxResults(A_REQUEST).nextToken(token)),
                        answer -> listed(answer.hasClusterArns(), answer.clusterArns(), CLUSTERS),
                        ListClustersResponse::nextToken));
    }

    @Override
    public Answer<List<Task>> stopped(String cluster) {
        return reads.ask("stopped tasks of all " + cluster, LIST, () -> {
            ListTasksResponse answer = reads.send(
                    LIST,
                    () -> clients.ecs()
                            .listTasks(r -> r.cluster(cluster)
                                    .desiredStatus(DesiredStatus.STOPPED)
                                    .maxResults(A_REQUEST)));
            List<String> arns = listed(answer.hasTaskArns(), answer.taskArns(), LIST);
            return arns.isEmpty() ? List.of() : SdkWorkloads.described(clients, reads, cluster, arns);
        });
    }
}
