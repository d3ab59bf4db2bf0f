package io.github.ecsmedic.fix;

import io.github.ecsmedic.check.ImageReference;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Points the image name at the pull-through cache in Amazon ECR. */
public final class UsePullThroughCache implements Fix {
    @Override
    public String id() {
        return "use-pull-through-cache";
    }

    @Override
    public String says() {
        return "pull the image through the cache in Amazon ECR";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
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
        return Revision.of(subject);
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        ImageReference image = ImageReference.parse(cause.resources().first("image"));
        String prefix = image.dockerHub() ? "docker-hub/" : "ecr-public/";
        String end = image.tag().isEmpty() ? "@" + image.digest() : ":" + image.tag();
        return "set the image to " + subject.account() + ".dkr.ecr." + subject.region() + ".amazonaws.com/" + prefix
                + image.path() + end
                + " once the cache exists, and let the execution role import it (ecr:BatchImportUpstreamImage, ecr:CreateRepository)";
    }
}
