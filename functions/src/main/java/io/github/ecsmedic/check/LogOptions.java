package io.github.ecsmedic.check;

import com.google.re2j.Pattern;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.account.TaskDefinition.LogConfiguration;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads whether the options of every log driver are such that it can start.
 *
 * <p>Its fault is {@code wrong}; where the message itself says so, the definition only tells which option and why.
 */
public final class LogOptions implements Check {
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]+");
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9._/#-]{1,512}");
    private static final Set<String> ON_FARGATE = Set.of("awslogs", "splunk", "awsfirelens");
    private static final Set<String> KNOWN = Set.of(
            "awslogs-create-group",
            "awslogs-credentials-endpoint",
            "awslogs-datetime-format",
            "awslogs-endpoint",
            "awslogs-force-flush-interval-seconds",
            "awslogs-format",
            "awslogs-group",
            "awslogs-max-buffered-events",
            "awslogs-multiline-pattern",
            "awslogs-region",
            "awslogs-stream",
            "awslogs-stream-prefix");

    @Override
    public String id() {
        return "log-options";
    }

    @Override
    public String question() {
        return "Are the options of every log driver valid";
    }

    @Override
    public Set<String> actions() {
        return Definitions.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        boolean stated = inquiry.seen().label().equals("logging.bad_config");
        if (!stated && !inquiry.seen().label().equals("logging.unknown")) {
            return new NotApplicable("the message does not complain of the log driver's options");
        }
        return switch (Definitions.of(inquiry)) {
            case Unknown<TaskDefinition> unknown ->
                stated ? said(Optional.empty(), List.of(unknown.why())) : Inconclusive.because(unknown);
            case Known<TaskDefinition>(TaskDefinition definition, String source) -> {
                Optional<Failed> wrong = definition.containers().stream()
                        .flatMap(c -> wrong(inquiry, definition, c, source).stream())
                        .findFirst();
                if (stated) {
                    yield said(wrong, List.of());
                }
                yield wrong.<CheckResult>map(f -> f)
                        .orElseGet(() -> new Passed(
                                Resources.NONE,
                                new Evidence("No log option of " + definition.name() + " is wrong", source)));
            }
        };
    }

    private static CheckResult said(Optional<Failed> wrong, List<String> unread) {
        List<Evidence> facts = new ArrayList<>(
                List.of(new Evidence("The message says that the log driver's options are wrong", "message")));
        wrong.ifPresent(f -> facts.addAll(f.evidence()));
        return new Failed(
                "wrong",
                wrong.map(Failed::resources).orElse(Resources.NONE),
                facts,
                unread.isEmpty() ? List.of() : List.of(new Exhibit.Unread(unread)));
    }

    private static Optional<Failed> wrong(
            Inquiry inquiry, TaskDefinition definition, ContainerDefinition container, String source) {
        LogConfiguration log = container.log();
        if (log == null) {
            return Optional.empty();
        }
        Task task = inquiry.task();
        return problem(log, task != null && task.fargate())
                .map(problem -> new Failed(
                        "wrong",
                        Resources.of("container", container.name(), "log-driver", log.driver(), "problem", problem),
                        new Evidence(
                                "Container " + container.name() + " of " + definition.name() + ": " + problem,
                                source)));
    }

    private static Optional<String> problem(LogConfiguration log, boolean fargate) {
        if (fargate && !ON_FARGATE.contains(log.driver())) {
            return Optional.of("log driver " + log.driver() + " does not exist on Fargate");
        }
        String mode = log.option("mode");
        if (!mode.isEmpty() && !mode.equals("blocking") && !mode.equals("non-blocking")) {
            return Optional.of("mode is " + mode + ", neither blocking nor non-blocking");
        }
        return log.driver().equals("awslogs") ? awslogs(log, fargate) : Optional.empty();
    }

    private static Optional<String> awslogs(LogConfiguration log, boolean fargate) {
        for (String option : new TreeSet<>(log.options().keySet())) {
            if (option.startsWith("awslogs-") && !KNOWN.contains(option)) {
                return Optional.of("awslogs knows no option " + option);
            }
        }
        String region = log.option("awslogs-region");
        if (region.isEmpty() && fargate) {
            return Optional.of("awslogs-region is missing");
        }
        if (!region.isEmpty() && !REGION.matches(region)) {
            return Optional.of("awslogs-region " + region + " is no region");
        }
        if (!GROUP.matches(log.option("awslogs-group"))) {
            return Optional.of(
                    log.option("awslogs-group").isEmpty()
                            ? "awslogs-group is missing"
                            : "awslogs-group " + log.option("awslogs-group") + " is no name of a log group");
        }
        return !log.option("awslogs-datetime-format").isEmpty()
                        && !log.option("awslogs-multiline-pattern").isEmpty()
                ? Optional.of("awslogs-datetime-format and awslogs-multiline-pattern exclude each other")
                : Optional.empty();
    }
}
