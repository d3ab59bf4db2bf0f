package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Instance;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Task;
import java.util.Optional;

/** Finds the EC2 instance on which a task was placed. */
final class Hosting {
    private static final String CONTAINER_INSTANCES = "ecs:DescribeContainerInstances";

    private Hosting() {}

    /** Unknown for a task that was placed nowhere, and for one on a machine outside AWS. */
    static Answer<Instance> instance(Inquiry inquiry, Task task) {
        if (task.launchType().equals("EXTERNAL")) {
            return new Unknown<>("the task runs on a machine outside AWS", CONTAINER_INSTANCES);
        }
        if (task.containerInstanceArn().isEmpty()) {
            return new Unknown<>("the event names no container instance", CONTAINER_INSTANCES);
        }
        Answer<Optional<String>> host =
                inquiry.account().workloads().instanceOf(inquiry.subject().cluster(), task.containerInstanceArn());
        return switch (host) {
            case Unknown<Optional<String>> unknown -> unknown.as();
            case Known<Optional<String>>(Optional<String> id, String source) ->
                id.isEmpty()
                        ? new Unknown<>("the container instance is no longer registered", source)
                        : withId(inquiry, id.get());
        };
    }

    private static Answer<Instance> withId(Inquiry inquiry, String id) {
        return switch (inquiry.account().networks().instance(id)) {
            case Unknown<Optional<Instance>> unknown -> unknown.as();
            case Known<Optional<Instance>>(Optional<Instance> found, String source) ->
                found.<Answer<Instance>>map(instance -> new Known<>(instance, source))
                        .orElseGet(() -> new Unknown<>("there is no instance " + id, source));
        };
    }
}
