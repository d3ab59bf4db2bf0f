package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.ImageReference;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
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
        return PullLabels.notFoundOrDenied(inquiry) || (PullLabels.unreached(inquiry) && withoutRegistry(inquiry));
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

    /** Docker Hub's official images have a single name, and are meant. */
    private static boolean withoutRegistry(Inquiry inquiry) {
        Task task = inquiry.task();
        return task == null
                || task.containers().stream()
                        .map(Container::image)
                        .anyMatch(image -> image.indexOf('/') >= 0 && !ImageReference.hosted(image));
    }

    /** Where the registry was not reached, it may be the right one all the same. */
    @Override
    public Certainty atMost(Proof proof) {
        return PullLabels.unreached(proof.inquiry()) ? Certainty.PROBABLE : Certainty.PROVEN;
    }
}
