package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets Amazon ECR keep copies of a public registry's images. */
public final class CreatePullThroughCache implements Fix {
    @Override
    public String id() {
        return "create-pull-through-cache";
    }

    @Override
    public String says() {
        return "create a pull-through cache of the registry in Amazon ECR";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("registry.dockerhub_rate_limit", "registry.ecr_public_rate_limit");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        if (cause.id().equals("registry.ecr_public_rate_limit")) {
            return List.of(new PullThroughRule(subject.region(), "ecr-public", "ecr-public", "public.ecr.aws", ""));
        }
        String arn = "arn:aws:secretsmanager:" + subject.region() + ":" + subject.account()
                + ":secret:ecr-pullthroughcache/docker-hub";
        return List.of(
                new Step.ByHand(
                        "secretsmanager:CreateSecret",
                        Aws.cli(
                                subject.region(),
                                "secretsmanager",
                                "create-secret",
                                "--name",
                                "ecr-pullthroughcache/docker-hub",
                                "--secret-string",
                                "file://docker-hub.json"),
                        Aws.cli(
                                subject.region(),
                                "secretsmanager",
                                "delete-secret",
                                "--secret-id",
                                "ecr-pullthroughcache/docker-hub")),
                new PullThroughRule(subject.region(), "docker-hub", "docker-hub", "registry-1.docker.io", arn));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "it helps only when the image name points at the cache"
                + (cause.id().equals("registry.dockerhub_rate_limit")
                        ? "; docker-hub.json holds username and accessToken of a Docker Hub account, and --credential-arn wants the ARN that the first command prints"
                        : "");
    }
}
