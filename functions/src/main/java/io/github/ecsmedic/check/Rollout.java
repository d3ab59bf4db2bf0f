package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Deployments;
import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.account.ServiceDeployment;
import io.github.ecsmedic.account.ServiceRevision;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The newest deployment of a service: the revision that it brings, and the one to which ECS would go back.
 *
 * @param previous empty when nothing was rolled out before
 * @param succeeded whether the previous revision was once rolled out to the end
 */
record Rollout(
        ServiceDeployment deployment, ServiceRevision target, Optional<ServiceRevision> previous, boolean succeeded) {
    /** What {@link #newest} may read. */
    static final Set<String> ACTIONS =
            Set.of("ecs:DescribeServiceDeployments", "ecs:DescribeServiceRevisions", "ecs:ListServiceDeployments");

    static final String DEPLOYMENTS = "ecs:DescribeServiceDeployments";
    static final String REVISIONS = "ecs:DescribeServiceRevisions";

    /** Goes on with it; does not apply where the service has none. */
    static CheckResult newest(Inquiry inquiry, Function<Rollout, CheckResult> then) {
        Subject subject = inquiry.subject();
        if (subject.service().isEmpty()) {
            return new CheckResult.NotApplicable("the task belongs to no service");
        }
        Deployments deployments = inquiry.account().deployments();
        return Reads.then(
                deployments.deployments(subject.cluster(), subject.service()),
                (listed, _) -> listed.isEmpty()
                        ? new CheckResult.NotApplicable("ECS knows no deployment of the service")
                        : Reads.then(
                                deployments.deployment(listed.getFirst().arn()),
                                (newest, _) -> withRevisions(newest, listed, deployments, then)));
    }

    /** What a message that no way back was found says itself, where ECS does not tell of the deployment. */
    static CheckResult stated(Inquiry inquiry, CheckResult read, String fault, String fact) {
        if (!inquiry.seen().label().equals("deployment.rollback_failed")) {
            return read;
        }
        Evidence said = new Evidence(fact, "message");
        return switch (read) {
            case CheckResult.Failed failed -> failed;
            case CheckResult.Passed passed -> passed;
            case CheckResult.NotApplicable ignored -> new CheckResult.Failed(fault, Resources.NONE, said);
            case CheckResult.Inconclusive(String why) ->
                new CheckResult.Failed(fault, Resources.NONE, List.of(said), List.of(new Exhibit.Unread(List.of(why))));
        };
    }

    private static CheckResult withRevisions(
            ServiceDeployment newest,
            List<Listed> listed,
            Deployments deployments,
            Function<Rollout, CheckResult> then) {
        String target = newest.target().revision();
        List<String> before = before(newest, listed);
        List<String> asked = Stream.concat(Stream.of(target), before.stream()).toList();
        return Reads.then(deployments.revisions(asked), (found, _) -> {
            Optional<ServiceRevision> brought = find(target, found);
            Optional<ServiceRevision> previous =
                    before.stream().flatMap(arn -> find(arn, found).stream()).findFirst();
            if (brought.isEmpty() || (previous.isEmpty() && !before.isEmpty())) {
                return new CheckResult.Inconclusive("MISSING: " + REVISIONS);
            }
            boolean succeeded = previous.filter(p -> listed.stream()
                            .anyMatch(l -> successful(l) && l.revision().equals(p.arn())))
                    .isPresent();
            return then.apply(new Rollout(newest, brought.get(), previous, succeeded));
        });
    }

    /** Where ECS goes back to: the revision that it names, else the last that was rolled out to the end, else what ran. */
    private static List<String> before(ServiceDeployment newest, List<Listed> listed) {
        ServiceDeployment.Rollback rollback = newest.rollback();
        return Stream.of(
                        Stream.ofNullable(rollback).map(ServiceDeployment.Rollback::revision),
                        listed.stream()
                                .skip(1)
                                .filter(Rollout::successful)
                                .map(Listed::revision)
                                .limit(1),
                        newest.sources().stream().map(ServiceDeployment.Tasks::revision))
                .flatMap(arns -> arns)
                .filter(arn -> !arn.isEmpty() && !arn.equals(newest.target().revision()))
                .distinct()
                .toList();
    }

    private static boolean successful(Listed listed) {
        return listed.status().equals("SUCCESSFUL");
    }

    private static Optional<ServiceRevision> find(String arn, List<ServiceRevision> found) {
        return found.stream().filter(r -> r.arn().equals(arn)).findFirst();
    }

    /** How many tasks the previous revision has, where the deployment tells. */
    Optional<ServiceDeployment.Tasks> previousTasks() {
        return previous.flatMap(p -> deployment.sources().stream()
                .filter(tasks -> Objects.equals(tasks.revision(), p.arn()))
                .findFirst());
    }
}
