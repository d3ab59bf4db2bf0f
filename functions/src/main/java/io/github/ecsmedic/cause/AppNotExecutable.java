package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The command is there and may not be run. */
public final class AppNotExecutable implements CauseRule {
    @Override
    public String id() {
        return "app.not_executable";
    }

    @Override
    public String meaning() {
        return "The command is in the image but cannot be executed";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("app.command_not_executable");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("command-fault", "not-executable"), fails("container-exit"));
    }

    @Override
    public String summary(Proof proof) {
        String command = proof.resources("command-fault").first("command");
        return "Container " + proof.resources("container-exit").first("container") + " cannot start: "
                + (command.isEmpty() ? "its command" : command) + " cannot be executed";
    }
}
