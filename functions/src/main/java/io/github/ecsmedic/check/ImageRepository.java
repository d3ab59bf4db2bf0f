package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Images;
import io.github.ecsmedic.account.Images.Listing;
import io.github.ecsmedic.account.Images.Registry;
import io.github.ecsmedic.account.Images.Repository;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks whether the repository exists in the registry that the reference names. */
public final class ImageRepository implements Check {
    private static final String SOURCE = "ecr:DescribeRepositories";

    @Override
    public String id() {
        return "image-repository";
    }

    @Override
    public String question() {
        return "Does the image's repository exist in the registry that its name points at";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(PulledImage.ACTIONS), SOURCE);
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return PulledImage.inEcr(inquiry, (image, registry) -> verdict(inquiry, image, registry));
    }

    private static CheckResult verdict(Inquiry inquiry, PulledImage image, Registry registry) {
        Resources named = image.named(registry);
        return switch (inquiry.account()
                .images()
                .repository(registry, image.reference().path())) {
            case Unknown<Optional<Repository>> unknown -> unread(inquiry, named, unknown);
            case Known<Optional<Repository>>(Optional<Repository> found, String _) ->
                found.map(repository -> there(inquiry, repository, named))
                        .orElseGet(() -> missing(inquiry, image, registry));
        };
    }

    /** The registry's own words tell it too. */
    private static CheckResult unread(Inquiry inquiry, Resources named, Unknown<?> unknown) {
        return PullText.noRepository(inquiry)
                ? new Failed(
                        "stated",
                        named,
                        List.of(new Evidence(
                                "The registry answers that it has no repository " + named.first("repository"),
                                "message")),
                        List.of(new Exhibit.Unread(List.of(unknown.why()))))
                : Inconclusive.because(unknown);
    }

    private static CheckResult there(Inquiry inquiry, Repository repository, Resources named) {
        boolean late = PullText.noRepository(inquiry) && Moment.afterFailure(repository.createdAt(), inquiry);
        return late
                ? new Failed(
                        "late",
                        named.and(Resources.of("since", Moment.words(repository.createdAt(), inquiry))),
                        new Evidence(
                                "Repository " + repository.name() + " was created "
                                        + Moment.words(repository.createdAt(), inquiry),
                                SOURCE))
                : new Passed(named, new Evidence("Repository " + repository.arn() + " exists", SOURCE));
    }

    private static CheckResult missing(Inquiry inquiry, PulledImage image, Registry registry) {
        String path = image.reference().path();
        List<Evidence> facts = new ArrayList<>();
        facts.add(new Evidence(
                "The registry of " + registry.account() + " in " + registry.region() + " has no repository " + path,
                SOURCE));
        Resources named = image.named(registry);
        Registry own =
                new Registry(inquiry.subject().account(), inquiry.subject().region());
        if (!registry.equals(own) && exists(inquiry.account().images().repository(own, path))) {
            facts.add(new Evidence(
                    "Repository " + path + " exists in " + own.account() + " in " + own.region()
                            + ", where the task runs",
                    SOURCE));
            return new Failed(
                    "missing", named.and(Resources.of("right-registry", Registries.host(own))), facts, List.of());
        }
        return nearest(inquiry.account().images(), registry, path)
                .map(near -> {
                    facts.add(new Evidence("The nearest repository is " + near, SOURCE));
                    return new Failed("missing", named.and(Resources.of("near-repository", near)), facts, List.of());
                })
                .orElseGet(() -> new Failed("missing", named, facts, List.of()));
    }

    private static boolean exists(Answer<Optional<Repository>> answer) {
        return answer instanceof Known<Optional<Repository>>(Optional<Repository> found, String _) && found.isPresent();
    }

    /** A suggestion only: where the list cannot be read there is none. */
    private static Optional<String> nearest(Images images, Registry registry, String path) {
        return images.repositories(registry) instanceof Known<Listing<Repository>>(Listing<Repository> all, String _)
                ? Nearest.of(
                                path,
                                all.found().stream()
                                        .map(r -> new Nearest.Candidate<>(r.name(), r.name()))
                                        .toList(),
                                Comparator.<String>naturalOrder())
                        .map(Nearest.Candidate::name)
                : Optional.empty();
    }
}
