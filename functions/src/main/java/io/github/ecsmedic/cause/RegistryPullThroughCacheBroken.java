package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** A repository that a cache rule covers is filled by the first pull. */
public final class RegistryPullThroughCacheBroken implements CauseRule {
    @Override
    public String id() {
        return "registry.pull_through_cache_broken";
    }

    @Override
    public String meaning() {
        return "The pull-through cache in Amazon ECR cannot bring the image: its rule, its secret or the upstream registry is at fault";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return PullLabels.notFoundOrDenied(inquiry) || PullLabels.is(inquiry, "layer_fetch");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("pull-through-cache"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        String fact = proof.evidence("pull-through-cache").getFirst().fact();
        String image = proof.resources("pull-through-cache").first("image");
        return "The pull-through cache cannot bring " + image + ": " + fact;
    }

    @Override
    public Certainty atMost(Proof proof) {
        return proof.fault("pull-through-cache").equals("not-imported") ? Certainty.PROBABLE : Certainty.PROVEN;
    }
}
