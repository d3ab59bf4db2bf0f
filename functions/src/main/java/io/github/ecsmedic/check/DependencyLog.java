package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the log of the container for which another one waited in vain: that one is the culprit. */
public final class DependencyLog implements Check {
    @Override
    public String id() {
        return "dependency-log";
    }

    @Override
    public String question() {
        return "What does the log of the container that another one waits for say";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Definitions.ACTIONS), "logs:GetLogEvents");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Task task = inquiry.task();
        if (task == null) {
            return new NotApplicable("there is no task");
        }
        return Reads.then(Definitions.of(inquiry), (definition, _) -> {
            Optional<ContainerDefinition> container = FailedDependency.name(inquiry, task, definition)
                    .flatMap(name -> definition.containers().stream()
                            .filter(c -> c.name().equals(name))
                            .findFirst());
            return container
                    .map(c -> CulpritLog.read(inquiry, task, c))
                    .orElseGet(() -> new NotApplicable("no container is known that another one waits for in vain"));
        });
    }
}
