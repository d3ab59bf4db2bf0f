package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Images.Registry;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Fact;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The image that is pulled.
 *
 * @param container {@code ""} where only the message names the image
 * @param text as it is written in the task definition, or else in the message
 * @param reference the same, read
 * @param asked what the message says was asked for, else the reference: ECS asks by digest once it has resolved a tag
 * @param resolved the digest to which ECS resolved the tag, as the task shows it, or {@code ""}
 */
record PulledImage(String container, String text, ImageReference reference, ImageReference asked, String resolved) {
    /** What {@link #then} may read. */
    static final Set<String> ACTIONS = Definitions.ACTIONS;

    private static final int DIGEST = "sha256:".length() + 64;

    /** Goes on with the image; the question does not arise where none is named, or where its name is cut or redacted. */
    static CheckResult then(Inquiry inquiry, Function<PulledImage, CheckResult> then) {
        String named = inquiry.seen().facts().get(Fact.IMAGE);
        Optional<PulledImage> found = ofTask(inquiry.task(), inquiry.culprit(), named)
                .or(() -> named.isEmpty() ? Optional.empty() : Optional.of(written("", named, named, "")));
        return found.isPresent()
                ? known(found.get(), then)
                : Reads.then(
                        Definitions.of(inquiry),
                        (TaskDefinition definition, String _) -> Definitions.culprit(inquiry, definition)
                                .map(c -> known(ofDefinition(c), then))
                                .orElseGet(() -> new NotApplicable("neither message nor task names the image")));
    }

    /** The same for an image of a private registry of Amazon ECR. */
    static CheckResult inEcr(Inquiry inquiry, BiFunction<PulledImage, Registry, CheckResult> then) {
        return then(inquiry, image -> {
            ImageReference reference = image.reference;
            if (!reference.ecr()) {
                return new NotApplicable(reference.host() + " is no private registry of Amazon ECR");
            }
            return Regions.known(reference.region())
                    ? then.apply(image, new Registry(reference.account(), reference.region()))
                    : new NotApplicable(reference.region() + " is no region of AWS");
        });
    }

    private static CheckResult known(PulledImage image, Function<PulledImage, CheckResult> then) {
        boolean cut = image.text.contains("*") || image.text.contains("…") || image.text.contains("REDACTED");
        return cut ? new NotApplicable("a part of the image's name is missing") : then.apply(image);
    }

    private static Optional<PulledImage> ofTask(@Nullable Task task, String culprit, String named) {
        if (task == null) {
            return Optional.empty();
        }
        ImageReference asked = ImageReference.parse(named);
        return task.containers().stream()
                .filter(c -> !c.image().isEmpty())
                .filter(c -> named.isEmpty() ? culprit.equals(c.name()) || culprit.isEmpty() : same(c, asked))
                .findFirst()
                .map(c -> written(c.name(), c.image(), named.isEmpty() ? c.image() : named, c.imageDigest()));
    }

    private static boolean same(Container container, ImageReference asked) {
        ImageReference own = ImageReference.parse(container.image());
        return own.host().equals(asked.host()) && own.path().equals(asked.path());
    }

    private static PulledImage ofDefinition(ContainerDefinition container) {
        return written(container.name(), container.image(), container.image(), "");
    }

    private static PulledImage written(String container, String text, String asked, String resolved) {
        return new PulledImage(
                container, text, ImageReference.parse(text), ImageReference.parse(asked), whole(resolved));
    }

    /** The digest that ECS put in the tag's place, or {@code ""}: a digest that the reference itself names is none. */
    String pinned() {
        return !reference.digest().isEmpty() ? "" : whole(asked.digest()).isEmpty() ? resolved : whole(asked.digest());
    }

    /** The same image, pinned to that digest. */
    PulledImage pinnedTo(String digest) {
        return new PulledImage(container, text, reference, asked, whole(digest));
    }

    /** The tag or digest by which the reference names it; the digest decides where both stand there. */
    String id() {
        return reference.digest().isEmpty() ? reference.tag() : reference.digest();
    }

    /** The objects by which ECR knows it. */
    Resources named(Registry registry) {
        String arn = "arn:" + Registries.partition(registry) + ":ecr:" + registry.region() + ":" + registry.account()
                + ":repository/" + reference.path();
        return Resources.of(
                "image", text,
                "repository", reference.path(),
                "repository-arn", arn,
                "registry", reference.host(),
                "registry-account", registry.account(),
                "registry-region", registry.region(),
                "tag", reference.tag(),
                "digest", reference.digest());
    }

    private static String whole(String digest) {
        return digest.length() == DIGEST ? digest : "";
    }
}
