package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeBalancers.BALANCER_GROUP;
import static io.github.ecsmedic.account.FakeBalancers.LOAD_BALANCER;
import static io.github.ecsmedic.account.FakeBalancers.TARGET_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.LoadBalancer;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.Shell;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Remedy.Tier;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthFixesTest {
    private static final Subject API = new Subject(FakeAccount.ID, FakeAccount.REGION, "prod", "api", "", "api:42");

    private record Told(String commands, String undo, String caution) {}

    private static Told told(String fix, String cause, Inquiry inquiry) {
        Cause found = Conclusion.of(inquiry).causes().stream()
                .filter(c -> c.id().equals(cause))
                .findFirst()
                .orElseThrow();
        return told(fix, found, inquiry.subject());
    }

    private static Told told(String id, Cause cause, Subject subject) {
        Fix fix = fix(id);
        var steps = fix.plan(cause, subject);
        return new Told(
                String.join("\n", steps.stream().map(s -> Shell.join(s.argv())).toList()),
                String.join("\n", steps.stream().map(s -> Shell.join(s.undo())).toList()),
                fix.caution(cause, subject));
    }

    private static Fix fix(String id) {
        return Fixes.all().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void correctHealthCheck_withoutAKnownPath_leavesAPlaceThatAwsRefuses() {
        assertThat(told(
                        "correct-health-check",
                        "lb.health_path",
                        HealthCauseRows.code("404").in(HealthCauseRows.balanced())))
                .isEqualTo(new Told(
                        "aws elbv2 modify-target-group --target-group-arn " + TARGET_GROUP
                                + " --health-check-path '<PATH>' --region us-east-1",
                        "aws elbv2 modify-target-group --target-group-arn " + TARGET_GROUP
                                + " --health-check-path /up --region us-east-1",
                        "the right path is not known: put the one that answers 200 in place of <PATH>, and do not"
                                + " accept error codes instead; a new revision that only lost the path is better rolled"
                                + " back"));
    }

    @Test
    void correctHealthCheck_withAPathThatTheLogShows_namesIt() {
        assertThat(told(
                        "correct-health-check",
                        "lb.health_path",
                        HealthCauseRows.code("404").in(HealthCauseRows.logged("GET /up 404", "GET /healthz 200"))))
                .isEqualTo(new Told(
                        "aws elbv2 modify-target-group --target-group-arn " + TARGET_GROUP
                                + " --health-check-path /healthz --region us-east-1",
                        "aws elbv2 modify-target-group --target-group-arn " + TARGET_GROUP
                                + " --health-check-path /up --region us-east-1",
                        "make sure that /healthz says what you want to know, and do not accept error codes instead; a"
                                + " new revision that only lost the path is better rolled back"));
    }

    @Test
    void correctHealthCheck_ofAnotherSuccess_addsOnlyThatCode() {
        assertThat(told(
                        "correct-health-check",
                        "lb.health_path",
                        HealthCauseRows.code("204").in(HealthCauseRows.balanced())))
                .isEqualTo(new Told(
                        "aws elbv2 modify-target-group --target-group-arn " + TARGET_GROUP
                                + " --matcher HttpCode=200,204 --region us-east-1",
                        "aws elbv2 modify-target-group --target-group-arn " + TARGET_GROUP
                                + " --matcher HttpCode=200 --region us-east-1",
                        "every service that uses the target group then passes with 204 too"));
    }

    @Test
    void correctHealthCheck_ofAServersError_sendsToTheLogFirst() {
        Told told = told(
                "correct-health-check",
                "lb.health_path",
                HealthCauseRows.code("503").in(HealthCauseRows.balanced()));

        assertThat(told.caution())
                .isEqualTo(
                        "an error of the server is most often the application's own, so read its log first; the right"
                                + " path is not known: put the one that answers well in place of <PATH>");
        assertThat(told.commands()).contains("'<PATH>'").doesNotContain("matcher");
    }

    @ParameterizedTest
    @CsvSource({"301", "400", "401", "403", "404", "405", "500", "502", "503"})
    void correctHealthCheck_ofAnyOtherCode_neverTouchesTheMatcher(String code) {
        assertThat(told(
                                "correct-health-check",
                                "lb.health_path",
                                HealthCauseRows.code(code).in(HealthCauseRows.balanced()))
                        .commands())
                .doesNotContain("--matcher");
    }

    @Test
    void correctHealthCheck_ofAFixedPort_asksWhereTheTrafficGoes() {
        assertThat(told(
                        "correct-health-check",
                        "lb.port_mismatch",
                        HealthCauseRows.timeout()
                                .in(HealthCauseRows.balanced()
                                        .targetGroup(g -> HealthCauseRows.asking(g, "9000", "200")))))
                .isEqualTo(new Told(
                        "aws elbv2 modify-target-group --target-group-arn " + TARGET_GROUP
                                + " --health-check-port traffic-port --region us-east-1",
                        "aws elbv2 modify-target-group --target-group-arn " + TARGET_GROUP
                                + " --health-check-port 9000 --region us-east-1",
                        "every service that uses the target group is then checked at the port that it registers"));
    }

    @Test
    void portOnLoopback_isMendedInTheContainer() {
        Inquiry inquiry = HealthCauseRows.timeout().in(HealthCauseRows.logged("Listening at: http://127.0.0.1:8080"));

        assertThat(told("correct-health-check", "lb.port_mismatch", inquiry).commands())
                .isEmpty();
        assertThat(told("correct-task-definition", "lb.port_mismatch", inquiry).caution())
                .isEqualTo(
                        "let the container listen on all addresses (0.0.0.0), on the port that the service registers");
    }

    @Test
    void admitLoadBalancer_namesBothGroupsAndThePort() {
        FakeAccount shut = HealthCauseRows.balanced().group(new SecurityGroup(GROUP, VPC, List.of(), List.of()));

        assertThat(told(
                        "admit-load-balancer",
                        "lb.ingress_denied",
                        HealthCauseRows.timeout().in(shut)))
                .isEqualTo(new Told(
                        "aws ec2 authorize-security-group-ingress --group-id sg-0aa1 --ip-permissions"
                                + " 'IpProtocol=tcp,FromPort=8080,ToPort=8080,UserIdGroupPairs=[{GroupId=sg-0ba1}]'"
                                + " --region us-east-1",
                        "aws ec2 revoke-security-group-ingress --group-id sg-0aa1 --ip-permissions"
                                + " 'IpProtocol=tcp,FromPort=8080,ToPort=8080,UserIdGroupPairs=[{GroupId=sg-0ba1}]'"
                                + " --region us-east-1",
                        "whatever else uses the security group is opened on the port too"));
    }

    @Test
    void admitLoadBalancer_thatHasNoGroup_namesItsSubnets() {
        FakeAccount shut = HealthCauseRows.balanced()
                .balancer(b ->
                        new LoadBalancer(b.arn(), b.name(), "network", b.scheme(), b.vpcId(), List.of(), b.zones()));

        assertThat(told(
                                "admit-load-balancer",
                                "lb.ingress_denied",
                                HealthCauseRows.timeout().in(shut))
                        .commands())
                .isEqualTo("aws ec2 authorize-security-group-ingress --group-id sg-0aa1 --ip-permissions"
                        + " 'IpProtocol=tcp,FromPort=8080,ToPort=8080,IpRanges=[{CidrIp=10.0.99.0/24}]'"
                        + " --region us-east-1\n"
                        + "aws ec2 authorize-security-group-ingress --group-id sg-0aa1 --ip-permissions"
                        + " 'IpProtocol=tcp,FromPort=8080,ToPort=8080,IpRanges=[{CidrIp=10.0.98.0/24}]'"
                        + " --region us-east-1");
    }

    @Test
    void admitLoadBalancer_whoseOwnGroupIsShut_opensThatOne() {
        FakeAccount shut =
                HealthCauseRows.balanced().group(new SecurityGroup(BALANCER_GROUP, VPC, List.of(), List.of()));

        assertThat(told(
                                "admit-load-balancer",
                                "lb.ingress_denied",
                                HealthCauseRows.timeout().in(shut))
                        .commands())
                .isEqualTo("aws ec2 authorize-security-group-egress --group-id sg-0ba1 --ip-permissions"
                        + " 'IpProtocol=tcp,FromPort=8080,ToPort=8080,UserIdGroupPairs=[{GroupId=sg-0aa1}]'"
                        + " --region us-east-1");
    }

    @Test
    void enableZone_keepsTheZonesThatAreThere() {
        FakeAccount account = HealthCauseRows.balanced().balancer(HealthCauseRows::inOneZone);

        assertThat(told(
                        "enable-zone",
                        "lb.zone_not_enabled",
                        Failure.of("health.elb").in(account)))
                .isEqualTo(new Told(
                        "aws elbv2 set-subnets --load-balancer-arn " + LOAD_BALANCER
                                + " --subnets subnet-0cc3 subnet-0aa1 --region us-east-1",
                        "aws elbv2 set-subnets --load-balancer-arn " + LOAD_BALANCER
                                + " --subnets subnet-0cc3 --region us-east-1",
                        "set-subnets replaces the whole list, so all are named; subnet-0aa1 is the task's own, and a"
                                + " load balancer that faces the internet needs a public subnet of us-east-1a in its"
                                + " place"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0s,   95s, 105s, 143, 0
            0s,   '',  60s,  90,  0
            60s,  95s, 150s, 143, 60
            300s, 590s, 650s, 600, 300
            """)
    void extendGracePeriod_givesHalfAsMuchAgain(String grace, String boot, String lived, int wanted, int old) {
        Told told = told("extend-grace-period", early(grace, boot, lived), API);

        assertThat(told.commands())
                .isEqualTo("aws ecs update-service --cluster prod --service api --health-check-grace-period-seconds "
                        + wanted + " --region us-east-1");
        assertThat(told.undo())
                .isEqualTo("aws ecs update-service --cluster prod --service api --health-check-grace-period-seconds "
                        + old + " --region us-east-1");
    }

    @ParameterizedTest
    @CsvSource({"600s,590s", "200s,90s", "'',90s"})
    void extendGracePeriod_neverShortens(String grace, String boot) {
        assertThat(told("extend-grace-period", early(grace, boot, "700s"), API).commands())
                .isEmpty();
    }

    @Test
    void extendGracePeriod_isAutomaticAndRefusedWhereWaitingDoesNotHelp() {
        assertThat(fix("extend-grace-period").tier()).isEqualTo(Tier.AUTOMATIC);
        assertThat(fix("extend-grace-period").harmfulFor())
                .containsOnlyKeys(
                        "lb.health_path",
                        "lb.ingress_denied",
                        "lb.port_mismatch",
                        "health.command_missing_binary",
                        "health.container_failing");
    }

    private static Cause early(String grace, String boot, String lived) {
        return new Cause(
                "health.start_period_too_short",
                Certainty.PROVEN,
                "",
                Resources.of("grace-period", grace, "boot-time", boot, "lifetime", lived),
                List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            node:22-slim          | ["CMD","node","-e","fetch('http://localhost:8080/up').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
            python:3.13-slim      | ["CMD","python3","-c","import urllib.request as u;u.urlopen('http://localhost:8080/up',timeout=4)"]
            ruby:3.4-slim         | ["CMD","ruby","-rnet/http","-e","exit Net::HTTP.get_response(URI('http://localhost:8080/up')).is_a?(Net::HTTPSuccess)"]
            example/shop:1-alpine | ["CMD","wget","-q","-T","4","-O","/dev/null","http://localhost:8080/up"]
            """)
    void missingCurl_isReplacedByWhatTheImageHas(String image, String command) {
        Inquiry inquiry = HealthCauseRows.unhealthy().in(HealthCauseRows.checked(image, "curl: not found"));

        assertThat(told("correct-task-definition", "health.command_missing_binary", inquiry)
                        .caution())
                .isEqualTo("set the command of the health check to " + command
                        + ", which needs nothing but what the image has");
    }

    @Test
    void missingCurl_inAnImageOfWhichNothingIsKnown_isNotReplacedByAGuess() {
        Inquiry inquiry = HealthCauseRows.unhealthy().in(HealthCauseRows.checked("team/api:7", "sh: curl: not found"));

        assertThat(told("correct-task-definition", "health.command_missing_binary", inquiry)
                        .caution())
                .isEqualTo("let the health check run a program of the image, or add curl to the image");
    }
}
