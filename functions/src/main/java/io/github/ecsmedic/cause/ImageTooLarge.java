package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** A task's disk on Fargate holds its images packed and unpacked. */
public final class ImageTooLarge implements CauseRule {
    @Override
    public String id() {
        return "image.too_large";
    }

    @Override
    public String meaning() {
        return "The task's images do not fit on its disk";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return PullLabels.is(inquiry, "disk_full");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "image_pull.disk_full"), fails("image-size"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("image-size");
        String size = found.first("images-gib");
        return size.isEmpty()
                ? "The task's images do not fit on its disk"
                : "The task's images (" + size
                        + " GiB compressed, at least twice that unpacked) do not fit on its disk of "
                        + found.first("disk-gib") + " GiB";
    }

    @Override
    public Certainty atMost(Proof proof) {
        return proof.fault("image-size").equals("tight") ? Certainty.PROBABLE : Certainty.PROVEN;
    }
}
