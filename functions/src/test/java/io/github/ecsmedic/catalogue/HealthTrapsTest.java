package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeBalancers.TARGET_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.Service.ServiceMessage;
import io.github.ecsmedic.account.Target;
import io.github.ecsmedic.check.Failure;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Failed health checks of which the obvious reading is wrong, or which cannot be looked at. */
class HealthTrapsTest {
    @Test
    void wrongPath_isProvenWithoutTheLog() {
        FakeAccount account = HealthCauseRows.balanced().unknown("logs:GetLogEvents", "AccessDenied");

        assertThat(Conclusion.of(HealthCauseRows.code("404").in(account)).with("proven"))
                .containsExactly("lb.health_path");
    }

    @Test
    void wrongPath_isProbableWhereTheTargetGroupCannotBeRead() {
        FakeAccount account =
                HealthCauseRows.balanced().unknown("elasticloadbalancing:DescribeTargetGroups", "AccessDenied");

        Conclusion conclusion = Conclusion.of(HealthCauseRows.code("404").in(account));

        assertThat(conclusion.with("proven")).isEmpty();
        assertThat(conclusion.with("probable")).containsExactly("lb.health_path");
        assertThat(conclusion.causes().getFirst().summary())
                .isEqualTo("The health check of target group api gets status code 404, which it does not accept");
    }

    @Test
    void errorOfTheServer_isNotProofOfAWrongPath() {
        Conclusion conclusion = Conclusion.of(HealthCauseRows.code("500").in(HealthCauseRows.balanced()));

        assertThat(conclusion.with("proven")).isEmpty();
        assertThat(conclusion.with("probable")).containsExactly("lb.health_path");
    }

    @Test
    void codeInTheServicesEvent_provesWhatTheReasonDoesNotSay() {
        FakeAccount account = HealthCauseRows.balanced()
                .balanced(
                        0,
                        new ServiceMessage(
                                Instant.parse("2026-11-20T03:05:00Z"),
                                "(service api) (task 0123456789abcdef0123456789abcdef) (port 8080) is unhealthy in"
                                        + " (target-group " + TARGET_GROUP
                                        + ") due to (reason Health checks failed with these codes: [404])."));

        assertThat(Conclusion.of(Failure.of("health.elb").in(account)).with("proven"))
                .containsExactly("lb.health_path");
    }

    @Test
    void portOfTheTargetGroupItself_isHarmless() {
        Conclusion conclusion =
                Conclusion.of(HealthCauseRows.timeout().in(HealthCauseRows.logged("listening on 8080")));

        assertThat(conclusion.standing().get("lb.port_mismatch")).isEqualTo("refuted");
    }

    @Test
    void shutGroup_isNotBlamedWhenACodeCameBack() {
        FakeAccount account = HealthCauseRows.balanced().group(new SecurityGroup(GROUP, VPC, List.of(), List.of()));

        Conclusion conclusion = Conclusion.of(HealthCauseRows.code("404").in(account));

        assertThat(conclusion.standing()).doesNotContainKey("lb.ingress_denied");
    }

    @Test
    void oldTargetThatIsGone_isNotTheCause() {
        FakeAccount account = HealthCauseRows.balanced()
                .target(new Target("10.0.0.77", "", "unused", "Target.NotRegistered", "Target is not registered"));

        assertThat(Conclusion.of(Failure.of("health.elb").in(account)).with("proven"))
                .isEmpty();
    }

    @Test
    void shortLife_withoutAWordOfTheLog_isOnlyProbablyTooShort() {
        assertThat(Conclusion.of(HealthCauseRows.timeout().lived(70).in(HealthCauseRows.balanced()))
                        .with("probable"))
                .containsExactly("health.start_period_too_short");
    }

    @Test
    void shortLife_ofAnApplicationThatWasUp_isNotTooShort() {
        assertThat(Conclusion.of(HealthCauseRows.timeout().lived(100).in(HealthCauseRows.logged("listening on 8080")))
                        .standing()
                        .get("health.start_period_too_short"))
                .isEqualTo("refuted");
    }

    @Test
    void curlInASlimImage_isOnlyProbablyMissing() {
        Conclusion conclusion =
                Conclusion.of(HealthCauseRows.unhealthy().in(HealthCauseRows.checked("python:3.13-slim", "starting")));

        assertThat(conclusion.with("proven")).isEmpty();
        assertThat(conclusion.with("probable")).first().isEqualTo("health.command_missing_binary");
    }

    @Test
    void nothingReadable_provesNothing() {
        for (Failure failure : List.of(
                HealthCauseRows.timeout().lived(70),
                HealthCauseRows.unhealthy(),
                Failure.of("health.elb"),
                Failure.of("health.elb_az_not_enabled"),
                Failure.of("health.elb_target_group_missing"))) {
            FakeAccount account = HealthCauseRows.balanced();
            Catalogue.full().readActions().forEach(action -> account.unknown(action, "AccessDenied"));

            assertThat(Conclusion.of(failure.in(account)).with("proven")).isEmpty();
        }
    }

    @Test
    void vagueMessage_costsFewDifferentReads() {
        FakeAccount account = HealthCauseRows.logged("starting");

        Conclusion.of(Failure.of("health.elb").lived(70).in(account));

        assertThat(new HashSet<>(account.asked())).hasSizeLessThanOrEqualTo(11);
    }
}
