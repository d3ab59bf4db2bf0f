package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Logs.Line;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.account.TaskDefinition.LogConfiguration;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the culprit's own log stream and picks the lines that explain.
 *
 * <p>Its faults are the words of {@code LogFault}; it passes when the log names none of them. A stream that does not exist
 * proves nothing: a driver that does not block may have dropped the lines.
 */
public final class CulpritLog implements Check {
    private static final String SAYS = "The log says: ";

    /** Entries in one answer: a trace of three causes is about two hundred lines, and each may be an entry. */
    private static final int READ = 400;

    private static final int SHORTEST = 20;

    @Override
    public String id() {
        return "log-tail";
    }

    @Override
    public String question() {
        return "What do the decisive lines of the culprit's log say";
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
        return Reads.then(Definitions.of(inquiry), (definition, _) -> of(inquiry, task, definition));
    }

    private static CheckResult of(Inquiry inquiry, Task task, TaskDefinition definition) {
        Optional<ContainerDefinition> culprit = Definitions.culprit(inquiry, definition);
        if (culprit.isEmpty()) {
            return new NotApplicable("it is not known which container failed");
        }
        return read(inquiry, task, culprit.get());
    }

    /** The same for any container of the task. */
    static CheckResult read(Inquiry inquiry, Task task, ContainerDefinition container) {
        LogConfiguration log = container.log();
        String name = container.name();
        if (log == null) {
            return new NotApplicable("container " + name + " has no log configuration");
        }
        if (!log.driver().equals("awslogs")) {
            return new NotApplicable("container " + name + " logs by " + log.driver() + ", which is not read");
        }
        String region =
                log.option("awslogs-region").isEmpty() ? inquiry.subject().region() : log.option("awslogs-region");
        String group = log.option("awslogs-group");
        String stream = stream(task, name, log.option("awslogs-stream-prefix"));
        if (group.isEmpty() || stream.isEmpty()) {
            return new Inconclusive(
                    "the log stream of container " + name + " is not known: ecs:DescribeTaskDefinition");
        }
        return Reads.then(
                inquiry.account().logs().tail(region, group, stream, READ),
                (lines, source) -> verdict(group, stream, lines, source));
    }

    /** What the decisive line says without time, level and logger, at most so long; {@code ""} when it is another fact. */
    public static String essence(Evidence evidence, int longest) {
        if (!evidence.fact().startsWith(SAYS)) {
            return "";
        }
        String line = evidence.fact().substring(SAYS.length());
        String said = LogLine.message(line);
        // so short a rest could not be told from chance where log lines are withheld
        String telling = said.length() < SHORTEST ? line : said;
        return telling.length() > longest ? telling.substring(0, longest) + "…" : telling;
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

    private static CheckResult verdict(String group, String stream, Optional<List<Line>> found, String source) {
        if (found.isEmpty()) {
            return new Inconclusive("there is no log stream " + stream + " in " + group + ": " + source);
        }
        LogReading reading = LogReading.of(found.get().stream().map(Line::text).toList());
        if (reading.lines().isEmpty()) {
            return new NotApplicable("the container wrote nothing to " + stream + " in " + group);
        }
        Resources named = Resources.of("log-group", group, "log-stream", stream).and(reading.named());
        String fact = reading.decisive().isEmpty()
                ? "The end of " + stream + " in " + group + " names no failure"
                : SAYS + reading.decisive();
        List<Evidence> facts = List.of(new Evidence(fact, source));
        List<Exhibit> shown = List.of(new Exhibit.Log(new LogTail(group, stream, reading.lines())));
        return reading.fault().isEmpty()
                ? new Passed(named, facts, shown)
                : new Failed(reading.fault(), named, facts, shown);
    }
}
