package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.BENIGN;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.in;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Clue.stopCode;
import static io.github.ecsmedic.signature.Clue.tight;

import java.util.List;

/** Normal life of services and tasks: what an alert must never come from. */
public final class Lifecycle {
    private Lifecycle() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "lifecycle.user_stopped",
                        BENIGN,
                        "A person or a tool stopped the task",
                        any(
                                stopCode("UserInitiated"),
                                all(
                                        not(in(Field.LOG)),
                                        hasAny(
                                                "task stopped by user",
                                                "task was stopped by user",
                                                "stopped by a user",
                                                "task stopped by the user")))),
                Signature.of("lifecycle.log_noise", BENIGN, "A line of level error that AWS called harmless", noise()),
                Signature.of(
                        "lifecycle.az_rebalancing",
                        BENIGN,
                        "ECS moves tasks to balance the availability zones",
                        calm(hasAny(
                                "AZ rebalanc",
                                "availability-zone rebalanc",
                                "availability zone rebalanc",
                                "is AZ balanced",
                                "is not AZ balanced",
                                "SERVICE_REBALANCING_")),
                        Fact.DEPLOYMENT),
                Signature.of(
                        "lifecycle.steady_state",
                        BENIGN,
                        "The service reached a steady state",
                        calm(hasAny("reached a steady state", "reached steady state", "_STEADY_STATE")),
                        Fact.DEPLOYMENT),
                Signature.of(
                        "lifecycle.scaling",
                        BENIGN,
                        "The scheduler or auto scaling changed the number of tasks",
                        scaling(),
                        Fact.DEPLOYMENT),
                Signature.of(
                        "lifecycle.draining",
                        BENIGN,
                        "Connections are drained before tasks stop",
                        calm(any(
                                hasAny("draining connections", "connection draining", "begun draining"),
                                all(
                                        has("instance"),
                                        hasAny("in DRAINING state", "is DRAINING", "was drained", "being drained")))),
                        Fact.TARGET_GROUP),
                Signature.of(
                        "lifecycle.target_deregistered",
                        BENIGN,
                        "Targets were taken out of a target group",
                        calm(all(has("deregistered"), tight("deregistered[0-9]+(targets?|instances?)"))),
                        Fact.TARGET_GROUP),
                Signature.of(
                        "lifecycle.target_registered",
                        BENIGN,
                        "Targets were put into a target group",
                        calm(all(has("registered"), tight("(^|[^e]|[^d]e)registered[0-9]+(targets?|instances?)"))),
                        Fact.TARGET_GROUP),
                Signature.of(
                        "lifecycle.task_started",
                        BENIGN,
                        "The scheduler started tasks",
                        calm(any(
                                has("TASKS_STARTED"),
                                all(has("started"), tight("(has|have)?started[0-9]+(new|pending|running)?tasks?")))),
                        Fact.DEPLOYMENT),
                Signature.of(
                        "lifecycle.task_stopped",
                        BENIGN,
                        "The scheduler stopped tasks",
                        calm(any(
                                has("TASKS_STOPPED"),
                                all(has("stopped"), tight("stopped[0-9]+(running|pending|old)?tasks?")))),
                        Fact.DEPLOYMENT));
    }

    /**
     * A service event may hold several sentences: one that tells of a failure is not calm. A log line counts only where
     * ECS is its author.
     */
    private static Clue calm(Clue clue) {
        return all(
                clue,
                not(hasAny(
                        "unable to",
                        "is unhealthy",
                        "unhealthy status",
                        "is not healthy",
                        "failed to start",
                        "failed to launch",
                        "failed to register",
                        "failed to deregister",
                        "deployment failed",
                        "health checks failed",
                        "failed container health check",
                        "failed elb health check",
                        "could not",
                        "circuit breaker",
                        "rolling back",
                        "deployment completed",
                        "being throttled",
                        "error occurred",
                        "is not authorized",
                        "misconfigured or changed")),
                any(
                        not(in(Field.LOG)),
                        all(
                                hasAny("(service", "service ", "SERVICE_", "TASKS_"),
                                not(hasAny(
                                        "error",
                                        "exception",
                                        "refused",
                                        "fatal",
                                        "fail",
                                        "timeout",
                                        "timed out",
                                        "crash",
                                        "killed",
                                        "panic",
                                        "exit")))));
    }

    private static Clue scaling() {
        return calm(any(
                hasAny(
                        "scaling activity initiated",
                        "successfully set desired count",
                        "SERVICE_DESIRED_COUNT_UPDATED",
                        "updated computedDesiredCount",
                        "change to be fulfilled by ecs",
                        "setting desired count to"),
                has("in state", "triggered policy")));
    }

    private static Clue noise() {
        return any(
                all(hasAny("ws backend", "error getting message from ws"), not(has("InvalidContainerInstance"))),
                has("connection closed for a valid reason"),
                all(has("handler for", "returned error: no such container"), not(has("cannotstart"))),
                all(
                        has("handler for", "returned error:"),
                        hasAny("is already stopped", "is not running", "already in progress")),
                hasAny("no task metrics to report", "no metrics to publish"),
                all(has("publish"), has("empty metrics")),
                all(
                        hasAny("ACS", "TCS", "agent communication service", "telemetry"),
                        hasAny("had any activity for too long", "lost websocket connection")),
                has("unrecognized formatter"),
                has("unable to parse user data: invalid character"),
                has("channel long idle"));
    }
}
