package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds the role to the policy of the repository, secret or key. */
public final class CorrectRepositoryPolicy implements Fix {
    @Override
    public String id() {
        return "correct-repository-policy";
    }

    @Override
    public String says() {
        return "allow the role in the policy of the resource";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("iam.resource_policy_denied");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String resource = cause.resources().first("denied-resource");
        return Arn.parse(resource)
                .map(arn -> read(arn, resource, subject.region()))
                .orElseGet(List::of);
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "what you put back replaces the whole policy: keep the old statements and add one that allows "
                + cause.resources().first("action") + " to " + cause.resources().first("role")
                + "; the owner of the resource must do it";
    }

    private static List<Step> read(Arn arn, String resource, String region) {
        String name = arn.resource().substring(arn.resource().indexOf('/') + 1);
        return switch (arn.service()) {
            case "ecr" ->
                List.of(
                        new Step.ByHand(
                                "ecr:GetRepositoryPolicy",
                                Aws.cli(
                                        arn.region(),
                                        "ecr",
                                        "get-repository-policy",
                                        "--registry-id",
                                        arn.account(),
                                        "--repository-name",
                                        name),
                                List.of()),
                        new Step.ByHand(
                                "ecr:SetRepositoryPolicy",
                                Aws.cli(
                                        arn.region(),
                                        "ecr",
                                        "set-repository-policy",
                                        "--registry-id",
                                        arn.account(),
                                        "--repository-name",
                                        name,
                                        "--policy-text",
                                        "file://repository-policy.json"),
                                List.of()));
            case "secretsmanager" ->
                List.of(new Step.ByHand(
                        "secretsmanager:GetResourcePolicy",
                        Aws.cli(arn.region(), "secretsmanager", "get-resource-policy", "--secret-id", resource),
                        List.of()));
            case "kms" ->
                List.of(new Step.ByHand(
                        "kms:GetKeyPolicy",
                        Aws.cli(
                                arn.region(),
                                "kms",
                                "get-key-policy",
                                "--key-id",
                                resource,
                                "--policy-name",
                                "default"),
                        List.of()));
            case "s3" ->
                List.of(new Step.ByHand(
                        "s3:GetBucketPolicy",
                        Aws.cli(
                                region,
                                "s3api",
                                "get-bucket-policy",
                                "--bucket",
                                arn.resource().indexOf('/') < 0
                                        ? arn.resource()
                                        : arn.resource()
                                                .substring(0, arn.resource().indexOf('/'))),
                        List.of()));
            default -> List.of();
        };
    }
}
