package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Logs.Line;
import io.github.ecsmedic.account.Service.Registration;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.account.TaskDefinition.LogConfiguration;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The newest lines of the container whose health was checked, for checks that look for one kind of line.
 *
 * @param lines oldest first; untrusted
 */
record ContainerLog(String group, String stream, List<Line> lines) {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS =
            Set.of("ecs:DescribeServices", "ecs:DescribeTaskDefinition", "logs:GetLogEvents");

    private static final String READ = "logs:GetLogEvents";
    /** As many as the check of the whole log reads, so that both share one request. */
    private static final int LINES = 200;

    ContainerLog {
        lines = List.copyOf(lines);
    }

    /** Unknown where there is no such log. */
    static Answer<ContainerLog> of(Inquiry inquiry) {
        Task task = inquiry.task();
        if (task == null) {
            return new Unknown<>("there is no task", "event");
        }
        return switch (Definitions.of(inquiry)) {
            case Unknown<TaskDefinition> unknown -> unknown.as();
            case Known<TaskDefinition>(TaskDefinition definition, String source) ->
                container(inquiry, definition)
                        .map(container -> of(inquiry, task, container))
                        .orElseGet(() -> new Unknown<>("it is not known which container was checked", source));
        };
    }

    /** The culprit, else the one that the service registers with the load balancer. */
    static Optional<ContainerDefinition> container(Inquiry inquiry, TaskDefinition definition) {
        return Definitions.culprit(inquiry, definition)
                .or(() -> definition.containers().stream()
                        .filter(c -> c.name().equals(registered(inquiry)))
                        .findFirst());
    }

    private static String registered(Inquiry inquiry) {
        return FailingGroup.complained(inquiry)
                        && FailingGroup.arn(inquiry) instanceof Known<String>(String arn, String _)
                        && FailingGroup.registration(inquiry, arn)
                                instanceof Known<Registration>(Registration registration, String _)
                ? registration.container()
                : "";
    }

    private static Answer<ContainerLog> of(Inquiry inquiry, Task task, ContainerDefinition container) {
        LogConfiguration log = container.log();
        if (log == null || !log.driver().equals("awslogs")) {
            return new Unknown<>("container " + container.name() + " has no log that can be read", READ);
        }
        String region =
                log.option("awslogs-region").isEmpty() ? inquiry.subject().region() : log.option("awslogs-region");
        String group = log.option("awslogs-group");
        String stream = stream(task, container.name(), log.option("awslogs-stream-prefix"));
        return switch (inquiry.account().logs().tail(region, group, stream, LINES)) {
            case Unknown<Optional<List<Line>>> unknown -> unknown.as();
            case Known<Optional<List<Line>>>(Optional<List<Line>> lines, String source) ->
                lines.<Answer<ContainerLog>>map(found -> new Known<>(new ContainerLog(group, stream, found), source))
                        .orElseGet(() -> new Unknown<>("there is no log stream " + stream + " in " + group, source));
        };
    }

    private static String stream(Task task, String container, String prefix) {
        if (!prefix.isEmpty()) {
            return prefix + "/" + container + "/" + Arn.lastPart(task.arn());
        }
        return task.containers().stream()
                .filter(c -> c.name().equals(container))
                .map(Container::runtimeId)
                .findFirst()
                .orElse("");
    }
}
