package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out whether the container's command can be run at all: the message says so, or the log of a container that ended
 * by itself.
 *
 * <p>On Fargate a binary for another CPU ends with exit code 1 and says why in its log only.
 */
public final class CommandFault implements Check {
    private static final Map<String, String> STATED = Map.of(
            "app.exec_format", "wrong-architecture",
            "app.command_not_found", "command-not-found",
            "app.command_not_executable", "not-executable");

    /** What the log may name; a script that it lacks the permission for is not executable. */
    private static final Map<String, String> LOGGED = Map.of(
            "wrong-architecture", "wrong-architecture",
            "command-not-found", "command-not-found",
            "permission-denied", "not-executable");

    private final StatedCause message = new StatedCause();
    private final CulpritLog log = new CulpritLog();

    @Override
    public String id() {
        return "command-fault";
    }

    @Override
    public String question() {
        return "Do message or log say that the command cannot be run";
    }

    @Override
    public Set<String> actions() {
        return log.actions();
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        CheckResult logged = log.run(inquiry);
        String stated = STATED.getOrDefault(inquiry.seen().label(), "");
        if (!stated.isEmpty()) {
            return message.run(inquiry) instanceof Failed said ? both(stated, said, logged) : logged;
        }
        return switch (logged) {
            case Failed failed
            when starts(failed) -> new Failed(fault(failed), failed.resources(), failed.evidence(), failed.exhibits());
            case Failed failed -> new Passed(failed.resources(), failed.evidence(), failed.exhibits());
            case Passed passed -> passed;
            case NotApplicable open -> open;
            case Inconclusive open -> open;
        };
    }

    private static boolean starts(Failed logged) {
        return fault(logged).equals("wrong-architecture") || fault(logged).equals("command-not-found");
    }

    private static String fault(Failed logged) {
        return LOGGED.getOrDefault(logged.fault(), "");
    }

    /** A container that never ran wrote no log, which changes nothing of what the message says. */
    private static Failed both(String fault, Failed said, CheckResult logged) {
        if (!(logged instanceof Failed more && fault(more).equals(fault))) {
            return new Failed(fault, said.resources(), said.evidence(), said.exhibits());
        }
        List<Evidence> facts = new ArrayList<>(said.evidence());
        facts.addAll(more.evidence());
        List<Exhibit> shown = new ArrayList<>(said.exhibits());
        shown.addAll(more.exhibits());
        Resources named = said.resources().and(more.resources());
        return new Failed(fault, named, facts, shown);
    }
}
