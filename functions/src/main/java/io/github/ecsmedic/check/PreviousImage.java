package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Images.Lookup;
import io.github.ecsmedic.account.Images.Registry;
import io.github.ecsmedic.account.ServiceRevision;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Asks whether the image of the revision before is still there, where going back to it would be proposed: without it the
 * way back fails too. One image is asked for, that of the failing container first, and only in the account's own
 * registry; none where the log names a dependency, whose path is worth more.
 */
public final class PreviousImage implements Check {
    private static final String SOURCE = "ecr:DescribeImages";

    @Override
    public String id() {
        return "previous-image";
    }

    @Override
    public String question() {
        return "Is the image of the revision before still in its registry";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(Rollout.ACTIONS, Definitions.ACTIONS), SOURCE, "ecs:DescribeTasks", "ecs:ListTasks");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!(new DeploymentInProgress().run(inquiry) instanceof Failed rollout)
                || !(new PreviousRevision().run(inquiry) instanceof Passed)
                || !differs(inquiry)) {
            return new NotApplicable("going back to the revision before is not proposed");
        }
        boolean stoppable = !rollout.resources().first("stoppable-deployment").isEmpty();
        boolean ended = !rollout.resources().first("ended-deployment").isEmpty();
        if (rollout.fault().equals("settling") || (!stoppable && !ended)) {
            return new NotApplicable("the deployment is neither under way nor left behind");
        }
        return Rollout.newest(
                inquiry,
                found -> found.previous()
                        .<CheckResult>map(previous -> Reads.then(
                                inquiry.account().workloads().taskDefinition(previous.taskDefinition()),
                                (definition, _) -> ofRevision(inquiry, definition, previous, stoppable)))
                        .orElseGet(() -> new NotApplicable("there is no revision before")));
    }

    private static boolean differs(Inquiry inquiry) {
        return new RevisionDifference().run(inquiry) instanceof Failed(String fault, var _, var _, var _)
                && fault.equals("differs");
    }

    private static CheckResult ofRevision(
            Inquiry inquiry, TaskDefinition definition, ServiceRevision previous, boolean resolved) {
        List<ContainerDefinition> culpritFirst = definition.containers().stream()
                .sorted(Comparator.comparing(
                        (ContainerDefinition c) -> !c.name().equals(inquiry.culprit())))
                .toList();
        String own = inquiry.subject().account();
        List<ContainerDefinition> askable = culpritFirst.stream()
                .filter(c -> ImageReference.parse(c.image()).account().equals(own))
                .toList();
        if (askable.isEmpty()) {
            return new Inconclusive("not asked, because it is not in the account's own registry: whether "
                    + culpritFirst.stream()
                            .map(ContainerDefinition::image)
                            .findFirst()
                            .orElse("the image of the revision before")
                    + " is still there");
        }
        ContainerDefinition asked = askable.getFirst();
        if (inquiry.seen().family().equals("app") && Dependency.of(inquiry).isPresent()) {
            return new Inconclusive(Allowance.left("whether " + asked.image() + " is still there"));
        }
        List<String> left = culpritFirst.stream()
                .map(ContainerDefinition::image)
                .filter(image -> !image.equals(asked.image()))
                .distinct()
                .map(image -> Allowance.left("whether " + image + " is still there"))
                .toList();
        return ask(inquiry, definition, asked, digest(asked, previous, resolved), left);
    }

    /** A deployment that is stopped goes back to the digest that was resolved then; a new one resolves the tag anew. */
    private static String digest(ContainerDefinition container, ServiceRevision previous, boolean resolved) {
        String written = ImageReference.parse(container.image()).digest();
        return written.isEmpty() && resolved ? previous.digests().getOrDefault(container.name(), "") : written;
    }

    private static CheckResult ask(
            Inquiry inquiry,
            TaskDefinition definition,
            ContainerDefinition container,
            String digest,
            List<String> left) {
        ImageReference image = ImageReference.parse(container.image());
        String whole = container.image() + (digest.isEmpty() || !image.digest().isEmpty() ? "" : " (" + digest + ")");
        return Reads.then(
                inquiry.account()
                        .images()
                        .image(
                                new Registry(image.account(), image.region()),
                                image.path(),
                                digest.isEmpty() ? image.tag() : digest),
                (found, source) -> switch (found) {
                    case Lookup.There(var there)
                    when !there.status().equals("ARCHIVED") ->
                        new Passed(
                                Resources.of("kept-image", container.image()),
                                List.of(new Evidence(
                                        "The image of " + definition.name() + " is still there: " + whole, source)),
                                List.of(new Exhibit.Unread(left)));
                    case Lookup.There _ -> gone(definition, container, whole + " is archived", source);
                    case Lookup.NoImage _, Lookup.NoRepository _ ->
                        gone(definition, container, whole + " is gone from its registry", source);
                });
    }

    private static CheckResult gone(
            TaskDefinition definition, ContainerDefinition container, String says, String source) {
        return new Failed(
                "gone",
                Resources.of("lost-image", container.image()),
                new Evidence("There is no way back to " + definition.name() + ": its image " + says, source));
    }
}
