package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.account.TaskDefinition.LogConfiguration;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The log groups to which the containers of a task definition log by {@code awslogs}. */
final class LogTargets {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS = Definitions.ACTIONS;

    private LogTargets() {}

    /** A group in a region; {@code creates} is {@code awslogs-create-group}. */
    record LogTarget(String group, String region, boolean creates) {}

    /** Each group once. */
    static Answer<List<LogTarget>> of(Inquiry inquiry) {
        return switch (Definitions.of(inquiry)) {
            case Unknown<TaskDefinition> unknown -> unknown.as();
            case Known<TaskDefinition>(TaskDefinition definition, String source) ->
                new Known<>(
                        definition.containers().stream()
                                .flatMap(c -> target(c, inquiry.subject().region()))
                                .distinct()
                                .toList(),
                        source);
        };
    }

    private static Stream<LogTarget> target(ContainerDefinition container, String here) {
        LogConfiguration log = container.log();
        if (log == null
                || !log.driver().equals("awslogs")
                || log.option("awslogs-group").isEmpty()) {
            return Stream.empty();
        }
        String region = log.option("awslogs-region");
        return Stream.of(new LogTarget(
                log.option("awslogs-group"),
                region.isEmpty() ? here : region,
                log.option("awslogs-create-group").equals("true")));
    }
}
