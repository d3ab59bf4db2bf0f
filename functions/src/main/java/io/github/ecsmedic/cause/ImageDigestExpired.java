package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** ECS starts all tasks of a deployment from the digest to which it resolved the tag. */
public final class ImageDigestExpired implements CauseRule {
    @Override
    public String id() {
        return "image.digest_expired";
    }

    @Override
    public String meaning() {
        return "The deployment pinned the tag to a digest that is gone, while the tag exists";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return PullLabels.notFound(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("pinned-digest", "expired"), answers("image-tag"), doesNotFail("pull-through-cache"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("pinned-digest");
        return "The deployment is pinned to " + found.first("pinned-digest") + ", which is gone from repository "
                + found.first("repository") + "; tag " + found.first("tag") + " stands for another image now";
    }
}
