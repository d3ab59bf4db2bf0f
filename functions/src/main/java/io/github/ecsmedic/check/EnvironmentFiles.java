package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Optional;

/** The objects in S3 from which a task takes its environment. */
final class EnvironmentFiles {
    private EnvironmentFiles() {}

    /** Those of the container that failed, else of all; their ARNs. */
    static List<String> of(Inquiry inquiry, TaskDefinition definition) {
        Optional<ContainerDefinition> culprit = Definitions.culprit(inquiry, definition);
        List<String> own = culprit.map(ContainerDefinition::environmentFiles).orElse(List.of());
        return own.isEmpty()
                ? definition.containers().stream()
                        .flatMap(c -> c.environmentFiles().stream())
                        .distinct()
                        .toList()
                : own;
    }

    /** The call on the first of them; an object that the application itself reads is not known. */
    static Answer<Optional<StartCall>> call(Inquiry inquiry, String action, boolean denied) {
        if (!inquiry.seen().family().equals("env_file")) {
            return new Known<>(Optional.of(new StartCall(action, "", "", "", denied)), "message");
        }
        return switch (Definitions.of(inquiry)) {
            case Unknown<TaskDefinition> unknown -> unknown.as();
            case Known<TaskDefinition>(TaskDefinition definition, String source) -> {
                String object = of(inquiry, definition).stream().findFirst().orElse("");
                yield new Known<>(Optional.of(new StartCall(action, object, "", "", denied)), source);
            }
        };
    }

    /** The bucket of an object, which the agent asks for its region first; nothing for what is no object. */
    static Resources bucket(String object) {
        return Arn.parse(object)
                .filter(arn -> arn.service().equals("s3") && arn.resource().indexOf('/') > 0)
                .map(arn -> Resources.of(
                        "bucket",
                        "arn:" + arn.partition() + ":s3:::"
                                + arn.resource().substring(0, arn.resource().indexOf('/'))))
                .orElse(Resources.NONE);
    }
}
