package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The commands by which a person corrects a task definition: fetch it, register the edited copy, use it. */
final class Revision {
    private Revision() {}

    /** Empty where no task definition is known. A one-off task is only registered, not run. */
    static List<Step> of(Subject subject) {
        return of(subject, List.of());
    }

    /** The same; {@code set} are options that overrule the file. */
    static List<Step> of(Subject subject, List<String> set) {
        String definition = subject.taskDefinition();
        if (definition.isEmpty()) {
            return List.of();
        }
        String family = definition.indexOf(':') < 0 ? definition : definition.substring(0, definition.lastIndexOf(':'));
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.ByHand(
                "ecs:DescribeTaskDefinition",
                Aws.cli(
                        subject.region(),
                        "ecs",
                        "describe-task-definition",
                        "--task-definition",
                        definition,
                        "--query",
                        "taskDefinition"),
                List.of()));
        steps.add(new Step.ByHand(
                "ecs:RegisterTaskDefinition",
                Aws.cli(
                        subject.region(),
                        Stream.concat(
                                        Stream.of(
                                                "ecs",
                                                "register-task-definition",
                                                "--cli-input-json",
                                                "file://" + family + ".json"),
                                        set.stream())
                                .toList()),
                List.of()));
        if (!subject.service().isEmpty()) {
            steps.add(new Step.ByHand("ecs:UpdateService", use(subject, family), use(subject, definition)));
        }
        return steps;
    }

    /** Why there is no way back to the revision before, or {@code ""}. */
    static String lost(Cause cause) {
        String image = cause.resources().first("lost-image");
        return image.isEmpty()
                ? ""
                : "the image of the revision before, " + image
                        + ", is gone from its registry, so the way back fails too";
    }

    /** What a way back may fail at, as far as it is not known. */
    static String obstacles(Cause cause) {
        boolean there = !cause.resources().first("kept-image").isEmpty();
        return (there ? "" : "the old image is gone from its registry or ")
                + "data was migrated so that the old code cannot read it";
    }

    /** {@code family:revision} of an ARN, or {@code ""}. */
    static String name(String definition) {
        return definition.substring(definition.lastIndexOf('/') + 1);
    }

    /** The command that lets the service use that definition. */
    static List<String> use(Subject subject, String definition) {
        return Aws.cli(
                subject.region(),
                "ecs",
                "update-service",
                "--cluster",
                subject.cluster(),
                "--service",
                subject.service(),
                "--task-definition",
                definition);
    }
}
