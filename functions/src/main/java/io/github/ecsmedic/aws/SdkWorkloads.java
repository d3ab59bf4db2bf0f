package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.ServiceList;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.Workloads;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.DescribeContainerInstancesResponse;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.TaskField;

/** Amazon ECS through the SDK. */
final class SdkWorkloads implements Workloads {
    private static final String DEFINITION = Described.DEFINITION;
    private static final String SERVICES = Described.SERVICES;
    private static final String TASKS = "ecs:DescribeTasks";
    private static final String INSTANCES = "ecs:DescribeContainerInstances";
    private static final String LIST = "ecs:ListTasks";
    private static final int TASKS_A_REQUEST = 100;

    private final Clients clients;
    private final Reads reads;
    private final ClusterServices services;

    SdkWorkloads(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
        services = new ClusterServices(clients, reads);
    }

    @Override
    public Answer<TaskDefinition> taskDefinition(String arn) {
        return reads.ask(
                "task definition " + arn,
                DEFINITION,
                () -> DefinitionReader.definition(Described.definition(clients, reads, arn), DEFINITION));
    }

    @Override
    public Answer<Optional<Service>> service(String cluster, String service) {
        return reads.ask(
                serviceKey(cluster, service),
                SERVICES,
                () -> Described.service(clients, reads, cluster, service)
                        .map(found -> ServiceReader.service(found, SERVICES)));
    }

    /** Under which the fact of {@link #service} is kept. */
    static String serviceKey(String cluster, String service) {
        return "service " + cluster + " " + service;
    }

    @Override
    public Answer<Optional<Task>> task(String cluster, String task) {
        return reads.ask("task " + cluster + " " + task, TASKS, () -> {
            DescribeTasksResponse answer = describe(clients, reads, cluster, List.of(task));
            return Described.one(answer.tasks(), answer.failures(), TASKS).map(TaskReader::task);
        });
    }

    @Override
    public Answer<Optional<Map<String, String>>> taskTags(String cluster, String task) {
        return reads.ask("tags of task " + task, TASKS, () -> {
            DescribeTasksResponse answer = reads.send(
                    TASKS,
                    () -> clients.ecs()
                            .describeTasks(r -> r.cluster(cluster).tasks(task).include(TaskField.TAGS)));
            return Described.one(answer.tasks(), answer.failures(), TASKS).map(SdkWorkloads::tags);
        });
    }

    private static Map<String, String> tags(software.amazon.awssdk.services.ecs.model.Task task) {
        Map<String, String> tags = new HashMap<>();
        task.tags().forEach(tag -> tags.put(text(tag.key()), text(tag.value())));
        return tags;
    }

    @Override
    public Answer<Optional<String>> instanceOf(String cluster, String containerInstance) {
        return reads.ask("container instance " + containerInstance, INSTANCES, () -> {
            DescribeContainerInstancesResponse answer = reads.send(
                    INSTANCES,
                    () -> clients.ecs()
                            .describeContainerInstances(r -> r.cluster(cluster).containerInstances(containerInstance)));
            return Described.one(answer.containerInstances(), answer.failures(), INSTANCES)
                    .map(found -> needed(found.ec2InstanceId(), INSTANCES));
        });
    }

    @Override
    public Answer<List<Task>> stoppedTasks(String cluster, String service) {
        return reads.ask("stopped tasks " + cluster + " " + service, LIST, () -> {
            List<String> arns = stoppedArns(cluster, service);
            List<Reads.Pending<List<Task>>> batches = new ArrayList<>();
            for (int from = 0; from < arns.size(); from += TASKS_A_REQUEST) {
                List<String> batch = arns.subList(from, Math.min(arns.size(), from + TASKS_A_REQUEST));
                batches.add(reads.start("tasks " + batch, TASKS, () -> described(clients, reads, cluster, batch)));
            }
            return batches.stream()
                    .flatMap(batch -> batch.value().stream())
                    .sorted(Comparator.comparing(SdkWorkloads::end).reversed())
                    .toList();
        });
    }

    @Override
    public Answer<ServiceList> firstServices(String cluster) {
        return services.first(cluster);
    }

    @Override
    public Answer<Integer> activeServices(String cluster) {
        return services.active(cluster);
    }

    @Override
    public List<Answer<List<Service>>> services(String cluster, List<String> arns) {
        return services.described(cluster, arns);
    }

    private List<String> stoppedArns(String cluster, String service) {
        try {
            return reads.pages(
                    LIST,
                    token -> clients.ecs()
                            .listTasks(r -> r.cluster(cluster)
                                    .serviceName(service)
                                    .desiredStatus(DesiredStatus.STOPPED)
                                    .nextToken(token)),
                    answer -> listed(answer.hasTaskArns(), answer.taskArns(), LIST),
                    ListTasksResponse::nextToken);
        } catch (NoAnswer e) {
            if (e.code().equals("ServiceNotFoundException")) {
                return List.of();
            }
            throw e;
        }
    }

    /** At most a hundred tasks in one request, within a read. */
    static List<Task> described(Clients clients, Reads reads, String cluster, List<String> arns) {
        DescribeTasksResponse answer = describe(clients, reads, cluster, arns);
        if (answer.tasks().isEmpty() && answer.failures().isEmpty()) {
            throw NoAnswer.empty(TASKS);
        }
        return answer.tasks().stream().map(TaskReader::task).toList();
    }

    /** Within a read. */
    static DescribeTasksResponse describe(Clients clients, Reads reads, String cluster, List<String> arns) {
        return reads.send(
                TASKS, () -> clients.ecs().describeTasks(r -> r.cluster(cluster).tasks(arns)));
    }

    private static Instant end(Task task) {
        Instant stopped = task.times().stoppedAt();
        Instant created = task.times().createdAt();
        return stopped != null ? stopped : created != null ? created : Instant.MIN;
    }
}
