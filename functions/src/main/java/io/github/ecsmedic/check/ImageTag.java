package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Images.Image;
import io.github.ecsmedic.account.Images.Listing;
import io.github.ecsmedic.account.Images.Lookup;
import io.github.ecsmedic.account.Images.Registry;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Asks whether the repository holds the tag or digest that the reference names. */
public final class ImageTag implements Check {
    private static final String SOURCE = "ecr:DescribeImages";
    private static final String NOT_FOUND = "image_pull.not_found";

    @Override
    public String id() {
        return "image-tag";
    }

    @Override
    public String question() {
        return "Does the repository hold the tag or digest";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(PulledImage.ACTIONS), SOURCE);
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return PulledImage.then(
                inquiry,
                image -> image.reference().ecr()
                        ? PulledImage.inEcr(inquiry, (i, registry) -> verdict(inquiry, i, registry))
                        : elsewhere(inquiry, image));
    }

    /** Docker Hub answers "not found" for a tag only: a repository that does not exist is denied. */
    private static CheckResult elsewhere(Inquiry inquiry, PulledImage image) {
        ImageReference reference = image.reference();
        if (!inquiry.seen().label().equals(NOT_FOUND)
                || PullText.noRepository(inquiry)
                || PullText.noReference(inquiry)) {
            return new NotApplicable("only " + reference.host() + " knows what it holds");
        }
        boolean sure = reference.dockerHub() || PullText.noManifest(inquiry);
        Resources named = Resources.of(
                "image", image.text(),
                "registry", reference.host(),
                "repository", reference.path(),
                "tag", reference.tag(),
                "digest", reference.digest());
        return new Failed(
                sure ? "stated" : "unseen",
                named,
                new Evidence(reference.host() + " answers that " + image.text() + " is not there", "message"));
    }

    private static CheckResult verdict(Inquiry inquiry, PulledImage image, Registry registry) {
        return switch (inquiry.account()
                .images()
                .image(registry, image.reference().path(), image.id())) {
            case Unknown<Lookup> unknown -> unread(inquiry, image.named(registry), unknown);
            case Known<Lookup>(Lookup found, String _) ->
                switch (found) {
                    case Lookup.NoRepository() -> new NotApplicable("the repository does not exist");
                    case Lookup.NoImage() -> missing(inquiry, image, registry);
                    case Lookup.There(Image there) -> there(inquiry, image, registry, there);
                };
        };
    }

    private static CheckResult unread(Inquiry inquiry, Resources named, Unknown<?> unknown) {
        if (!inquiry.seen().label().equals(NOT_FOUND) || PullText.noRepository(inquiry)) {
            return Inconclusive.because(unknown);
        }
        return new Failed(
                PullText.noManifest(inquiry) ? "stated" : "unseen",
                named,
                List.of(new Evidence("The registry answers that " + named.first("image") + " is not there", "message")),
                List.of(new Exhibit.Unread(List.of(unknown.why()))));
    }

    private static CheckResult there(Inquiry inquiry, PulledImage image, Registry registry, Image there) {
        String since = Moment.words(there.pushedAt(), inquiry);
        Resources named = image.named(registry).and(Resources.of("digest", there.digest()));
        String fact = says(image) + " of repository " + image.reference().path();
        if (there.status().equals("ARCHIVED") || there.status().equals("ACTIVATING")) {
            return new Failed(
                    "archived", named, new Evidence(fact + " is archived: its status is " + there.status(), SOURCE));
        }
        if (inquiry.seen().label().equals(NOT_FOUND)
                && image.pinned().isEmpty()
                && Moment.afterFailure(there.pushedAt(), inquiry)) {
            return new Failed(
                    "late",
                    named.and(Resources.of("since", since)),
                    new Evidence(fact + " is there now; it was pushed " + since, SOURCE));
        }
        return new Passed(
                named,
                new Evidence(
                        fact + " exists: " + there.digest() + (since.isEmpty() ? "" : ", pushed " + since), SOURCE));
    }

    private static String says(PulledImage image) {
        return image.reference().digest().isEmpty() ? "Tag " + image.id() : "Digest " + image.id();
    }

    private static CheckResult missing(Inquiry inquiry, PulledImage image, Registry registry) {
        String path = image.reference().path();
        boolean tag = image.reference().digest().isEmpty();
        List<Evidence> facts = new ArrayList<>();
        facts.add(new Evidence(says(image) + " does not exist in repository " + path, SOURCE));
        if (!tag) {
            return new Failed("digest", image.named(registry), facts, List.of());
        }
        if (!image.text().endsWith(":" + image.id())) {
            facts.add(new Evidence(image.text() + " names no tag, so " + image.id() + " is pulled", "message"));
        }
        return nearest(inquiry, path, image.id(), registry)
                .map(near -> {
                    String since = Moment.words(near.value().pushedAt(), inquiry);
                    facts.add(new Evidence(
                            "The nearest tag is " + near.name() + (since.isEmpty() ? "" : ", pushed " + since),
                            SOURCE));
                    Resources named = Resources.of("near-tag", near.name(), "near-since", since);
                    return new Failed("tag", image.named(registry).and(named), facts, List.of());
                })
                .orElseGet(() -> new Failed("tag", image.named(registry), facts, List.of()));
    }

    /** A suggestion only: where the list cannot be read there is none. */
    private static Optional<Nearest.Candidate<Image>> nearest(
            Inquiry inquiry, String path, String tag, Registry registry) {
        Comparator<Image> newest = Comparator.comparing(
                image -> Objects.requireNonNullElse(image.pushedAt(), Instant.EPOCH), Comparator.reverseOrder());
        return inquiry.account().images().tagged(registry, path)
                        instanceof Known<Listing<Image>>(Listing<Image> all, String _)
                ? Nearest.of(
                        tag,
                        all.found().stream()
                                .flatMap(image -> image.tags().stream().map(t -> new Nearest.Candidate<>(t, image)))
                                .toList(),
                        newest)
                : Optional.empty();
    }
}
