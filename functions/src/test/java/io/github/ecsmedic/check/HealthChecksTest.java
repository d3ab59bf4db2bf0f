package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.LOG_GROUP;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeBalancers.BALANCER_GROUP;
import static io.github.ecsmedic.account.FakeBalancers.LOAD_BALANCER;
import static io.github.ecsmedic.account.FakeBalancers.TARGET_GROUP;
import static io.github.ecsmedic.check.Failure.STREAM;
import static io.github.ecsmedic.check.NetworkChecksTest.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.LoadBalancer;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.account.Service.ServiceMessage;
import io.github.ecsmedic.account.Target;
import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.account.TaskDefinition.HealthCheck;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HealthChecksTest {
    private static final Instant LATER = Instant.parse("2026-11-20T03:05:00Z");
    private static final String SPEAKS =
            "(service api) (task 0123456789abcdef0123456789abcdef) (port 8080) is unhealthy" + " in (target-group "
                    + TARGET_GROUP + ") due to (reason ";

    record Row(String name, Check check, Failure failure, FakeAccount account, String says) {
        @Override
        public String toString() {
            return check.id() + ": " + name;
        }
    }

    private static Row row(Check check, String name, Failure failure, FakeAccount account, String says) {
        return new Row(name, check, failure, account, says);
    }

    static Stream<Row> rows() {
        return Stream.of(
                        answers(),
                        paths(),
                        ports(),
                        ingress(),
                        egress(),
                        zones(),
                        uses(),
                        windows(),
                        boots(),
                        requests(),
                        commands(),
                        revisions())
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void check_ofHealth_answers(Row row) {
        assertThat(says(row.check().run(row.failure().in(row.account())))).isEqualTo(row.says());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void check_ofHealth_asksOnlyWhatItDeclares(Row row) {
        row.check().run(row.failure().in(row.account()));

        assertThat(row.account().asked()).isSubsetOf(row.check().actions());
    }

    private static Stream<Row> answers() {
        Check check = new HealthCheckAnswer();
        Failure vague = Failure.of("health.elb");
        return Stream.of(
                row(check, "the message names a code", code("404"), balanced(), "wrong-code"),
                row(check, "the message names a server's error", code("503"), balanced(), "server-error"),
                row(check, "the message tells of a time-out", timeout(), balanced(), "timeout"),
                row(
                        check,
                        "the message tells of a zone",
                        Failure.of("health.elb_az_not_enabled"),
                        balanced(),
                        "zone-not-enabled"),
                row(
                        check,
                        "the message tells of a group that is gone",
                        Failure.of("health.elb_target_group_missing"),
                        balanced(),
                        "group-missing"),
                row(
                        check,
                        "the service's event about this task names a code",
                        vague,
                        said(LATER, SPEAKS + "Health checks failed with these codes: [404])."),
                        "wrong-code"),
                row(
                        check,
                        "the service's event about this task tells of a time-out",
                        vague,
                        said(LATER, SPEAKS + "Request timed out)."),
                        "timeout"),
                row(
                        check,
                        "the service's event only says that it failed",
                        vague,
                        said(LATER, SPEAKS + "Health checks failed)."),
                        "failed"),
                row(
                        check,
                        "an event about another task since this one was created",
                        Failure.of("health.elb").lived(60),
                        said(LATER, SPEAKS.replace("task 0", "task f") + "Request timed out)."),
                        "timeout"),
                row(
                        check,
                        "an event about another task before this one was created",
                        Failure.of("health.elb").lived(60),
                        said(
                                Instant.parse("2026-11-20T02:00:00Z"),
                                SPEAKS.replace("task 0", "task f") + "Request timed out)."),
                        "n/a: neither message nor service nor targets tell what the health check got"),
                row(
                        check,
                        "a target names a code",
                        vague,
                        balanced()
                                .target(target(
                                        "Target.ResponseCodeMismatch", "Health checks failed with these codes: [500]")),
                        "server-error"),
                row(
                        check,
                        "the old target is no longer registered",
                        vague,
                        balanced().target(target("Target.NotRegistered", "Target is not registered")),
                        "n/a: neither message nor service nor targets tell what the health check got"),
                row(
                        check,
                        "a target lies in a zone that is not enabled",
                        vague,
                        balanced()
                                .target(target(
                                        "Target.NotInUse",
                                        "Target is in an Availability Zone that is not enabled for the load balancer")),
                        "zone-not-enabled"),
                row(
                        check,
                        "a target is not used",
                        vague,
                        balanced()
                                .target(target(
                                        "Target.NotInUse",
                                        "Target group is not configured to receive traffic from the load balancer")),
                        "unused"),
                row(
                        check,
                        "the targets cannot be read",
                        vague,
                        balanced().unknown("elasticloadbalancing:DescribeTargetHealth", "AccessDenied"),
                        "open: AccessDenied: elasticloadbalancing:DescribeTargetHealth"),
                row(
                        check,
                        "the service cannot be read, a target tells",
                        Failure.of("health.elb").fact(Fact.TARGET_GROUP, TARGET_GROUP),
                        balanced()
                                .target(target("Target.Timeout", "Request timed out"))
                                .unknown("ecs:DescribeServices", "Throttled"),
                        "timeout"),
                row(
                        check,
                        "the container's own check failed",
                        unhealthy(),
                        balanced(),
                        "n/a: no load balancer complained of the task"));
    }

    private static Stream<Row> paths() {
        Check check = new HealthCheckPath();
        return Stream.of(
                row(check, "404", code("404"), balanced(), "path"),
                row(check, "a redirection", code("302"), balanced(), "path"),
                row(check, "another success", code("204"), balanced(), "matcher"),
                row(check, "it is accepted by now", code("404"), matching("200,404"), "passed"),
                row(check, "it is accepted in a range", code("204"), matching("200-299"), "passed"),
                row(
                        check,
                        "a server's error",
                        code("503"),
                        balanced(),
                        "open: whether 503 comes from a wrong path or from the application itself is not known:"
                                + " elasticloadbalancing:DescribeTargetGroups"),
                row(
                        check,
                        "the code is cut off",
                        Failure.of("health.elb_status_code").fact(Fact.TARGET_GROUP, TARGET_GROUP),
                        balanced(),
                        "open: the status code is not told, or it is one of gRPC:"
                                + " elasticloadbalancing:DescribeTargetGroups"),
                row(check, "a time-out", timeout(), balanced(), "n/a: the health check got no status code"),
                row(
                        check,
                        "the group is gone",
                        code("404"),
                        balanced().withoutTargetGroup(),
                        "n/a: there is no target group " + TARGET_GROUP),
                row(
                        check,
                        "the group cannot be read",
                        code("404"),
                        balanced().unknown("elasticloadbalancing:DescribeTargetGroups", "AccessDenied"),
                        "open: AccessDenied: elasticloadbalancing:DescribeTargetGroups"),
                row(
                        check,
                        "the log cannot be read",
                        code("404"),
                        balanced().unknown("logs:GetLogEvents", "AccessDenied"),
                        "path"),
                row(
                        check,
                        "neither message nor service name one group",
                        Failure.of("health.elb_status_code").fact(Fact.STATUS_CODE, "404"),
                        small(),
                        "open: the message does not name the target group: ecs:DescribeServices"));
    }

    private static Stream<Row> ports() {
        Check check = new HealthCheckPort();
        return Stream.of(
                row(check, "the log says so", timeout(), logged("Server listening on :8080"), "passed"),
                row(check, "the log names another port", timeout(), logged("listening on port 3000"), "elsewhere"),
                row(
                        check,
                        "the log names loopback",
                        timeout(),
                        logged("Listening at: http://127.0.0.1:8080 (7)"),
                        "loopback"),
                row(
                        check,
                        "one of several places",
                        timeout(),
                        logged("listening on 127.0.0.1:8080", "listening on 0.0.0.0:8080"),
                        "passed"),
                row(
                        check,
                        "a side door does not count",
                        timeout(),
                        logged("metrics server listening on :9090"),
                        "open: the log does not say on which port the container listens: logs:GetLogEvents"),
                row(check, "no container has the port", timeout(), asking("9000"), "undeclared"),
                row(
                        check,
                        "a fixed port that a container has",
                        timeout(),
                        asking("8080").log(LOG_GROUP, STREAM, "starting"),
                        "open: the log does not say on which port the container listens: logs:GetLogEvents"),
                row(
                        check,
                        "the log cannot be read",
                        timeout(),
                        balanced().unknown("logs:GetLogEvents", "AccessDenied"),
                        "open: AccessDenied: logs:GetLogEvents"),
                row(
                        check,
                        "the service cannot be read",
                        timeout(),
                        balanced().unknown("ecs:DescribeServices", "AccessDenied"),
                        "open: AccessDenied: ecs:DescribeServices"),
                row(
                        check,
                        "a code came back",
                        code("404"),
                        balanced(),
                        "n/a: the target answered, so something listens"),
                row(
                        check,
                        "the targets are instances",
                        timeout(),
                        ofType("instance"),
                        "n/a: the targets of api are not addresses of tasks"));
    }

    private static Stream<Row> ingress() {
        Check check = new BalancerIngress();
        return Stream.of(
                row(check, "by group", timeout(), balanced(), "passed"),
                row(check, "another port only", timeout(), asking("9000"), "not-admitted"),
                row(check, "no rule", timeout(), admitting(), "not-admitted"),
                row(check, "another group", timeout(), admitting(from("sg-0other")), "not-admitted"),
                row(
                        check,
                        "by the VPC's addresses",
                        timeout(),
                        admitting(FakeAccount.tcp(8080, "10.0.0.0/16")),
                        "passed"),
                row(
                        check,
                        "by addresses of one zone only",
                        timeout(),
                        admitting(FakeAccount.tcp(8080, "10.0.99.0/24")),
                        "open: whether sg-0aa1 admits every node of load balancer front is not known:"
                                + " ec2:DescribeSecurityGroups"),
                row(
                        check,
                        "by part of a subnet",
                        timeout(),
                        admitting(FakeAccount.tcp(8080, "10.0.99.9/32"), FakeAccount.tcp(8080, "10.0.98.9/32")),
                        "open: whether sg-0aa1 admits every node of load balancer front is not known:"
                                + " ec2:DescribeSecurityGroups"),
                row(
                        check,
                        "by addresses elsewhere",
                        timeout(),
                        admitting(FakeAccount.tcp(8080, "192.168.0.0/16")),
                        "not-admitted"),
                row(
                        check,
                        "by a list of addresses",
                        timeout(),
                        admitting(new Rule("tcp", 8080, 8080, List.of(), List.of(), List.of("pl-0123"))),
                        "open: whether sg-0aa1 admits every node of load balancer front is not known:"
                                + " ec2:DescribeSecurityGroups"),
                row(
                        check,
                        "a network load balancer without groups, admitted by subnet",
                        timeout(),
                        withoutGroups(FakeAccount.tcp(8080, "10.0.96.0/20")),
                        "passed"),
                row(
                        check,
                        "a network load balancer without groups, not admitted",
                        timeout(),
                        withoutGroups(from(BALANCER_GROUP)),
                        "not-admitted"),
                row(
                        check,
                        "its subnets cannot be read",
                        timeout(),
                        withoutGroups(FakeAccount.tcp(8080, "10.0.96.0/20"))
                                .unknown("ec2:DescribeSubnets", "Throttled"),
                        "open: Throttled: ec2:DescribeSubnets"));
    }

    private static Stream<Row> egress() {
        Check check = new BalancerIngress();
        return Stream.of(
                row(
                        check,
                        "the load balancer's group lets nothing out",
                        timeout(),
                        balanced().group(new SecurityGroup(BALANCER_GROUP, VPC, List.of(), List.of())),
                        "not-let-out"),
                row(
                        check,
                        "it lets out to the task's group",
                        timeout(),
                        balanced().group(new SecurityGroup(BALANCER_GROUP, VPC, List.of(), List.of(from(GROUP)))),
                        "passed"),
                row(
                        check,
                        "an ACL of the task's subnet denies it",
                        timeout(),
                        behindAcl(FakeAccount.SUBNET),
                        "acl-denied"),
                row(
                        check,
                        "an ACL of one node's subnet denies it",
                        timeout(),
                        behindAcl("subnet-0cc3"),
                        "open: only some nodes of load balancer front are kept away: Rule 90 of network ACL acl-0cc3 of"
                                + " subnet-0cc3 denies packets in from the task to ports 1024–65535: ec2:DescribeNetworkAcls"),
                row(
                        check,
                        "the ACLs cannot be read",
                        timeout(),
                        balanced().unknown("ec2:DescribeNetworkAcls", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeNetworkAcls"),
                row(
                        check,
                        "the groups cannot be read",
                        timeout(),
                        balanced().unknown("ec2:DescribeSecurityGroups", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeSecurityGroups"),
                row(
                        check,
                        "the load balancer cannot be read",
                        timeout(),
                        balanced().unknown("elasticloadbalancing:DescribeLoadBalancers", "AccessDenied"),
                        "open: AccessDenied: elasticloadbalancing:DescribeLoadBalancers"),
                row(
                        check,
                        "the targets are instances",
                        timeout(),
                        ofType("instance"),
                        "open: the targets of api are no addresses of tasks, and their security groups are not read:"
                                + " ec2:DescribeInstances"),
                row(
                        check,
                        "a code came back",
                        code("404"),
                        admitting(),
                        "n/a: the target answered, so the load balancer reaches it"));
    }

    private static Stream<Row> zones() {
        Check check = new BalancerZones();
        return Stream.of(
                row(check, "enabled", timeout(), balanced(), "passed"),
                row(
                        check,
                        "not enabled",
                        timeout(),
                        balanced().balancer(HealthChecksTest::inTheOtherZone),
                        "not-enabled"),
                row(
                        check,
                        "no task",
                        Failure.of("health.elb").withoutTask(),
                        balanced(),
                        "open: the event does not name the Availability Zone of the task: event"),
                row(
                        check,
                        "the load balancer cannot be read",
                        timeout(),
                        balanced().unknown("elasticloadbalancing:DescribeLoadBalancers", "time"),
                        "open: time: elasticloadbalancing:DescribeLoadBalancers"),
                row(
                        check,
                        "no load balancer",
                        timeout(),
                        balanced().targetGroup(HealthChecksTest::alone),
                        "n/a: no load balancer uses target group api"));
    }

    private static Stream<Row> uses() {
        Check check = new TargetGroupUse();
        Failure vague = Failure.of("health.elb");
        return Stream.of(
                row(check, "a listener forwards", vague, balanced(), "passed"),
                row(check, "no listener forwards", vague, balanced().withoutListener(), "unused"),
                row(check, "no load balancer", vague, balanced().targetGroup(HealthChecksTest::alone), "unused"),
                row(check, "no such group", vague, balanced().withoutTargetGroup(), "missing"),
                row(
                        check,
                        "the listeners cannot be read",
                        vague,
                        balanced().unknown("elasticloadbalancing:DescribeListeners", "AccessDenied"),
                        "open: AccessDenied: elasticloadbalancing:DescribeListeners"),
                row(
                        check,
                        "it was asked",
                        timeout(),
                        balanced(),
                        "n/a: a load balancer asked the target, so it uses the target group"));
    }

    private static Stream<Row> windows() {
        Check check = new StartWindow();
        return Stream.of(
                row(check, "as short as it can be", timeout().lived(70), balanced(), "never-healthy"),
                row(check, "the last second", timeout().lived(105), balanced(), "never-healthy"),
                row(check, "one second longer", timeout().lived(106), balanced(), "passed"),
                row(check, "with a grace period", timeout().lived(400), small().balanced(300), "never-healthy"),
                row(check, "the container's own", unhealthy().lived(140), checked("app:1"), "never-healthy"),
                row(check, "the container's own, much later", unhealthy().lived(141), checked("app:1"), "passed"),
                row(
                        check,
                        "a container without a health check",
                        unhealthy().lived(60),
                        small(),
                        "open: the task definition has no health check of the container: ecs:DescribeTaskDefinition"),
                row(
                        check,
                        "no times",
                        timeout(),
                        balanced(),
                        "open: the event does not tell how long the task lived: event"),
                row(
                        check,
                        "the service cannot be read",
                        timeout().lived(70),
                        balanced().unknown("ecs:DescribeServices", "AccessDenied"),
                        "open: AccessDenied: ecs:DescribeServices"));
    }

    private static Stream<Row> boots() {
        Check check = new BootTime();
        return Stream.of(
                row(check, "up at once", timeout().lived(100), logged("listening on 8080"), "passed"),
                row(check, "up too late", timeout().lived(50), logged("listening on 8080"), "slow"),
                row(
                        check,
                        "it says how long it took",
                        timeout().lived(100),
                        logged("Started Api in 71.4 seconds (process running for 75)"),
                        "slow"),
                row(
                        check,
                        "it does not say",
                        timeout().lived(100),
                        logged("loading", "still loading"),
                        "open: the log does not say when the application is up: logs:GetLogEvents"),
                row(
                        check,
                        "no log stream",
                        timeout().lived(100),
                        balanced(),
                        "open: there is no log stream " + STREAM + " in " + LOG_GROUP + ": logs:GetLogEvents"),
                row(
                        check,
                        "no times",
                        timeout(),
                        balanced(),
                        "open: the event does not tell when the task started: event"));
    }

    private static Stream<Row> requests() {
        Check check = new HealthRequests();
        return Stream.of(
                row(check, "answered well at last", timeout(), logged("GET /up 503", "GET /up 200"), "passed"),
                row(check, "refused", timeout(), logged("GET /up 401"), "refused"),
                row(check, "an error", timeout(), logged("GET /up 200", "\"GET /up HTTP/1.1\" 500 12"), "server-error"),
                row(check, "another path", timeout(), logged("GET / 500"), "n/a: the log shows no request for /up"),
                row(check, "the container's own", unhealthy(), checked("app:1", "GET /up 500"), "server-error"),
                row(
                        check,
                        "the container's own without an address",
                        unhealthy(),
                        small(),
                        "n/a: the health check asks for no path"),
                row(
                        check,
                        "the log cannot be read",
                        timeout(),
                        balanced().unknown("logs:GetLogEvents", "AccessDenied"),
                        "open: AccessDenied: logs:GetLogEvents"));
    }

    private static Stream<Row> commands() {
        Check check = new HealthCommand();
        Check words = new MissingProgram();
        String open = "open: neither the log nor the image's name tells whether the image has curl: logs:GetLogEvents";
        return Stream.of(
                row(check, "the log names it", unhealthy(), checked("app:1", "sh: curl: not found"), "missing"),
                row(
                        check,
                        "the runtime names it",
                        Failure.of("health.container")
                                .container(
                                        "app",
                                        137,
                                        "OCI runtime exec failed: exec: \"curl\": executable file not found"),
                        checked("app:1"),
                        "missing"),
                row(check, "another program is not found", unhealthy(), checked("app:1", "sh: jq: not found"), open),
                row(check, "the log shows its requests", unhealthy(), checked("app:1", "GET /up 404"), "passed"),
                row(check, "a slim image", unhealthy(), checked("python:3.13-slim", "starting"), "unlikely"),
                row(check, "a whole image", unhealthy(), checked("python:3.13", "starting"), "passed"),
                row(check, "an image of one's own", unhealthy(), checked("app:1", "starting"), open),
                row(
                        check,
                        "it had passed for an hour",
                        unhealthy().lived(3_600),
                        checked("app:1", "starting"),
                        "passed"),
                row(
                        check,
                        "the log cannot be read",
                        unhealthy(),
                        checked("app:1").unknown("logs:GetLogEvents", "AccessDenied"),
                        open),
                row(check, "no health check", unhealthy(), small(), "n/a: container app has no health check"),
                row(check, "a load balancer's", timeout(), balanced(), "n/a: no health check of a container failed"),
                row(
                        words,
                        "the log names it",
                        unhealthy(),
                        checked("app:1", "bash: line 1: curl: command not found"),
                        "missing"),
                row(
                        words,
                        "the log is silent",
                        unhealthy(),
                        checked("app:1", "starting"),
                        "open: neither message nor log says whether the image has curl: logs:GetLogEvents"),
                row(
                        words,
                        "the log cannot be read",
                        unhealthy(),
                        checked("app:1").unknown("logs:GetLogEvents", "AccessDenied"),
                        "open: AccessDenied: logs:GetLogEvents"),
                row(words, "no health check", unhealthy(), small(), "n/a: there is no health check of a container"));
    }

    private static Stream<Row> revisions() {
        Check check = new RevisionHealth();
        String open = "open: no other task of api:42 is seen to be healthy: ";
        return Stream.of(
                row(
                        check,
                        "a healthy target of the only deployment",
                        timeout(),
                        balanced().target(new Target("10.0.0.8", "", "healthy", "", "")),
                        "passed"),
                row(
                        check,
                        "no healthy target",
                        timeout(),
                        balanced().target(target("Target.Timeout", "")),
                        open + "elasticloadbalancing:DescribeTargetHealth"),
                row(
                        check,
                        "the service cannot be read",
                        timeout(),
                        balanced().unknown("ecs:DescribeServices", "AccessDenied"),
                        "open: AccessDenied: ecs:DescribeServices"),
                row(check, "a container's own check", unhealthy(), small(), open + "ecs:DescribeServices"));
    }

    @Test
    void wrongPath_namesThePathThatTheLogShowsToWork() {
        String asked = "10.0.99.5 - - \"GET /up HTTP/1.1\" 404 153 \"-\" \"ELB-HealthChecker/2.0\"";
        String well = "10.0.0.1 - - \"GET /healthz HTTP/1.1\" 200 2 \"-\" \"curl/8.5.0\"";

        CheckResult result = new HealthCheckPath().run(code("404").in(logged("starting", asked, well, asked)));

        assertThat(result)
                .isEqualTo(new Failed(
                        "path",
                        Resources.of(
                                "target-group", TARGET_GROUP,
                                "health-check-path", "/up",
                                "matcher", "200",
                                "status-code", "404",
                                "answering-path", "/healthz"),
                        List.of(
                                new Evidence(
                                        "The health check of target group api asks for /up and wants 200, but got 404",
                                        "elasticloadbalancing:DescribeTargetGroups"),
                                new Evidence(
                                        "The log shows 2 requests for /up, answered with 404", "logs:GetLogEvents"),
                                new Evidence("The log shows that /healthz is answered well", "logs:GetLogEvents")),
                        List.of(new Exhibit.Log(new LogTail(LOG_GROUP, STREAM, List.of(well, asked, asked))))));
    }

    @Test
    void wrongPath_namesThePathOfTheContainersOwnCheck() {
        FakeAccount account = balanced()
                .container(c -> FakeAccount.checked(
                        c, "app:1", HealthCheck.of("CMD", "wget", "-q", "http://localhost:8080/ready?x=1")));

        assertThat(new HealthCheckPath().run(code("404").in(account)))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.resources().first("answering-path"))
                                .isEqualTo("/ready"));
    }

    @Test
    void admittedLoadBalancer_isShownWithBothGroups() {
        assertThat(new BalancerIngress().run(timeout().in(balanced())))
                .isEqualTo(new Passed(
                        Resources.of(
                                "load-balancer",
                                LOAD_BALANCER,
                                "port",
                                "8080",
                                "security-group",
                                GROUP,
                                "balancer-security-group",
                                BALANCER_GROUP),
                        new Evidence(
                                "sg-0aa1 of the task admits sg-0ba1 of load balancer front on port 8080",
                                "ec2:DescribeSecurityGroups")));
    }

    private static Failure code(String code) {
        return Failure.of("health.elb_status_code")
                .fact(Fact.TARGET_GROUP, TARGET_GROUP)
                .fact(Fact.STATUS_CODE, code);
    }

    private static Failure timeout() {
        return Failure.of("health.elb_timeout").fact(Fact.TARGET_GROUP, TARGET_GROUP);
    }

    private static Failure unhealthy() {
        return Failure.of("health.container").container("app", 143, "");
    }

    private static Target target(String reason, String description) {
        return new Target("10.0.0.77", "us-east-1a", "unhealthy", reason, description);
    }

    /** Nothing comes in there from the addresses of the VPC. */
    private static FakeAccount behindAcl(String subnet) {
        return balanced()
                .acl(
                        subnet,
                        List.of(FakeAccount.rule(90, false, "10.0.0.0/16", 0, 65_535), FakeAccount.anything()),
                        List.of(FakeAccount.anything()));
    }

    private static FakeAccount said(Instant at, String text) {
        return small().balanced(0, new ServiceMessage(at, text));
    }

    private static FakeAccount balanced() {
        return admitting(from(BALANCER_GROUP));
    }

    private static Rule from(String group) {
        return new Rule("tcp", 8080, 8080, List.of(), List.of(group), List.of());
    }

    /** The task's group has these rules for who may come in. */
    private static FakeAccount admitting(Rule... rules) {
        return small().balanced(0)
                .group(new SecurityGroup(GROUP, VPC, List.of(rules), List.of(FakeAccount.open("0.0.0.0/0"))));
    }

    private static FakeAccount withoutGroups(Rule... rules) {
        return admitting(rules)
                .balancer(b ->
                        new LoadBalancer(b.arn(), b.name(), "network", b.scheme(), b.vpcId(), List.of(), b.zones()));
    }

    private static FakeAccount logged(String... lines) {
        return balanced().log(LOG_GROUP, STREAM, lines);
    }

    private static FakeAccount checked(String image, String... lines) {
        FakeAccount account = small().container(c -> FakeAccount.checked(
                c, image, HealthCheck.of("CMD-SHELL", "curl -f http://localhost:8080/up || exit 1")));
        return lines.length == 0 ? account : account.log(LOG_GROUP, STREAM, lines);
    }

    private static FakeAccount matching(String matcher) {
        return balanced().targetGroup(g -> with(g, g.targetType(), "traffic-port", matcher, g.loadBalancers()));
    }

    private static FakeAccount asking(String port) {
        return balanced().targetGroup(g -> with(g, g.targetType(), port, "200", g.loadBalancers()));
    }

    private static FakeAccount ofType(String type) {
        return balanced().targetGroup(g -> with(g, type, "traffic-port", "200", g.loadBalancers()));
    }

    private static TargetGroup alone(TargetGroup g) {
        return with(g, g.targetType(), "traffic-port", "200", List.of());
    }

    private static TargetGroup with(TargetGroup g, String type, String port, String matcher, List<String> balancers) {
        TargetGroup.HealthCheck h = g.healthCheck();
        return new TargetGroup(
                g.arn(),
                g.name(),
                type,
                g.vpcId(),
                balancers,
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

    private static LoadBalancer inTheOtherZone(LoadBalancer b) {
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
