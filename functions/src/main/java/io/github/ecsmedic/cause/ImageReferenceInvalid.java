package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** What is written as the image is no name, or another name than was meant. */
public final class ImageReferenceInvalid implements CauseRule {
    @Override
    public String id() {
        return "image.reference_invalid";
    }

    @Override
    public String meaning() {
        return "The image's name cannot mean what was intended: a placeholder, a wrong form or a missing registry";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return PullLabels.notFoundOrDenied(inquiry) || PullLabels.unreached(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("image-reference"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        String fact = proof.evidence("image-reference").getFirst().fact();
        return "The image's name is wrong: " + fact;
    }

    /** Where the registry was not reached, it may be the right one all the same. */
    @Override
    public Certainty atMost(Proof proof) {
        return PullLabels.unreached(proof.inquiry()) ? Certainty.PROBABLE : Certainty.PROVEN;
    }
}
