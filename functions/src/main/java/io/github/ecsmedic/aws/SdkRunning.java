package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;

import io.github.ecsmedic.account.Running;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.ServiceField;

/** What a cluster runs, through the SDK. */
final class SdkRunning implements Running {
    private static final String SERVICES = "ecs:ListServices";
    private static final String LIST = "ecs:ListTasks";
    private static final String DESCRIBE = "ecs:DescribeServices";
    private static final int SERVICES_A_REQUEST = 10;
    private static final int A_REQUEST = 100;

    private final Clients clients;
    private final Reads reads;

    SdkRunning(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<List<String>> services(String cluster) {
        return reads.ask(
                "all services of " + cluster,
                SERVICES,
                () -> reads.pages(
                        SERVICES,
                        token -> clients.ecs()
                                .listServices(r ->
                                        r.cluster(cluster).maxResults(A_REQUEST).nextToken(token)),
                        answer -> listed(answer.hasServiceArns(), answer.serviceArns(), SERVICES),
                        ListServicesResponse::nextToken));
    }

    @Override
    public List<Answer<List<Service>>> described(String cluster, List<String> arns) {
        List<Reads.Pending<List<Service>>> batches = new ArrayList<>();
        for (int from = 0; from < arns.size(); from += SERVICES_A_REQUEST) {
            List<String> batch = arns.subList(from, Math.min(arns.size(), from + SERVICES_A_REQUEST));
            batches.add(
                    reads.start("services with tags " + cluster + " " + batch, DESCRIBE, () -> batch(cluster, batch)));
        }
        return batches.stream().map(Reads.Pending::answer).toList();
    }

    private List<Service> batch(String cluster, List<String> arns) {
        DescribeServicesResponse answer = reads.send(
                DESCRIBE,
                () -> clients.ecs()
                        .describeServices(r -> r.cluster(cluster).services(arns).include(ServiceField.TAGS)));
        if (answer.services().isEmpty() && answer.failures().isEmpty()) {
            throw NoAnswer.empty(DESCRIBE);
        }
        List<Service> found = answer.services().stream()
                .map(service -> ServiceReader.service(service, DESCRIBE))
                .toList();
        found.forEach(service ->
                reads.known(SdkWorkloads.serviceKey(cluster, service.name()), Optional.of(service), DESCRIBE));
        return found;
    }

    @Override
    public Answer<List<Task>> tasks(String cluster, String service) {
        return reads.ask("running tasks " + cluster + " " + service, LIST, () -> {
            List<String> arns = reads.pages(
                    LIST,
                    token -> clients.ecs()
                            .listTasks(r -> r.cluster(cluster)
                                    .serviceName(service)
                                    .desiredStatus(DesiredStatus.RUNNING)
                                    .nextToken(token)),
                    answer -> listed(answer.hasTaskArns(), answer.taskArns(), LIST),
                    ListTasksResponse::nextToken);
            List<Task> tasks = new ArrayList<>();
            for (int from = 0; from < arns.size(); from += A_REQUEST) {
                tasks.addAll(SdkWorkloads.described(
                        clients, reads, cluster, arns.subList(from, Math.min(arns.size(), from + A_REQUEST))));
            }
            return tasks;
        });
    }
}
