package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks whether the image can run the command of the container's health check.
 *
 * <p>A log that names the missing program decides, so does one that shows the requests of the command, and so does a
 * life that a command which never ran cannot explain. The image's name alone makes it likely only.
 */
public final class HealthCommand implements Check {
    private static final String LABEL = "health.container";

    @Override
    public String id() {
        return "health-command";
    }

    @Override
    public String question() {
        return "Can the image run the command of the container's health check";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(ContainerLog.ACTIONS, Lifetime.ACTIONS));
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!inquiry.seen().label().equals(LABEL)) {
            return new NotApplicable("no health check of a container failed");
        }
        return Reads.then(
                Definitions.of(inquiry),
                (definition, source) -> ContainerLog.container(inquiry, definition)
                        .map(container -> of(inquiry, definition, container, source))
                        .orElseGet(() -> new Inconclusive("it is not known which container was checked: " + source)));
    }

    private static CheckResult of(
            Inquiry inquiry, TaskDefinition definition, ContainerDefinition container, String source) {
        Optional<ProbeCommand> command = ProbeCommand.of(container);
        if (command.isEmpty()) {
            return new NotApplicable("container " + container.name() + " has no health check");
        }
        ProbeCommand probe = command.get();
        Resources named = named(definition, container, probe);
        Evidence runs =
                new Evidence("The health check of container " + container.name() + " runs " + probe.program(), source);
        Optional<Evidence> missing = MissingProgram.said(inquiry, probe.program());
        if (missing.isPresent()) {
            return new Failed("missing", named, runs, missing.get());
        }
        Optional<Evidence> ran = ran(inquiry, container);
        if (ran.isPresent()) {
            return new Passed(named, runs, ran.get());
        }
        return byName(container, probe, named, runs);
    }

    private static Resources named(TaskDefinition definition, ContainerDefinition container, ProbeCommand probe) {
        return Resources.of(
                "task-definition",
                definition.arn(),
                "container",
                container.name(),
                "image",
                container.image(),
                "program",
                probe.program(),
                "health-check-command",
                ImageRuntime.of(container).replacement(probe));
    }

    /** What shows that the command was run. */
    private static Optional<Evidence> ran(Inquiry inquiry, ContainerDefinition container) {
        String path = HealthRequests.path(container);
        if (!path.isEmpty()
                && ContainerLog.of(inquiry) instanceof Known<ContainerLog>(ContainerLog log, String source)) {
            List<AccessLine> asked = HealthRequests.requests(log, path);
            if (!asked.isEmpty()) {
                return Optional.of(new Evidence(HealthRequests.told(path, asked), source));
            }
        }
        return Lifetime.of(inquiry) instanceof Known<Lifetime>(Lifetime life, String _)
                        && life.lived() > 2L * life.toFail()
                ? Optional.of(new Evidence(
                        "The task lived " + life.lived() + " s, so its health check had passed before", "event"))
                : Optional.empty();
    }

    private static CheckResult byName(
            ContainerDefinition container, ProbeCommand probe, Resources named, Evidence runs) {
        ImageRuntime runtime = ImageRuntime.of(container);
        Evidence name = new Evidence("The image is " + container.image(), "ecs:DescribeTaskDefinition");
        return switch (runtime.has(probe)) {
            case YES -> new Passed(named, runs, name);
            case NO -> new Failed("unlikely", named, runs, name);
            case UNKNOWN ->
                new Inconclusive("neither the log nor the image's name tells whether the image has " + probe.program()
                        + ": logs:GetLogEvents");
        };
    }
}
