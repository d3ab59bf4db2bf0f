package io.github.ecsmedic.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Creates a rule by which ECR fetches and keeps images of another registry.
 *
 * @param credential ARN of the secret with the registry's login, or {@code ""} where it needs none
 */
public record PullThroughRule(String region, String prefix, String registry, String url, String credential)
        implements Request {
    @Override
    public String iamAction() {
        return "ecr:CreatePullThroughCacheRule";
    }

    @Override
    public List<String> argv() {
        List<String> command = new ArrayList<>(List.of(
                "ecr",
                "create-pull-through-cache-rule",
                "--ecr-repository-prefix",
                prefix,
                "--upstream-registry",
                registry,
                "--upstream-registry-url",
                url));
        if (!credential.isEmpty()) {
            command.addAll(List.of("--credential-arn", credential));
        }
        return Aws.cli(region, command);
    }

    @Override
    public String before() {
        return "";
    }

    @Override
    public String after() {
        return url;
    }

    /** By then images may be pulled through it. */
    @Override
    public Optional<Request> inverse() {
        return Optional.empty();
    }

    @Override
    public List<String> undo() {
        return Aws.cli(region, "ecr", "delete-pull-through-cache-rule", "--ecr-repository-prefix", prefix);
    }
}
