package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Images;
import io.github.ecsmedic.account.Images.Image;
import io.github.ecsmedic.account.Images.Lookup;
import io.github.ecsmedic.account.Images.Manifest;
import io.github.ecsmedic.account.Images.Platform;
import io.github.ecsmedic.account.Images.Registry;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the platforms for which the image was built with the task's.
 *
 * <p>A manifest is asked for by digest, and never where a pull-through cache rule covers the repository: there the
 * question could import an image.
 */
public final class ImagePlatform implements Check {
    private static final String SOURCE = "ecr:BatchGetImage";
    private static final String MISMATCH = "image_pull.platform_mismatch";

    /** The labels for which it is asked at all, besides a log that says so. */
    private static final Set<String> LABELS = Set.of(MISMATCH, "image_pull.unknown", "app.exec_format");

    private final CommandFault command = new CommandFault();

    @Override
    public String id() {
        return "image-platform";
    }

    @Override
    public String question() {
        return "Was the image built for the task's operating system and CPU";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(PulledImage.ACTIONS, command.actions()),
                SOURCE,
                "ecr:DescribeImages",
                "ecr:DescribePullThroughCacheRules");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return LABELS.contains(inquiry.seen().label()) || ofAnotherCpu(inquiry)
                ? PulledImage.then(inquiry, image -> verdict(inquiry, image))
                : new NotApplicable("neither message nor log speaks of the platform");
    }

    private boolean ofAnotherCpu(Inquiry inquiry) {
        return inquiry.seen().family().equals("app")
                && command.run(inquiry) instanceof Failed failed
                && failed.fault().equals("wrong-architecture");
    }

    private static CheckResult verdict(Inquiry inquiry, PulledImage image) {
        CheckResult seen = PulledImage.inEcr(inquiry, (i, registry) -> stored(inquiry, i, registry));
        return inquiry.seen().label().equals(MISMATCH) ? stated(inquiry, image, seen) : seen;
    }

    /** The message proves it; the manifest only tells which platforms there are. */
    private static CheckResult stated(Inquiry inquiry, PulledImage image, CheckResult seen) {
        Resources named = Resources.of("image", image.text(), "wanted-platform", TaskPlatform.of(inquiry));
        List<Evidence> facts = new ArrayList<>();
        facts.add(new Evidence(Shown.text(StatedCause.text(inquiry)), "message"));
        return switch (seen) {
            case Failed failed -> {
                facts.addAll(failed.evidence());
                yield new Failed("mismatch", named.and(failed.resources()), facts, List.of());
            }
            case Passed passed -> {
                facts.addAll(passed.evidence());
                yield new Failed("mended", named.and(passed.resources()), facts, List.of());
            }
            case Inconclusive(String why) ->
                new Failed("mismatch", named, facts, List.of(new Exhibit.Unread(List.of(why))));
            case NotApplicable(String _) -> new Failed("mismatch", named, facts, List.of());
        };
    }

    private static CheckResult stored(Inquiry inquiry, PulledImage image, Registry registry) {
        Images images = inquiry.account().images();
        String path = image.reference().path();
        return Reads.then(
                images.cacheRules(registry),
                (rules, _) -> rules.stream().anyMatch(rule -> rule.covers(path))
                        ? new NotApplicable("a pull-through cache fills the repository; asking could import an image")
                        : byDigest(inquiry, image, registry));
    }

    private static CheckResult byDigest(Inquiry inquiry, PulledImage image, Registry registry) {
        String known = image.reference().digest().isEmpty()
                ? image.pinned()
                : image.reference().digest();
        if (!known.isEmpty()) {
            return manifest(inquiry, image, registry, known);
        }
        return Reads.then(
                inquiry.account().images().image(registry, image.reference().path(), image.id()),
                (found, _) -> found instanceof Lookup.There(Image there)
                        ? manifest(inquiry, image, registry, there.digest())
                        : new NotApplicable("the image does not exist"));
    }

    private static CheckResult manifest(Inquiry inquiry, PulledImage image, Registry registry, String digest) {
        return Reads.then(
                inquiry.account().images().manifest(registry, image.reference().path(), digest),
                (found, _) -> found.map(m -> compare(inquiry, image.named(registry), m))
                        .orElseGet(() -> new NotApplicable("the image does not exist")));
    }

    private static CheckResult compare(Inquiry inquiry, Resources image, Manifest manifest) {
        String wanted = TaskPlatform.of(inquiry);
        if (!manifest.index() || manifest.platforms().isEmpty()) {
            return new NotApplicable("the manifest lists no platforms");
        }
        if (wanted.isEmpty()) {
            return new Inconclusive("the task's platform is not known: ecs:DescribeTaskDefinition");
        }
        String built =
                manifest.platforms().stream().map(Platform::toString).sorted().collect(Collectors.joining(", "));
        Resources named = image.and(Resources.of("wanted-platform", wanted, "built-platform", built));
        boolean fits = manifest.platforms().stream().anyMatch(p -> p.toString().equals(wanted));
        return fits
                ? new Passed(
                        named, new Evidence("The image is built for " + built + ", " + wanted + " among it", SOURCE))
                : new Failed("mismatch", named, new Evidence("The image is built for " + built + " only", SOURCE));
    }
}
