package io.github.ecsmedic.installation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One rule on the event bus: which events reach the queue.
 *
 * <p>Rules keep out what is certainly noise. What a pattern cannot tell, e.g. whether every container of a one-off task
 * exited with 0, the function decides.
 *
 * @param id last part of the rule's name
 * @param says what comes through, for the console
 * @param pattern in the form of its JSON: maps, lists, texts and booleans
 * @param sample the detail of an event that comes through, as JSON
 */
public record Subscription(String id, String says, Map<String, Object> pattern, String sample) {
    private static final List<String> FAILED = List.of("TaskFailedToStart", "EssentialContainerExited");
    private static final List<String> SPOT = List.of("SpotInterruption", "TerminationNotice");
    private static final String TASK = "ECS Task State Change";

    /** Every rule. */
    public static List<Subscription> all() {
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

    /** The sample as it comes in that account and region. */
    public String event(String account, String region) {
        return """
                {"version": "0", "id": "0a1b2c3d-0000-4000-8000-000000000000", "detail-type": "%s", "source": "%s",
                 "account": "%s", "time": "2026-01-01T00:00:00Z", "region": "%s", "resources": [], "detail": %s}""".formatted(first("detail-type"), first("source"), account, region, sample);
    }

    /** The pattern with booleans as their text, as a rule that is read has it. */
    public Object plain() {
        return plain(pattern);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Map<?, ?> members -> {
                Map<String, Object> plain = new TreeMap<>();
                members.forEach((name, member) -> plain.put(String.valueOf(name), plain(member)));
                yield plain;
            }
            case List<?> items -> items.stream().map(Subscription::plain).toList();
            default -> value.toString();
        };
    }

    private String first(String field) {
        return pattern.get(field) instanceof List<?> values ? String.valueOf(values.getFirst()) : "";
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
                                Map.of("stopCode", List.of(Map.of("exists", false))))),
                "{\"lastStatus\": \"STOPPED\", \"stopCode\": \"TaskFailedToStart\"}");
    }

    private static Subscription spot() {
        return ecs(
                "spot-interruptions",
                "Tasks that Fargate Spot takes back, with the warning two minutes before",
                TASK,
                Map.of("desiredStatus", List.of("STOPPED"), "stopCode", SPOT),
                "{\"desiredStatus\": \"STOPPED\", \"stopCode\": \"SpotInterruption\"}");
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
                                Map.of("eventName", List.of("SERVICE_STEADY_STATE")))),
                "{\"eventType\": \"ERROR\", \"eventName\": \"SERVICE_TASK_PLACEMENT_FAILURE\"}");
    }

    private static Subscription deployments() {
        return ecs(
                "deployments",
                "Deployments that begin, complete or fail",
                "ECS Deployment State Change",
                names("SERVICE_DEPLOYMENT_FAILED", "SERVICE_DEPLOYMENT_COMPLETED", "SERVICE_DEPLOYMENT_IN_PROGRESS"),
                "{\"eventName\": \"SERVICE_DEPLOYMENT_FAILED\"}");
    }

    private static Subscription instanceHealth() {
        return ecs(
                "instance-health",
                "Container instances that are impaired",
                "ECS Container Instance Health Change",
                Map.of("overallStatus", List.of("IMPAIRED")),
                "{\"overallStatus\": \"IMPAIRED\"}");
    }

    private static Subscription hooks() {
        return ecs(
                "deployment-hooks",
                "Deployments that wait for a person, or whose hook failed",
                "ECS Hook State Change",
                names("HOOK_AWAITING_ACTION", "HOOK_TIMED_OUT", "HOOK_FAILED"),
                "{\"eventName\": \"HOOK_FAILED\"}");
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
                        names("DAEMON_TASK_START_IMPAIRED", "ROLLBACK_FAILED")),
                "{\"eventName\": \"DAEMON_TASK_START_IMPAIRED\"}");
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
                        Map.of("service", List.of("ECS"), "eventTypeCode", List.of(Map.of("prefix", "AWS_ECS_")))),
                "{\"service\": \"ECS\", \"eventTypeCode\": \"AWS_ECS_TASK_PATCHING_RETIREMENT\"}");
    }

    private static Subscription ecs(
            String id, String says, String detailType, Map<String, Object> detail, String sample) {
        return new Subscription(
                id,
                says,
                Map.of("source", List.of("aws.ecs"), "detail-type", List.of(detailType), "detail", detail),
                sample);
    }

    private static Map<String, Object> names(String... eventNames) {
        return Map.of("eventName", List.of(eventNames));
    }
}
