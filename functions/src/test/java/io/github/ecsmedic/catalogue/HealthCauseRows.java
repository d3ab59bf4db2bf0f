package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.LOG_GROUP;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeBalancers.BALANCER_GROUP;
import static io.github.ecsmedic.account.FakeBalancers.LOAD_BALANCER;
import static io.github.ecsmedic.account.FakeBalancers.TARGET_GROUP;
import static io.github.ecsmedic.catalogue.CauseRows.row;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.LoadBalancer;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.account.Target;
import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.account.TaskDefinition.HealthCheck;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.stream.Stream;

/** The rows of the causes by which a health check or a load balancer ends a task. */
final class HealthCauseRows {
    private HealthCauseRows() {}

    static Stream<Row> all() {
        return Stream.of(answers(), ways(), groups(), containers()).flatMap(rows -> rows);
    }

    private static Stream<Row> answers() {
        return Stream.of(row(
                        "lb.health_path",
                        code("404"),
                        balanced(),
                        "The health check of target group api asks for /up and gets 404, where it wants 200",
                        TARGET_GROUP,
                        "/up")
                .unless(balanced().targetGroup(g -> asking(g, "traffic-port", "200,404"))));
    }

    private static Stream<Row> ways() {
        return Stream.of(
                row(
                                "lb.ingress_denied",
                                timeout(),
                                balanced().group(new SecurityGroup(GROUP, VPC, List.of(), List.of())),
                                "The security groups of the task (sg-0aa1) do not admit load balancer front on port"
                                        + " 8080",
                                LOAD_BALANCER,
                                BALANCER_GROUP,
                                GROUP)
                        .unless(balanced()),
                row(
                                "lb.port_mismatch",
                                timeout(),
                                logged("listening on 8080").targetGroup(g -> asking(g, "9000", "200")),
                                "The health check of target group api asks at port 9000, but the container listens on"
                                        + " 8080",
                                TARGET_GROUP)
                        .unless(logged("listening on 8080")),
                row(
                                "lb.slow_answers",
                                timeout().lived(600),
                                balanced().measured(m -> m.response(7.5)),
                                "The tasks behind target group api took up to 7.5s to answer, and the health check waits"
                                        + " only 5s",
                                TARGET_GROUP,
                                "7.5s")
                        .probable()
                        .unless(balanced().measured(m -> m.response(0.25))),
                row(
                                "lb.zone_not_enabled",
                                Failure.of("health.elb").fact(Fact.TARGET_GROUP, TARGET_GROUP),
                                balanced().balancer(HealthCauseRows::inOneZone),
                                "The task was placed in us-east-1a, where load balancer front is not enabled",
                                LOAD_BALANCER,
                                "us-east-1a")
                        .unless(balanced()),
                row(
                                "lb.zone_not_enabled",
                                Failure.of("health.elb_az_not_enabled").fact(Fact.TARGET_GROUP, TARGET_GROUP),
                                balanced().balancer(HealthCauseRows::inOneZone),
                                "The task was placed in us-east-1a, where load balancer front is not enabled",
                                LOAD_BALANCER,
                                "us-east-1a")
                        .unless(balanced()));
    }

    private static Stream<Row> groups() {
        return Stream.of(
                row(
                                "lb.target_group_unused",
                                Failure.of("health.elb"),
                                balanced().withoutListener(),
                                "No listener forwards to target group api, so its targets are never checked",
                                TARGET_GROUP)
                        .unless(balanced()),
                row(
                                "lb.target_group_missing",
                                Failure.of("health.elb_target_group_missing").fact(Fact.TARGET_GROUP, TARGET_GROUP),
                                balanced().withoutTargetGroup(),
                                "Target group " + TARGET_GROUP + " does not exist",
                                TARGET_GROUP)
                        .unless(balanced()));
    }

    private static Stream<Row> containers() {
        Failure slow = timeout().lived(80);
        return Stream.of(
                row(
                                "health.start_period_too_short",
                                slow,
                                slowly(),
                                "The task was stopped after 80s, while its application needs 95s to be up; only the"
                                        + " first 0s did not count",
                                "95s")
                        .unless(timeout().lived(1_000)),
                row(
                                "health.command_missing_binary",
                                unhealthy(),
                                checked("team/api:7", "/bin/sh: 1: curl: not found"),
                                "The health check of container app runs curl, which image team/api:7 does not have",
                                "app",
                                "curl",
                                "team/api:7")
                        .unless(checked("team/api:7", "GET /up 500")),
                row(
                                "health.container_failing",
                                unhealthy(),
                                checked("team/api:7", "GET /up 500"),
                                "The health check of container app fails: the application answers it with an error",
                                "app",
                                LOG_GROUP)
                        .unless(checked("team/api:7", "/bin/sh: 1: curl: not found")));
    }

    static Failure code(String code) {
        return Failure.of("health.elb_status_code")
                .stopCode("ServiceSchedulerInitiated")
                .fact(Fact.TARGET_GROUP, TARGET_GROUP)
                .fact(Fact.STATUS_CODE, code)
                .container("app", 0, "");
    }

    static Failure timeout() {
        return Failure.of("health.elb_timeout")
                .stopCode("ServiceSchedulerInitiated")
                .fact(Fact.TARGET_GROUP, TARGET_GROUP)
                .container("app", 0, "");
    }

    static Failure unhealthy() {
        return Failure.of("health.container")
                .stopCode("ServiceSchedulerInitiated")
                .container("app", 143, "")
                .lived(100);
    }

    /** The service behind the load balancer, whose group is admitted on the container's port. */
    static FakeAccount balanced() {
        return balanced(small());
    }

    static FakeAccount balanced(FakeAccount account) {
        Rule fromBalancer = new Rule("tcp", 8080, 8080, List.of(), List.of(BALANCER_GROUP), List.of());
        return account.balanced(0)
                .group(new SecurityGroup(GROUP, VPC, List.of(fromBalancer), List.of(FakeAccount.open("0.0.0.0/0"))));
    }

    static FakeAccount logged(String... lines) {
        return balanced().log(LOG_GROUP, Failure.STREAM, lines);
    }

    /** Its application takes longer than the health check waits, and another task of the revision made it. */
    private static FakeAccount slowly() {
        return logged("starting", "Started Api in 95.2 seconds")
                .target(new Target("10.0.0.55", "us-east-1a", "healthy", "", ""));
    }

    /** The container's own health check runs curl. */
    static FakeAccount checked(String image, String... lines) {
        return small().container(c -> FakeAccount.checked(
                        c, image, HealthCheck.of("CMD-SHELL", "curl -f http://localhost:8080/up || exit 1")))
                .log(LOG_GROUP, Failure.STREAM, lines);
    }

    static TargetGroup asking(TargetGroup g, String port, String matcher) {
        TargetGroup.HealthCheck h = g.healthCheck();
        return new TargetGroup(
                g.arn(),
                g.name(),
                g.targetType(),
                g.vpcId(),
                g.loadBalancers(),
                new TargetGroup.HealthCheck(
                        h.protocol(),
                        port,
                        h.path(),
                        matcher,
                        h.grpc(),
                        h.interval(),
                        h.timeout(),
                        h.healthyThreshold(),
                        h.unhealthyThreshold()));
    }

    static LoadBalancer inOneZone(LoadBalancer b) {
        return new LoadBalancer(
                b.arn(),
                b.name(),
                b.type(),
                b.scheme(),
                b.vpcId(),
                b.securityGroups(),
                List.of(b.zones().getLast()));
    }
}
