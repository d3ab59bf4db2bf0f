package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.ImageReference;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import io.github.ecsmedic.signature.Fact;
import java.util.List;

/** A registry answers alike for what is private and for what does not exist. */
public final class RegistryPullDenied implements CauseRule {
    @Override
    public String id() {
        return "registry.pull_denied";
    }

    @Override
    public String meaning() {
        return "The registry denies the pull: the repository is private, or it does not exist";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("image_pull.auth_denied")
                && !inquiry.seen().facts().has(Fact.ACTION);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("stated-cause", "image_pull.auth_denied"),
                answers("registry-credentials"),
                doesNotFail("endpoint-policy"),
                doesNotFail("registry-login"));
    }

    @Override
    public String summary(Proof proof) {
        String image = Leg.image(proof.inquiry());
        return ImageReference.parse(image).host() + " denies the pull of " + (image.isEmpty() ? "the image" : image)
                + ": the repository is private, or it does not exist";
    }
}
