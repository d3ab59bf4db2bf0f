package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.BENIGN;
import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.model.AlertClass.JUDGE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.in;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Clue.tight;

import java.util.List;

/** The state of a deployment. Why its tasks failed stands elsewhere, so most of these are tried last. */
public final class Deployment {
    private Deployment() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "deployment.rollback_failed",
                        JUDGE,
                        "The roll-back found no revision to go back to",
                        any(
                                hasAny(
                                        "no rollback candidate",
                                        "rollback has failed",
                                        "rollback failed",
                                        "ROLLBACK_FAILED"),
                                all(has("rollback", "candidate"), hasAny("not found", "no candidate"))),
                        Fact.DEPLOYMENT),
                Signature.of(
                        "deployment.task_protection",
                        FAILURE,
                        "Protected tasks block the deployment or the scale-in",
                        any(
                                hasAny(
                                        "protected tasks",
                                        "task protection",
                                        "task scale-in protection",
                                        "DEPLOYMENT_BLOCKED",
                                        "BY_TASK_PROTECTION",
                                        "tasks are protected",
                                        "task is protected"),
                                all(has("unable to scale in"), hasAny("task set", "task-set", "taskset", "rebalance"))),
                        Fact.DEPLOYMENT),
                Signature.of(
                        "deployment.min_max_percent",
                        FAILURE,
                        "The percentages leave the deployment no room",
                        any(
                                hasAny(
                                        "because of the service deployment configuration",
                                        "minimumHealthyPercent or maximumPercent"),
                                has("unable to stop or start tasks during a deployment"),
                                all(
                                        has("minimumHealthyPercent", "maximumPercent"),
                                        hasAny("unable to", "cannot", "blocked", "not possible"))),
                        Fact.DEPLOYMENT),
                Signature.of(
                        "deployment.alarm_rollback",
                        FAILURE,
                        "An alarm of the deployment fired",
                        alarm(),
                        Fact.DEPLOYMENT),
                Signature.fallback(
                        "deployment.circuit_breaker_rollback",
                        FAILURE,
                        "The circuit breaker tripped and the service goes back to the previous revision",
                        all(
                                breaker(),
                                hasAny(
                                        "rolling back",
                                        "rolled back",
                                        "rollback to",
                                        "roll back to",
                                        "rollback initiated",
                                        "rollback started",
                                        "initiating rollback")),
                        Fact.DEPLOYMENT),
                Signature.fallback(
                        "deployment.circuit_breaker",
                        FAILURE,
                        "The circuit breaker tripped because tasks failed to start",
                        any(
                                breaker(),
                                hasAny(
                                        "deployment failed: tasks failed",
                                        "deployment failed: task failed",
                                        "deployment failed: task(s) failed",
                                        "SERVICE_DEPLOYMENT_FAILED")),
                        Fact.DEPLOYMENT),
                Signature.fallback(
                        "deployment.start_impaired",
                        FAILURE,
                        "The service cannot consistently start tasks",
                        hasAny("unable to consistently start", "TASK_START_IMPAIRED"),
                        Fact.DEPLOYMENT),
                Signature.fallback(
                        "deployment.rollback",
                        FAILURE,
                        "The service goes back to another deployment",
                        any(
                                hasAny(
                                        "rolling back to",
                                        "rolled back to",
                                        "rollback to deployment",
                                        "deployment rolled back",
                                        "ROLLBACK_IN_PROGRESS",
                                        "ROLLBACK_SUCCESSFUL",
                                        "ROLLBACK_REQUESTED",
                                        "HOOK_FAILED",
                                        "HOOK_TIMED_OUT"),
                                all(has("deployment"), hasAny("rolling back", "rolled back", "rollback"))),
                        Fact.DEPLOYMENT),
                Signature.fallback(
                        "deployment.completed",
                        BENIGN,
                        "The deployment completed",
                        quiet(any(
                                hasAny(
                                        "deployment completed",
                                        "SERVICE_DEPLOYMENT_COMPLETED",
                                        "DAEMON_DEPLOYMENT_SUCCESSFUL",
                                        "deployment completed successfully",
                                        "deployment was successful",
                                        "deployment succeeded"),
                                all(
                                        has("deployment", "completed"),
                                        tight("deployment(ecs-svc/)?[0-9a-z-]+(has|is)?completed")))),
                        Fact.DEPLOYMENT),
                Signature.fallback(
                        "deployment.in_progress",
                        BENIGN,
                        "The deployment is under way",
                        quiet(any(
                                hasAny(
                                        "deployment in progress",
                                        "deployment is in progress",
                                        "SERVICE_DEPLOYMENT_IN_PROGRESS",
                                        "DAEMON_DEPLOYMENT_IN_PROGRESS",
                                        "DAEMON_DEPLOYMENT_PENDING",
                                        "HOOK_IN_PROGRESS",
                                        "HOOK_SUCCEEDED",
                                        "HOOK_AWAITING_ACTION"),
                                all(
                                        has("deployment", "in progress"),
                                        tight("deployment(ecs-svc/)?[0-9a-z-]+(is)?inprogress")))),
                        Fact.DEPLOYMENT));
    }

    private static Clue alarm() {
        return all(
                hasAny("deployment", "rollback", "rolling back", "rolled back"),
                not(has("triggered policy")),
                any(
                        hasAny(
                                "failed: alarm",
                                "alarm detected",
                                "alarms detected",
                                "deployment alarm",
                                "cloudwatch alarm",
                                "because of alarm",
                                "due to alarm",
                                "due to an alarm",
                                "triggered alarm"),
                        all(
                                has("alarm"),
                                tight(
                                        "alarm(\\(?s\\)?)?[^.,;]*(detected|triggered|fired|breach|inalarm|alarmstate|wentinto|wentoff)"))));
    }

    private static Clue breaker() {
        return all(
                has("circuit breaker"),
                any(
                        not(in(Field.LOG)),
                        hasAny(
                                "deployment circuit breaker",
                                "tasks failed to start",
                                "ecs deployment",
                                "service deployment")));
    }

    private static Clue quiet(Clue clue) {
        return all(
                clue,
                not(hasAny(
                        "deployment failed",
                        "failed to",
                        "tasks failed",
                        "task failed",
                        "rollback failed",
                        "has failed",
                        "unable to",
                        "is unhealthy",
                        "circuit breaker",
                        "rolling back",
                        "rolled back")));
    }
}
