package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Images;
import io.github.ecsmedic.account.Images.Image;
import io.github.ecsmedic.account.Images.Lookup;
import io.github.ecsmedic.account.Images.Registry;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

/**
 * Asks whether the image is still there to which ECS resolved the tag when the deployment began. All its tasks are started
 * from that digest, whatever the tag stands for by now.
 */
public final class PinnedDigest implements Check {
    private static final String SOURCE = "ecr:DescribeImages";

    @Override
    public String id() {
        return "pinned-digest";
    }

    @Override
    public String question() {
        return "Does the repository still hold the digest to which the deployment pinned the tag";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(PulledImage.ACTIONS, Rollout.ACTIONS), SOURCE);
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return PulledImage.inEcr(
                inquiry,
                (image, registry) -> image.reference().digest().isEmpty()
                        ? byTag(inquiry, image, registry)
                        : new NotApplicable("the task definition itself names the digest"));
    }

    private static CheckResult byTag(Inquiry inquiry, PulledImage image, Registry registry) {
        Images images = inquiry.account().images();
        String path = image.reference().path();
        return Reads.then(images.image(registry, path, image.id()), (tagged, _) -> switch (tagged) {
            case Lookup.NoRepository() -> new NotApplicable("the repository does not exist");
            case Lookup.NoImage()
            when image.pinned().isEmpty() -> new NotApplicable("the tag does not exist, so no digest was pinned");
            case Lookup.NoImage() -> compare(inquiry, image, registry, "");
            case Lookup.There(Image now)
            when image.pinned().isEmpty() -> ofRevision(inquiry, image, registry, now.digest());
            case Lookup.There(Image now) -> compare(inquiry, image, registry, now.digest());
        });
    }

    /** Neither message nor task shows the digest: the service's revision does. */
    private static CheckResult ofRevision(Inquiry inquiry, PulledImage image, Registry registry, String now) {
        return Rollout.newest(inquiry, rollout -> {
            String pinned = rollout.target().digests().getOrDefault(image.container(), "");
            boolean same =
                    rollout.target().definition().equals(inquiry.subject().taskDefinition());
            return pinned.isEmpty() || !same
                    ? new NotApplicable("no digest is known to which the deployment pinned the tag")
                    : compare(inquiry, image.pinnedTo(pinned), registry, now);
        });
    }

    /** {@code now} is what the tag stands for, or {@code ""} when it is gone. */
    private static CheckResult compare(Inquiry inquiry, PulledImage image, Registry registry, String now) {
        String path = image.reference().path();
        String pinned = image.pinned();
        Resources named = image.named(registry).and(Resources.of("pinned-digest", pinned, "digest", now));
        return Reads.then(
                inquiry.account().images().image(registry, path, pinned),
                (found, _) -> found instanceof Lookup.There
                        ? new Passed(
                                named, new Evidence("The deployment's digest " + pinned + " is in " + path, SOURCE))
                        : gone(image, named, now));
    }

    private static CheckResult gone(PulledImage image, Resources named, String now) {
        String path = image.reference().path();
        Evidence lost = new Evidence(
                "The deployment pinned tag " + image.id() + " to " + image.pinned() + ", which is no longer in " + path,
                SOURCE);
        return now.isEmpty()
                ? new Failed("gone", named, lost)
                : new Failed(
                        "expired",
                        named,
                        lost,
                        new Evidence("Tag " + image.id() + " of " + path + " stands for " + now + " now", SOURCE));
    }
}
