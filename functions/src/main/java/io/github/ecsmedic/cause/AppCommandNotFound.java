package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The image lacks the command. */
public final class AppCommandNotFound implements CauseRule {
    @Override
    public String id() {
        return "app.command_not_found";
    }

    @Override
    public String meaning() {
        return "The command or its interpreter is not in the image";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("app.command_not_found");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("command-fault", "command-not-found"), fails("container-exit"));
    }

    @Override
    public String summary(Proof proof) {
        String command = proof.resources("command-fault").first("command");
        return "Container " + proof.resources("container-exit").first("container") + " cannot start: "
                + (command.isEmpty() ? "its command" : command) + " is not in the image";
    }
}
