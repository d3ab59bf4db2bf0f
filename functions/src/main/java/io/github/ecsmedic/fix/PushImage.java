package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts into Amazon ECR the image that is asked for. */
public final class PushImage implements Fix {
    @Override
    public String id() {
        return "push-image";
    }

    @Override
    public String says() {
        return "push the image that the task asks for";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("image.platform_mismatch", "image.repository_not_found", "image.tag_not_found");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of("image.too_large", "the same image needs the same room");
    }

    /** Where the registry is not Amazon ECR its own tools do it, and the caution says so. */
    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        String repository = found.first("repository");
        String region = found.first("registry-region");
        if (repository.isEmpty() || region.isEmpty()) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        if (cause.id().equals("image.repository_not_found")) {
            steps.add(new Step.ByHand(
                    "ecr:CreateRepository",
                    Aws.cli(
                            region,
                            "ecr",
                            "create-repository",
                            "--registry-id",
                            found.first("registry-account"),
                            "--repository-name",
                            repository),
                    Aws.cli(
                            region,
                            "ecr",
                            "delete-repository",
                            "--registry-id",
                            found.first("registry-account"),
                            "--repository-name",
                            repository)));
        }
        steps.add(
                new Step.ByHand("ecr:GetAuthorizationToken", Aws.cli(region, "ecr", "get-login-password"), List.of()));
        steps.add(verify(found, repository, region));
        return steps;
    }

    private static Step verify(Resources found, String repository, String region) {
        String tag = found.first("tag");
        return new Step.ByHand(
                "ecr:DescribeImages",
                Aws.cli(
                        region,
                        "ecr",
                        "describe-images",
                        "--registry-id",
                        found.first("registry-account"),
                        "--repository-name",
                        repository,
                        "--image-ids",
                        tag.isEmpty() ? "imageDigest=" + found.first("digest") : "imageTag=" + tag),
                List.of());
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        String image = cause.resources().first("image");
        String wanted = cause.resources().first("wanted-platform");
        String built = cause.resources().first("built-platform");
        if (cause.id().equals("image.platform_mismatch") && !wanted.isEmpty()) {
            String platforms = built.isEmpty() ? wanted : built.replace(" ", "") + "," + wanted;
            return "log docker in as AWS, then build and push for every platform: docker buildx build"
                    + " --platform " + platforms + " --push -t " + image
                    + "; a tag that is pushed again reaches other services that use it";
        }
        return "log docker in to " + cause.resources().first("registry") + " as AWS with what the login command prints,"
                + " then docker push " + image
                + "; look first whether the tag was mistyped or a lifecycle policy deleted it";
    }
}
