package io.github.ecsmedic.check;

import com.google.re2j.Pattern;
import io.github.ecsmedic.account.Logs.Line;
import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks in the container's log for the requests of the health check and how the newest of them was answered. */
public final class HealthRequests implements Check {
    private static final Pattern MEANT_FOR_CHECKS = Pattern.compile(
            "(?i)health|\\b(?:ping|up|live|alive|ready|status|heartbeat)\\b|liveness|readiness|livez|readyz");

    @Override
    public String id() {
        return "health-requests";
    }

    @Override
    public String question() {
        return "How does the container's log say that the health check's requests were answered";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(ContainerLog.ACTIONS, FailingGroup.ACTIONS));
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (FailingGroup.complained(inquiry)) {
            return FailingGroup.about(
                    inquiry,
                    (TargetGroup group, String _) ->
                            of(inquiry, group.healthCheck().path()));
        }
        return Reads.then(
                Definitions.of(inquiry),
                (TaskDefinition definition, String _) -> of(
                        inquiry,
                        ContainerLog.container(inquiry, definition)
                                .map(HealthRequests::path)
                                .orElse("")));
    }

    /** The path for which a container's health check asks, or {@code ""}. */
    static String path(ContainerDefinition container) {
        return ProbeCommand.of(container).map(ProbeCommand::path).orElse("");
    }

    private static CheckResult of(Inquiry inquiry, String path) {
        if (path.isEmpty()) {
            return new NotApplicable("the health check asks for no path");
        }
        return Reads.then(ContainerLog.of(inquiry), (log, source) -> verdict(path, log, source));
    }

    private static CheckResult verdict(String path, ContainerLog log, String source) {
        List<AccessLine> asked = requests(log, path);
        if (asked.isEmpty()) {
            return new NotApplicable("the log shows no request for " + path);
        }
        Resources named = Resources.of("log-group", log.group(), "log-stream", log.stream());
        int status = asked.getLast().status();
        Evidence fact = new Evidence(told(path, asked), source);
        return asked.getLast().succeeded()
                ? new Passed(named, fact)
                : new Failed(status >= 500 ? "server-error" : "refused", named, fact);
    }

    /** The requests for that path, oldest first. */
    static List<AccessLine> requests(ContainerLog log, String path) {
        return all(log).stream().filter(line -> line.path().equals(path)).toList();
    }

    /** The newest path that looks as if it were meant for health checks and is answered well. */
    static Optional<AccessLine> answering(ContainerLog log, String besides) {
        return all(log).reversed().stream()
                .filter(line -> line.succeeded() && !line.path().equals(besides))
                .filter(line -> MEANT_FOR_CHECKS.matcher(line.path()).find())
                .findFirst();
    }

    static String told(String path, List<AccessLine> asked) {
        return "The log shows " + asked.size() + (asked.size() == 1 ? " request" : " requests") + " for " + path
                + ", answered with " + asked.getLast().status();
    }

    /** These lines, at most as many as are ever shown. */
    static Exhibit exhibit(ContainerLog log, List<AccessLine> lines) {
        return new Exhibit.Log(new LogTail(
                log.group(),
                log.stream(),
                lines.stream().limit(LogReading.SHOWN).map(AccessLine::text).toList()));
    }

    private static List<AccessLine> all(ContainerLog log) {
        return log.lines().stream()
                .map(Line::text)
                .flatMap(String::lines)
                .map(AccessLine::of)
                .flatMap(Optional::stream)
                .toList();
    }
}
