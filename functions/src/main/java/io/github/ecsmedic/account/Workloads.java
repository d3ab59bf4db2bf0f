package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads of Amazon ECS. */
public interface Workloads {
    /** By ARN or {@code family:revision} ({@code ecs:DescribeTaskDefinition}). */
    Answer<TaskDefinition> taskDefinition(String arn);

    /** Empty when ECS says that there is none ({@code ecs:DescribeServices}, with tags). */
    Answer<Optional<Service>> service(String cluster, String service);

    /** Empty when ECS no longer knows it; it forgets stopped tasks after an hour ({@code ecs:DescribeTasks}). */
    Answer<Optional<Task>> task(String cluster, String task);

    /** Of a task; empty when ECS no longer knows it ({@code ecs:DescribeTasks}, with tags). */
    Answer<Optional<Map<String, String>>> taskTags(String cluster, String task);

    /** The EC2 instance behind a container instance; empty when ECS knows none ({@code ecs:DescribeContainerInstances}). */
    Answer<Optional<String>> instanceOf(String cluster, String containerInstance);

    /** The stopped tasks that ECS still knows, newest first ({@code ecs:ListTasks}, {@code ecs:DescribeTasks}). */
    Answer<List<Task>> stoppedTasks(String cluster, String service);

    /** In one request ({@code ecs:ListServices}). */
    Answer<ServiceList> firstServices(String cluster);

    /** How many services of the cluster are active ({@code ecs:DescribeClusters}). */
    Answer<Integer> activeServices(String cluster);

    /**
     * Services without their tags, ten a request, each request with an answer of its own; one that does not exist is
     * missing ({@code ecs:DescribeServices}).
     */
    List<Answer<List<Service>>> services(String cluster, List<String> arns);
}
