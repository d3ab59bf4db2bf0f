package io.github.ecsmedic.mend;

import static io.github.ecsmedic.mend.Known.or;
import static io.github.ecsmedic.mend.Known.when;

import io.github.ecsmedic.account.DeploymentConfiguration;
import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.Reach;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Arn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether the service, as it stands now, is one to which it may be done. */
final class ServiceGuards {
    /** The fix that starts a task of no service again. */
    static final String OF_A_LONE_TASK = "rerun-task";

    /** After a deployment by anybody nothing is done for so long. */
    static final Duration REST = Duration.ofMinutes(15);

    /** A failure of longer ago is history. */
    static final Duration CURRENT = Duration.ofHours(1);

    /** With less a replacement could take the last healthy tasks along. */
    static final int LEAST_HEALTHY = 50;

    static final List<Guard> FIRST = List.of(
            new Guard("A5", "controller", ServiceGuards::controller),
            new Guard(
                    "A6",
                    "change freeze",
                    s -> or(
                            s.rules().freezes(),
                            "the change calendar",
                            closed -> when(closed, "the change calendar is closed"))),
            new Guard("A7", "ongoing change", ServiceGuards::ongoing));

    static final List<Guard> SECOND = List.of(
            new Guard("A9", "availability", ServiceGuards::availability),
            new Guard("A10", "rest", ServiceGuards::rest));

    static final List<Guard> LAST = List.of(new Guard("A17", "unchanged", ServiceGuards::unchanged));

    /** States of service deployments on which ECS works no more. */
    static final Set<String> ENDED = Set.of("SUCCESSFUL", "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED");

    private ServiceGuards() {}

    private static Optional<String> controller(Snapshot s) {
        if (s.plan().subject().service().isEmpty()) {
            return when(
                    !s.plan().fix().equals(OF_A_LONE_TASK), "the task belongs to no service that would start it again");
        }
        return of(
                s,
                service -> when(
                        !service.deploymentController().equals("ECS"),
                        "the service is deployed by " + service.deploymentController()));
    }

    private static Optional<String> ongoing(Snapshot s) {
        if (s.plan().subject().service().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> stack = or(
                s.live().stackChanges(),
                "the state of the stack that made it",
                changes -> when(changes, "the stack that made it is being changed"));
        if (stack.isPresent()) {
            return stack;
        }
        Optional<DeploymentStop> stop = stop(s.plan());
        return or(
                s.live().deployments(),
                "the service's deployments",
                all -> stop.isPresent()
                        ? failing(all, stop.get())
                        : all.stream()
                                .filter(d -> !ENDED.contains(d.status()))
                                .findFirst()
                                .map(d -> "a deployment is under way (" + Arn.lastPart(d.arn()) + ", " + d.status()
                                        + ")"));
    }

    /** What is to be stopped has to be what is under way, and ECS must not be going back by itself. */
    private static Optional<String> failing(List<Listed> all, DeploymentStop stop) {
        List<Listed> open =
                all.stream().filter(d -> !ENDED.contains(d.status())).toList();
        if (open.stream().noneMatch(d -> d.arn().equals(stop.deployment()))) {
            return Optional.of("the failing deployment is no longer under way");
        }
        return open.stream()
                .filter(d -> !d.arn().equals(stop.deployment()) || !d.status().equals(stop.before()))
                .findFirst()
                .map(d -> "a deployment is " + d.status());
    }

    private static Optional<String> availability(Snapshot s) {
        if (s.plan().reach() != Reach.TASKS || s.plan().subject().service().isEmpty()) {
            return Optional.empty();
        }
        return of(s, service -> {
            if (service.desired() == 0) {
                return Optional.of("the service is to run no task");
            }
            DeploymentConfiguration how = service.configuration();
            Integer least = how == null ? null : how.minimumHealthyPercent();
            if (stopsOne(s.plan()) && service.running() < 2) {
                return Optional.of("no other task of the service is running");
            }
            if (service.running() == 0) {
                return Optional.empty();
            }
            return least == null
                    ? Optional.of("how many tasks stay up meanwhile is not known")
                    : when(
                            least < LEAST_HEALTHY,
                            "tasks are running, and its minimumHealthyPercent of " + least + " does not protect them");
        });
    }

    private static Optional<String> rest(Snapshot s) {
        if (s.plan().subject().service().isEmpty() || stop(s.plan()).isPresent()) {
            return Optional.empty();
        }
        if (s.plan().reach() == Reach.SETTING) {
            return or(
                    s.past().actions(),
                    "what was done before",
                    all -> when(
                            all.stream().filter(a -> a.scope().equals(scope(s))).anyMatch(a -> lately(a.at(), s.now())),
                            "something was done to the service less than " + REST.toMinutes() + " minutes ago"));
        }
        return or(
                s.live().deployments(),
                "the service's deployments",
                all -> all.stream()
                        .filter(d -> d.createdAt() == null || lately(d.createdAt(), s.now()))
                        .findFirst()
                        .map(d -> "a deployment began less than " + REST.toMinutes() + " minutes ago ("
                                + Arn.lastPart(d.arn()) + ")"));
    }

    /** As it was when it was diagnosed; asked once more in the moment of the act. */
    private static Optional<String> unchanged(Snapshot s) {
        Plan plan = s.plan();
        if (Duration.between(plan.failedAt(), s.now()).compareTo(CURRENT) > 0) {
            return Optional.of("the failure is more than an hour old");
        }
        Optional<String> service =
                plan.subject().service().isEmpty() ? Optional.empty() : of(s, now -> same(plan, now));
        return service.or(() -> plan.requests().stream()
                .flatMap(request -> unchanged(s, request).stream())
                .findFirst());
    }

    private static Optional<String> unchanged(Snapshot s, Request request) {
        Answer<String> value = s.live().values().get(request);
        return value == null
                ? Optional.of("what it would change was not read")
                : or(
                        value,
                        "what it would change",
                        now -> when(
                                !request.before().isEmpty() && !now.equals(request.before()),
                                "what it would change is no longer as it was"));
    }

    private static Optional<String> same(Plan plan, Service now) {
        boolean primary = now.deployments().stream()
                .anyMatch(d -> d.status().equals("PRIMARY") && d.id().equals(plan.deployment()));
        return when(!primary, "the service was deployed anew since it was diagnosed");
    }

    private static Optional<String> of(Snapshot s, Function<Service, Optional<String>> rule) {
        return or(
                s.live().service(), "the service", found -> found.map(rule).orElse(Optional.of("the service is gone")));
    }

    private static boolean stopsOne(Plan plan) {
        return plan.requests().stream().anyMatch(r -> r instanceof TaskStop);
    }

    static Optional<DeploymentStop> stop(Plan plan) {
        return plan.requests().stream()
                .flatMap(r -> r instanceof DeploymentStop stop ? Stream.of(stop) : Stream.empty())
                .findFirst();
    }

    static String scope(Snapshot s) {
        return Fingerprint.scope(s.plan().subject());
    }

    private static boolean lately(Instant at, Instant now) {
        return Duration.between(at, now).compareTo(REST) < 0;
    }
}
