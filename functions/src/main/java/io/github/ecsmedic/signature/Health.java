package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.model.AlertClass.JUDGE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.finds;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.in;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Clue.tight;

import java.util.List;

/** A health check ended or marked the task. A status code wins over a time-out in the same text. */
public final class Health {
    private Health() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "health.elb_az_not_enabled",
                        FAILURE,
                        "The target lies in a zone that the load balancer does not serve",
                        any(
                                has("not enabled for the load balancer"),
                                all(has("availability zone", "not enabled"), hasAny("target", "load balancer"))),
                        Fact.TARGET_GROUP,
                        Fact.PORT),
                Signature.of(
                        "health.elb_target_group_missing",
                        FAILURE,
                        "The target group or the target does not exist",
                        any(
                                hasAny(
                                        "target group is not found",
                                        "target is not found",
                                        "TargetGroupNotFound",
                                        "target groups not found",
                                        "target group not found",
                                        "target-group not found"),
                                all(
                                        hasAny("target group", "target-group"),
                                        hasAny("does not exist", "could not be found", "cannot be found"))),
                        Fact.TARGET_GROUP),
                Signature.of(
                        "health.elb_status_code",
                        JUDGE,
                        "The health check got another status code than it wants",
                        any(
                                hasAny(
                                        "failed with these codes",
                                        "failed with code",
                                        "ResponseCodeMismatch",
                                        "response code mismatch"),
                                all(elb(), hasAny("these codes", "status code"))),
                        Fact.TARGET_GROUP,
                        Fact.PORT,
                        Fact.STATUS_CODE,
                        Fact.INSTANCE),
                Signature.of(
                        "health.elb_timeout",
                        JUDGE,
                        "The health check got no answer in time",
                        any(
                                has("Target.Timeout"),
                                all(
                                        elb(),
                                        hasAny(
                                                "request timed out",
                                                "timed out",
                                                "timeout",
                                                "connection to target timed"))),
                        Fact.TARGET_GROUP,
                        Fact.PORT,
                        Fact.INSTANCE),
                Signature.of(
                        "health.container",
                        FAILURE,
                        "The container's own health check failed",
                        all(
                                any(
                                        hasAny(
                                                "failed container health check",
                                                "container health check failed",
                                                "container health checks failed",
                                                "container failed health check",
                                                "failing container health check",
                                                "containers are unhealthy",
                                                "container is unhealthy",
                                                "container became unhealthy"),
                                        all(
                                                has("health check", "container"),
                                                hasAny("failed container", "unhealthy container"))),
                                not(hasAny("depend", "elb health")))),
                Signature.of(
                        "health.elb",
                        JUDGE,
                        "A health check of the load balancer failed, it is not said how",
                        any(elb(), hasAny("Target.FailedHealthChecks", "UnhealthyThreshold number")),
                        Fact.TARGET_GROUP,
                        Fact.PORT,
                        Fact.INSTANCE),
                Signature.of(
                        "health.endpoint_http_error",
                        FAILURE,
                        "The health path answers with an error",
                        all(in(Field.LOG), accessLog()),
                        Fact.STATUS_CODE),
                Signature.fallback(
                        "health.unknown",
                        JUDGE,
                        "ECS replaced tasks because they were unhealthy",
                        any(
                                hasAny(
                                        "unhealthy status",
                                        "SERVICE_HEALTH_UNKNOWN",
                                        "DISCOVERY_INSTANCE_UNHEALTHY",
                                        "LATTICE_TARGET_UNHEALTHY",
                                        "reported unhealthy",
                                        "marked unhealthy",
                                        "marked as unhealthy"),
                                all(
                                        in(Field.SERVICE_EVENT, Field.STOPPED_REASON),
                                        hasAny("unhealthy", "health check", "is not healthy"))),
                        Fact.TARGET_GROUP));
    }

    private static Clue elb() {
        return any(
                hasAny(
                        "failed elb health check",
                        "failed ELB healthcheck",
                        "elb health checks failed",
                        "unhealthy in target-group",
                        "unhealthy in (target-group",
                        "unhealthy in (elb",
                        "unhealthy in elb",
                        "unhealthy in target group",
                        "unhealthy in (target group",
                        "healthy in target-group",
                        "healthy in (target-group"),
                all(has("unhealthy"), hasAny("target-group", "target group", "targetgroup/", "load balancer")),
                all(has("due to (reason"), has("health checks failed")),
                has("(reason request timed out)"));
    }

    private static Clue accessLog() {
        return any(
                all(
                        hasAny("health", "ping", "ready", "live", "status", "alive"),
                        hasAny("get/", "head/"),
                        any(
                                finds(
                                        "(GET|HEAD) /\\S*(health|ping|ready|readiness|live|liveness|alive|status)\\S*( HTTP/[0-9.]+)?[\"']? ?(-|:|status=|code=|=>|returned|responded)? ?\\(?[45][0-9]{2}([^0-9.]|$)"),
                                tight(
                                        "(get|head)/[a-z0-9/_.?=&%-]*(health|ping|ready|live|status)[a-z0-9/_.?=&%-]*http/(1\\.[01]|2\\.0|2|3)-?:?[45][0-9]{2}"))),
                all(
                        has("status"),
                        hasAny("health", "ready", "/ping", "live"),
                        any(
                                tight(
                                        "(health|ready|ping|live)[a-z0-9/_.-]*,[^{}]*status_?(code)?[:=][45][0-9]{2}([^0-9]|$)"),
                                tight(
                                        "status_?(code)?[:=][45][0-9]{2}[^0-9{}][^{}]*/[a-z0-9/_.-]*(health|ready|ping|live)"))),
                all(has("|"), has("health"), finds("\\| *[45][0-9]{2} *\\|.*(GET|HEAD) +\"?/\\S*health")),
                all(has("elb-healthchecker"), tight("http/(1\\.[01]|2\\.0|2|3)-?:?[45][0-9]{2}")));
    }
}
