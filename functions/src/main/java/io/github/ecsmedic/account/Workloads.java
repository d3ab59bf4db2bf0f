package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.Optional;

/** Reads of Amazon ECS. */
public interface Workloads {
    /** By ARN or {@code family:revision} ({@code ecs:DescribeTaskDefinition}). */
    Answer<TaskDefinition> taskDefinition(String arn);

    /** Empty when ECS says that there is none ({@code ecs:DescribeServices}, with tags). */
    Answer<Optional<Service>> service(String cluster, String service);

    /** Empty when ECS no longer knows it; it forgets stopped tasks after an hour ({@code ecs:DescribeTasks}). */
    Answer<Optional<Task>> task(String cluster, String task);

    /** The stopped tasks that ECS still knows, newest first ({@code ecs:ListTasks}, {@code ecs:DescribeTasks}). */
    Answer<List<Task>> stoppedTasks(String cluster, String service);
}
