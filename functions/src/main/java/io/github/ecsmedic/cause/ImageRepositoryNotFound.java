package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** The registry has no repository of that name. */
public final class ImageRepositoryNotFound implements CauseRule {
    @Override
    public String id() {
        return "image.repository_not_found";
    }

    @Override
    public String meaning() {
        return "The image's repository does not exist in the registry that its name points at";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return PullLabels.notFoundOrDenied(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("image-repository"), doesNotFail("pull-through-cache"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("image-repository");
        String where = found.first("registry-account") + " in " + found.first("registry-region");
        String repository = "Repository " + found.first("repository");
        if (proof.fault("image-repository").equals("late")) {
            return repository + " did not exist in registry " + where + " yet; it was created " + found.first("since");
        }
        return repository + " does not exist in registry " + where + meant(found);
    }

    private static String meant(Resources found) {
        String right = found.first("right-registry");
        String near = found.first("near-repository");
        if (!right.isEmpty()) {
            return "; it exists in " + right;
        }
        return near.isEmpty() ? "" : "; the nearest is " + near;
    }
}
