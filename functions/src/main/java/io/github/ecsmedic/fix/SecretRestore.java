package io.github.ecsmedic.fix;

import java.util.List;
import java.util.Optional;

/** Takes back the deletion of a secret that is still in its recovery window. */
public record SecretRestore(String region, String secret) implements Request {
    @Override
    public String iamAction() {
        return "secretsmanager:RestoreSecret";
    }

    @Override
    public List<String> argv() {
        return command("restore-secret");
    }

    @Override
    public String before() {
        return "deleted";
    }

    @Override
    public String after() {
        return "there";
    }

    /** We delete no secret. */
    @Override
    public Optional<Request> inverse() {
        return Optional.empty();
    }

    @Override
    public List<String> undo() {
        return command("delete-secret");
    }

    private List<String> command(String operation) {
        return Aws.cli(region, "secretsmanager", operation, "--secret-id", secret);
    }
}
