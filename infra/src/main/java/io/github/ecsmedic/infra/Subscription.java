package io.github.ecsmedic.infra;

import java.util.List;
import java.util.Map;

/**
 * One rule on the event bus: which events reach the queue.
 *
 * <p>Rules keep out what is certainly noise. What a pattern cannot tell, e.g. whether every container of a one-off task
 * exited with 0, the function decides.
 *
 * @param id last part of the rule's name
 * @param says what comes through, for the console
 */
record Subscription(String id, String says, Map<String, Object> pattern) {
    private static final List<String> FAILED = List.of("TaskFailedToStart", "EssentialContainerExited");
    private static final List<String> SPOT = List.of("SpotInterruption", "TerminationNotice");
    private static final String TASK = "ECS Task State Change";

    static List<Subscription> all() {
        return List.of(
                taskFailures(),
                spot(),
                serviceActions(),
                deployments(),
                instanceHealth(),
                hooks(),
                daemons(),
                retirements());
    }

    /**
     * Unknown and missing stop codes come through too: a new code must not be a silent gap. Scale-in and rebalancing
     * share their stop code with failed health checks, so there the text decides.
     */
    private static Subscription taskFailures() {
        List<String> known = List.of(
                FAILED.get(0), FAILED.get(1), "ServiceSchedulerInitiated", "UserInitiated", SPOT.get(0), SPOT.get(1));
        return ecs(
                "task-failures",
                "Tasks that stopped by themselves, could not start or failed a health check",
                TASK,
                Map.of(
                        "lastStatus",
                        List.of("STOPPED"),
                        "$or",
                        List.of(
                                Map.of("stopCode", FAILED),
                                Map.of(
                                        "stopCode",
                                        List.of("ServiceSchedulerInitiated"),
                                        "stoppedReason",
                                        List.of(Map.of("prefix", "Task failed "))),
                                Map.of("stopCode", List.of(Map.of("anything-but", known))),
                                Map.of("stopCode", List.of(Map.of("exists", false))))));
    }

    private static Subscription spot() {
        return ecs(
                "spot-interruptions",
                "Tasks that Fargate Spot takes back, with the warning two minutes before",
                TASK,
                Map.of("desiredStatus", List.of("STOPPED"), "stopCode", SPOT));
    }

    /** Service actions without a task event, e.g. a placement that failed; steady states end incidents. */
    private static Subscription serviceActions() {
        return ecs(
                "service-actions",
                "Services that cannot place or start tasks, and services that are steady again",
                "ECS Service Action",
                Map.of(
                        "$or",
                        List.of(
                                Map.of("eventType", List.of("ERROR", "WARN", "WARNING")),
                                Map.of("eventName", List.of("SERVICE_STEADY_STATE")))));
    }

    private static Subscription deployments() {
        return ecs(
                "deployments",
                "Deployments that begin, complete or fail",
                "ECS Deployment State Change",
                names("SERVICE_DEPLOYMENT_FAILED", "SERVICE_DEPLOYMENT_COMPLETED", "SERVICE_DEPLOYMENT_IN_PROGRESS"));
    }

    private static Subscription instanceHealth() {
        return ecs(
                "instance-health",
                "Container instances that are impaired",
                "ECS Container Instance Health Change",
                Map.of("overallStatus", List.of("IMPAIRED")));
    }

    private static Subscription hooks() {
        return ecs(
                "deployment-hooks",
                "Deployments that wait for a person, or whose hook failed",
                "ECS Hook State Change",
                names("HOOK_AWAITING_ACTION", "HOOK_TIMED_OUT", "HOOK_FAILED"));
    }

    private static Subscription daemons() {
        return new Subscription(
                "daemons",
                "Daemons that cannot start tasks or roll back",
                Map.of(
                        "source",
                        List.of("aws.ecs"),
                        "detail-type",
                        List.of("ECS Daemon Service Action", "ECS Daemon Deployment State Change"),
                        "detail",
                        names("DAEMON_TASK_START_IMPAIRED", "ROLLBACK_FAILED")));
    }

    private static Subscription retirements() {
        return new Subscription(
                "retirements",
                "Tasks that AWS is going to retire",
                Map.of(
                        "source",
                        List.of("aws.health"),
                        "detail-type",
                        List.of("AWS Health Event"),
                        "detail",
                        Map.of("service", List.of("ECS"), "eventTypeCode", List.of(Map.of("prefix", "AWS_ECS_")))));
    }

    private static Subscription ecs(String id, String says, String detailType, Map<String, Object> detail) {
        return new Subscription(
                id, says, Map.of("source", List.of("aws.ecs"), "detail-type", List.of(detailType), "detail", detail));
    }

    private static Map<String, Object> names(String... eventNames) {
        return Map.of("eventName", List.of(eventNames));
    }
}
