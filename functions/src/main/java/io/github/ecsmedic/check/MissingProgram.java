package io.github.ecsmedic.check;

import com.google.re2j.Pattern;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for the words by which a shell or the container runtime says that the health check's program is not there. */
public final class MissingProgram implements Check {
    @Override
    public String id() {
        return "missing-program";
    }

    @Override
    public String question() {
        return "Does a message or the log say that the health check's program is not in the image";
    }

    @Override
    public Set<String> actions() {
        return ContainerLog.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return Reads.then(
                Definitions.of(inquiry),
                (definition, source) -> ContainerLog.container(inquiry, definition)
                        .flatMap(ProbeCommand::of)
                        .map(probe -> verdict(inquiry, probe.program()))
                        .orElseGet(() -> new NotApplicable("there is no health check of a container")));
    }

    private static CheckResult verdict(Inquiry inquiry, String program) {
        Optional<Evidence> said = said(inquiry, program);
        if (said.isPresent()) {
            return new Failed("missing", Resources.of("program", program), said.get());
        }
        Answer<ContainerLog> log = ContainerLog.of(inquiry);
        return log instanceof Unknown<ContainerLog> unknown
                ? Inconclusive.because(unknown)
                : new Inconclusive(
                        "neither message nor log says whether the image has " + program + ": logs:GetLogEvents");
    }

    /** Where it is said, if it is. */
    static Optional<Evidence> said(Inquiry inquiry, String program) {
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Pattern words = Pattern.compile("(?i)(?:^|[\\s/:\"'`\\[])" + Pattern.quote(program)
                + "[\"'`]?: (?:line [0-9]+: )?(?:command )?not found|(?:exec|stat|exec:) [\"'`]?(?:/[\\w./-]*/)?"
                + Pattern.quote(program)
                + "[\"'`]?: (?:executable file not found|no such file)|(?:^|[\\s:])(?:/[\\w./-]*/)?"
                + Pattern.quote(program) + ": no such file or directory");
        Evidence fact = new Evidence("The message says that " + program + " is not found", "message");
        if (messages(inquiry.task()).anyMatch(text -> words.matcher(text).find())) {
            return Optional.of(fact);
        }
        return ContainerLog.of(inquiry) instanceof Known<ContainerLog>(ContainerLog log, String source)
                        && log.lines().stream()
                                .anyMatch(line -> words.matcher(line.text()).find())
                ? Optional.of(new Evidence("The log says that " + program + " is not found", source))
                : Optional.empty();
    }

    private static Stream<String> messages(@Nullable Task task) {
        return task == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(task.stoppedReason()),
                        task.containers().stream().map(Container::reason));
    }
}
