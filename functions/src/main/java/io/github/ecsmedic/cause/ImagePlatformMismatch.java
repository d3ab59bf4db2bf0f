package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** An image holds a variant for each platform it was built for. */
public final class ImagePlatformMismatch implements CauseRule {
    @Override
    public String id() {
        return "image.platform_mismatch";
    }

    @Override
    public String meaning() {
        return "The image has no variant for the task's operating system and CPU";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return PullLabels.is(inquiry, "platform_mismatch") || PullLabels.is(inquiry, "unknown");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("image-platform"), adds("definition-platform"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("image-platform");
        String built = found.first("built-platform");
        String wanted = found.first("wanted-platform");
        String task = wanted.isEmpty() ? "the task's platform" : wanted + ", on which the task runs";
        if (proof.fault("image-platform").equals("mended")) {
            return "Image " + found.first("image") + " had no variant for " + task + "; it has one now";
        }
        return "Image " + found.first("image")
                + (built.isEmpty()
                        ? " has no variant for " + task
                        : " is built for " + built + " only, not for " + task);
    }
}
