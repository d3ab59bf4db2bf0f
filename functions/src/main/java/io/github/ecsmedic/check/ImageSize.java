package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Images.Image;
import io.github.ecsmedic.account.Images.Lookup;
import io.github.ecsmedic.account.Images.Registry;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Compares the task's images with its own disk on Fargate, which holds them packed and unpacked, and nothing of others. An
 * image takes at least twice its compressed size, and seldom more than thrice.
 */
public final class ImageSize implements Check {
    private static final String SOURCE = "ecr:DescribeImages";
    private static final int DEFAULT_GIB = 20;
    private static final int MOST_GIB = 200;
    private static final long GIB = 1L << 30;

    @Override
    public String id() {
        return "image-size";
    }

    @Override
    public String question() {
        return "Do the task's images fit on its disk";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Definitions.ACTIONS), SOURCE);
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Task task = inquiry.task();
        if (task == null || !task.fargate()) {
            return new NotApplicable("the disk of an instance holds more than the task's images");
        }
        return Reads.then(Definitions.of(inquiry), (definition, _) -> measure(inquiry, definition));
    }

    private static CheckResult measure(Inquiry inquiry, TaskDefinition definition) {
        long known = 0;
        String unread = "";
        for (String image : definition.containers().stream()
                .map(ContainerDefinition::image)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList()) {
            switch (size(inquiry, image)) {
                case Known<Long>(Long size, String _) -> known += size;
                case Unknown<Long> unknown -> unread = unknown.why();
            }
        }
        Integer own = definition.ephemeralStorage();
        return compare(known, own == null ? DEFAULT_GIB : own, unread, definition);
    }

    private static CheckResult compare(long images, int disk, String unread, TaskDefinition definition) {
        Resources named = Resources.of(
                "task-definition", definition.arn(),
                "needed-gib", String.valueOf(Math.min(MOST_GIB, Math.max(disk + 1, 3 * images / GIB + 5))),
                "disk-gib", String.valueOf(disk),
                "images-gib", gib(images));
        Evidence fact = new Evidence(
                "The images of " + definition.name() + " are " + gib(images) + " GiB compressed, its disk holds " + disk
                        + " GiB",
                SOURCE);
        if (2 * images > disk * GIB) {
            return new Failed("too-large", named, fact);
        }
        if (!unread.isEmpty()) {
            return new Inconclusive(unread);
        }
        return 3 * images > disk * GIB ? new Failed("tight", named, fact) : new Passed(named, fact);
    }

    /** How many bytes are pulled; unknown for images that are not in Amazon ECR. */
    static Answer<Long> size(Inquiry inquiry, String text) {
        ImageReference image = ImageReference.parse(text);
        if (!image.ecr() || !Regions.known(image.region())) {
            return new Unknown<>("only " + image.host() + " knows the size of " + text, SOURCE);
        }
        String id = image.digest().isEmpty() ? image.tag() : image.digest();
        return switch (inquiry.account()
                .images()
                .image(new Registry(image.account(), image.region()), image.path(), id)) {
            case Unknown<Lookup> unknown -> unknown.as();
            case Known<Lookup>(Lookup found, String source) ->
                found instanceof Lookup.There(Image there) && there.size() != null
                        ? new Known<>(there.size(), source)
                        : new Unknown<>("the size of " + text + " is not known", source);
        };
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f", (double) bytes / GIB);
    }
}
