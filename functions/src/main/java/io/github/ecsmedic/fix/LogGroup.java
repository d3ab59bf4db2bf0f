package io.github.ecsmedic.fix;

import java.util.List;
import java.util.Optional;

/** Creates a log group. */
public record LogGroup(String region, String name) implements Request {
    @Override
    public String iamAction() {
        return "logs:CreateLogGroup";
    }

    @Override
    public List<String> argv() {
        return command("create-log-group");
    }

    @Override
    public String before() {
        return "false";
    }

    @Override
    public String after() {
        return "true";
    }

    /** By then it may hold lines that exist nowhere else. */
    @Override
    public Optional<Request> inverse() {
        return Optional.empty();
    }

    @Override
    public List<String> undo() {
        return command("delete-log-group");
    }

    private List<String> command(String operation) {
        return Aws.cli(region, "logs", operation, "--log-group-name", name);
    }
}
