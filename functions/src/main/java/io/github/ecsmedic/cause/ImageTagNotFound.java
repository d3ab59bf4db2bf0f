package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** The repository is there; what is asked of it is not. */
public final class ImageTagNotFound implements CauseRule {
    @Override
    public String id() {
        return "image.tag_not_found";
    }

    @Override
    public String meaning() {
        return "The repository exists, the tag or digest does not";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return PullLabels.notFound(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("image-tag"), doesNotPass("pinned-digest"), doesNotFail("pull-through-cache"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("image-tag");
        String repository = found.first("repository");
        String tag = "Tag " + found.first("tag");
        return switch (proof.fault("image-tag")) {
            case "late" ->
                tag + " did not exist in repository " + repository + " yet; it was pushed " + found.first("since");
            case "digest" -> "Digest " + found.first("digest") + " does not exist in repository " + repository;
            case "archived" -> tag + " of repository " + repository + " is archived, so it cannot be pulled";
            case "stated" -> found.first("registry") + " has no image " + found.first("image");
            case "unseen" ->
                "Image " + found.first("image") + " does not exist: its tag, or the whole repository, is missing";
            default -> tag + " does not exist in repository " + repository + nearest(found);
        };
    }

    @Override
    public Certainty atMost(Proof proof) {
        String fault = proof.fault("image-tag");
        return fault.equals("archived") || fault.equals("unseen") ? Certainty.PROBABLE : Certainty.PROVEN;
    }

    private static String nearest(Resources found) {
        String near = found.first("near-tag");
        String since = found.first("near-since");
        return near.isEmpty() ? "" : "; the nearest is " + near + (since.isEmpty() ? "" : ", pushed " + since);
    }
}
