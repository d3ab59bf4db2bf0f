package io.github.ecsmedic.check;

import com.google.re2j.Pattern;
import io.github.ecsmedic.account.Images.Registry;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks whether the image's name can mean what was intended: it has the form of a name, holds no word that stands for a value
 * that was not set, and names the registry in which the image lies.
 */
public final class ReferenceForm implements Check {
    private static final String SOURCE = "ecr:DescribeRepositories";
    private static final String OFFICIAL = "library/";
    private static final Pattern PATH =
            Pattern.compile("[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("[a-z0-9+._-]+:[0-9a-fA-F]{32,}");
    private static final Pattern UNSET = Pattern.compile("\\$\\{?[A-Za-z_(]|\\{\\{|<[A-Za-z_ -]+>|%[A-Z_]+%");
    private static final Set<String> PLACEHOLDERS = Set.of(
            "undefined", "null", "none", "nan", "nil", "todo", "changeme", "image_tag", "image-tag", "image_name");

    @Override
    public String id() {
        return "image-reference";
    }

    @Override
    public String question() {
        return "Can the image's name mean what was intended";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(PulledImage.ACTIONS), SOURCE);
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return PulledImage.then(inquiry, image -> verdict(inquiry, image));
    }

    private static CheckResult verdict(Inquiry inquiry, PulledImage image) {
        ImageReference reference = image.reference();
        Resources named = Resources.of("image", image.text(), "registry", reference.host());
        if (UNSET.matcher(image.text()).find() || words(reference).anyMatch(PLACEHOLDERS::contains)) {
            return failed(
                    "placeholder", named, image.text() + " holds a word that stands for a value that was not set");
        }
        if (reference.path().contains(".amazonaws.com/") || reference.path().contains("://")) {
            return failed("malformed", named, image.text() + " names a registry within the repository's name");
        }
        if (PullText.noReference(inquiry) || !formed(reference)) {
            return failed("malformed", named, image.text() + " does not have the form of an image's name");
        }
        return reference.dockerHub() && !ImageReference.hosted(image.text())
                ? inOwnRegistry(inquiry, image, named)
                : new Passed(named, new Evidence(image.text() + " has the form of an image's name", "message"));
    }

    private static Stream<String> words(ImageReference reference) {
        return Stream.concat(Stream.of(reference.path().split("/", -1)), Stream.of(reference.tag()))
                .map(word -> word.toLowerCase(Locale.ROOT));
    }

    private static boolean formed(ImageReference reference) {
        return PATH.matches(reference.path())
                && (reference.tag().isEmpty() ? !reference.digest().isEmpty() : TAG.matches(reference.tag()))
                && (reference.digest().isEmpty() || DIGEST.matches(reference.digest()));
    }

    /** A name without a registry is Docker Hub's; the repository may lie in the account's own. */
    private static CheckResult inOwnRegistry(Inquiry inquiry, PulledImage image, Resources named) {
        Registry own =
                new Registry(inquiry.subject().account(), inquiry.subject().region());
        String whole = image.reference().path();
        boolean added = whole.startsWith(OFFICIAL) && !image.text().startsWith(OFFICIAL);
        String path = added ? whole.substring(OFFICIAL.length()) : whole;
        return Reads.then(
                inquiry.account().images().repository(own, path),
                (found, source) -> found.<CheckResult>map(repository -> new Failed(
                                "no-registry",
                                named.and(Resources.of(
                                        "repository", repository.name(),
                                        "repository-arn", repository.arn(),
                                        "right-registry", Registries.host(own))),
                                new Evidence(
                                        image.text() + " names no registry, which means Docker Hub; repository "
                                                + repository.arn() + " has that name",
                                        source)))
                        .orElseGet(() -> new Passed(
                                named,
                                new Evidence(
                                        "The account's own registry has no repository " + path + " either", source))));
    }

    private static CheckResult failed(String fault, Resources named, String fact) {
        return new Failed(fault, named, new Evidence(fact, "message"));
    }
}
