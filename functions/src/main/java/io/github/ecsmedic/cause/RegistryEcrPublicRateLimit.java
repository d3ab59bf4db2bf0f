package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** ECR Public limits anonymous pulls by its own rules. */
public final class RegistryEcrPublicRateLimit implements CauseRule {
    @Override
    public String id() {
        return "registry.ecr_public_rate_limit";
    }

    @Override
    public String meaning() {
        return "The pull limit of Amazon ECR Public is reached";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("image_pull.ecr_public_rate_limit")
                || inquiry.seen().label().equals("image_pull.dockerhub_rate_limit");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("registry-limit", "ecr-public"), answers("egress-address"));
    }

    @Override
    public String summary(Proof proof) {
        return "The pull limit of Amazon ECR Public is reached for "
                + proof.resources("registry-limit").first("image");
    }
}
