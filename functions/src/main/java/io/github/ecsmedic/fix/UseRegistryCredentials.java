package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the task pull as a user of the registry instead of anonymously. */
public final class UseRegistryCredentials implements Fix {
    @Override
    public String id() {
        return "use-registry-credentials";
    }

    @Override
    public String says() {
        return "pull with credentials of a registry account";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("registry.credentials_invalid", "registry.dockerhub_rate_limit", "registry.pull_denied");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String given = cause.resources().first("secret");
        if (cause.id().equals("registry.credentials_invalid") && !given.isEmpty()) {
            return List.of(new Step.ByHand(
                    "secretsmanager:PutSecretValue",
                    Aws.cli(
                            Arn.parse(given).map(Arn::region).orElse(subject.region()),
                            "secretsmanager",
                            "put-secret-value",
                            "--secret-id",
                            given,
                            "--secret-string",
                            "file://registry-credentials.json"),
                    List.of()));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.ByHand(
                "secretsmanager:CreateSecret",
                Aws.cli(
                        subject.region(),
                        "secretsmanager",
                        "create-secret",
                        "--name",
                        "registry-credentials",
                        "--secret-string",
                        "file://registry-credentials.json"),
                Aws.cli(subject.region(), "secretsmanager", "delete-secret", "--secret-id", "registry-credentials")));
        steps.addAll(Revision.of(subject));
        return steps;
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        if (cause.id().equals("registry.credentials_invalid")) {
            return "registry-credentials.json holds username and password, by these names; new tasks take the new value";
        }
        return "registry-credentials.json holds username and password; name the secret under repositoryCredentials, and let the execution role read it";
    }
}
