package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Task;
import java.util.Optional;
import java.util.Set;

/** The task definition of the failed task. */
final class Definitions {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS = Set.of("ecs:DescribeTaskDefinition");

    private Definitions() {}

    static Answer<TaskDefinition> of(Inquiry inquiry) {
        Task task = inquiry.task();
        String name = task == null || task.taskDefinitionArn().isEmpty()
                ? inquiry.subject().taskDefinition()
                : task.taskDefinitionArn();
        return name.isEmpty()
                ? new Unknown<>("the event names no task definition", "ecs:DescribeTaskDefinition")
                : inquiry.account().workloads().taskDefinition(name);
    }

    /** The culprit's definition; where the culprit is not known, the only container's. */
    static Optional<ContainerDefinition> culprit(Inquiry inquiry, TaskDefinition definition) {
        boolean only = definition.containers().size() == 1;
        return definition.containers().stream()
                .filter(c -> c.name().equals(inquiry.culprit())
                        || (only && inquiry.culprit().isEmpty()))
                .findFirst();
    }
}
