package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.DeploymentConfiguration;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.FakeImages;
import io.github.ecsmedic.account.Rollouts;
import io.github.ecsmedic.account.ServiceDeployment.Tasks;
import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.check.PreviousImage;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.Shell;
import io.github.ecsmedic.fix.Step;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Remedy.Tier;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentFixesTest {
    private static final String BAD = "deployment.bad_revision";
    private static final String STOP = "aws ecs stop-service-deployment --service-deployment-arn " + Rollouts.DEPLOYMENT
            + " --stop-type ROLLBACK --region us-east-1";
    private static final Subject API = new Subject(FakeAccount.ID, FakeAccount.REGION, "prod", "api", "", "api:42");

    @Test
    void rollout_underWay_isStoppedAndNotWorkedAround() {
        Cause cause = bad(Rollouts.at("IN_PROGRESS"));

        assertThat(commands("stop-deployment-rollback", cause)).isEqualTo(STOP);
        assertThat(commands("roll-back-task-definition", cause)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PENDING", "STOP_REQUESTED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL"})
    void rollout_thatWaitsOrGoesBack_isLeftAlone(String status) {
        Cause cause = bad(Rollouts.at(status));

        assertThat(commands("stop-deployment-rollback", cause)).isEmpty();
        assertThat(commands("roll-back-task-definition", cause)).isEmpty();
        assertThat(commands("correct-task-definition", cause)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"STOPPED", "ROLLBACK_FAILED"})
    void rollout_thatEndedWithoutAWayBack_isUndoneByTheTaskDefinition(String status) {
        Cause cause = bad(Rollouts.at(status));

        assertThat(commands("stop-deployment-rollback", cause)).isEmpty();
        assertThat(commands("roll-back-task-definition", cause))
                .isEqualTo("aws ecs update-service --cluster prod --service api --task-definition api:41"
                        + " --region us-east-1");
        assertThat(undo("roll-back-task-definition", cause))
                .isEqualTo("aws ecs update-service --cluster prod --service api --task-definition api:42"
                        + " --region us-east-1");
    }

    @ParameterizedTest
    @CsvSource({"IN_PROGRESS, stop-deployment-rollback", "STOPPED, roll-back-task-definition"})
    void wayBack_withoutTheOldImage_isRefused(String status, String id) {
        FakeAccount kept = Rollouts.at(status);
        FakeAccount lost = Rollouts.at(status)
                .images(images -> images.put(
                        FakeImages.OWN, "team/api", FakeImages.tagged("7", FakeImages.DIGEST, FakeImages.PUSHED)));

        assertThat(fix(id).refusal(bad(kept))).isEmpty();
        assertThat(fix(id).caution(bad(kept), API))
                .endsWith("fails where data was migrated so that the old code cannot read it");
        assertThat(fix(id).refusal(bad(lost)))
                .isEqualTo("the image of the revision before, " + Rollouts.OLD_IMAGE
                        + ", is gone from its registry, so the way back fails too");
        assertThat(fix(id).caution(bad(kept.unknown("ecr:DescribeImages", "AccessDenied")), API))
                .contains("fails where the old image is gone from its registry or data");
    }

    @ParameterizedTest
    @CsvSource({"ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL"})
    void oldImage_whereNoWayBackIsProposed_isNotAskedFor(String status) {
        FakeAccount account = Rollouts.at(status);

        new PreviousImage().run(Failure.exit(1).in(account));

        assertThat(account.asked()).doesNotContain("ecr:DescribeImages");
    }

    @Test
    void oldImage_inAForeignRegistry_isSaidNotToBeChecked() {
        FakeAccount account = Rollouts.at("IN_PROGRESS")
                .definition(Rollouts.numbered(41, FakeAccount.container("app", "ghcr.io/example/api:6")));

        assertThat(new PreviousImage().run(Failure.exit(1).in(account)))
                .isEqualTo(new CheckResult.Inconclusive("not asked, because it is not in the account's own registry:"
                        + " whether ghcr.io/example/api:6 is still there"));
    }

    @Test
    void circuitBreaker_thatIsOff_isTurnedOnAndNothingElseChanged() {
        Cause cause = bad(Rollouts.at("IN_PROGRESS"));

        assertThat(commands("enable-circuit-breaker", cause))
                .isEqualTo("aws ecs update-service --cluster prod --service api --deployment-configuration"
                        + " 'deploymentCircuitBreaker={enable=true,rollback=true},maximumPercent=200,"
                        + "minimumHealthyPercent=100' --region us-east-1");
        assertThat(undo("enable-circuit-breaker", cause))
                .isEqualTo("aws ecs update-service --cluster prod --service api --deployment-configuration"
                        + " 'deploymentCircuitBreaker={enable=false,rollback=false},maximumPercent=200,"
                        + "minimumHealthyPercent=100' --region us-east-1");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void circuitBreaker_thatIsOnOrBesideOtherSettings_isLeftAlone(boolean rollsBack, boolean plain) {
        Cause cause = bad(Rollouts.afterSuccess(Rollouts.deployment(
                "IN_PROGRESS",
                new Tasks(Rollouts.TARGET, 2, 0),
                List.of(new Tasks(Rollouts.BEFORE, 2, 2)),
                new DeploymentConfiguration(100, 200, rollsBack, rollsBack, plain))));

        assertThat(commands("enable-circuit-breaker", cause)).isEmpty();
    }

    @Test
    void percentages_thatLeaveNoRoom_areRaisedAndNotLowered() {
        Cause cause = proven(
                "deployment.percent_deadlock",
                Failure.of("deployment.min_max_percent").withoutTask(),
                DeploymentRows.withPercent(2, 100, 100));

        assertThat(commands("fix-deployment-percent", cause))
                .isEqualTo("aws ecs update-service --cluster prod --service api --deployment-configuration"
                        + " 'deploymentCircuitBreaker={enable=false,rollback=false},maximumPercent=200,"
                        + "minimumHealthyPercent=100' --region us-east-1");
        assertThat(undo("fix-deployment-percent", cause)).contains("maximumPercent=100,minimumHealthyPercent=100");
    }

    @Test
    void protection_ofElevenTasks_isLiftedInTwoRequests() {
        Cause cause = new Cause(
                "deployment.protected_tasks",
                Certainty.PROVEN,
                "",
                new Resources(IntStream.range(0, 11)
                        .mapToObj(i -> new Resource("protected-task", "t" + i))
                        .toList()),
                List.of());

        assertThat(commands("lift-task-protection", cause)).isEqualTo("""
                aws ecs update-task-protection --cluster prod --tasks t0 t1 t2 t3 t4 t5 t6 t7 t8 t9 --no-protection-enabled --region us-east-1
                aws ecs update-task-protection --cluster prod --tasks t10 --no-protection-enabled --region us-east-1""");
        assertThat(undo("lift-task-protection", cause))
                .startsWith(
                        "aws ecs update-task-protection --cluster prod --tasks t0 t1 t2 t3 t4 t5 t6 t7 t8 t9 --protection-enabled");
    }

    @Test
    void correction_ofAServiceWithoutTask_namesTheDefinitionOfTheDeployment() {
        Cause cause = bad(Rollouts.at("STOPPED"));
        Subject serviceOnly = new Subject(FakeAccount.ID, FakeAccount.REGION, "prod", "api", "", "");

        assertThat(plan("correct-task-definition", cause, serviceOnly))
                .first()
                .extracting(step -> Shell.join(step.argv()))
                .isEqualTo("aws ecs describe-task-definition --task-definition api:42 --query taskDefinition --region"
                        + " us-east-1");
    }

    @Test
    void wayBack_isAutomaticOnlyWhereADeploymentIsStopped() {
        assertThat(fix("stop-deployment-rollback").tier()).isEqualTo(Tier.AUTOMATIC);
        assertThat(List.of(
                        "roll-back-task-definition",
                        "enable-circuit-breaker",
                        "fix-deployment-percent",
                        "lift-task-protection"))
                .allSatisfy(id -> assertThat(fix(id).tier()).isEqualTo(Tier.APPROVAL));
    }

    @Test
    void wayBack_whereTheSurroundingsAreBroken_isRefused() {
        assertThat(fix("stop-deployment-rollback").harmfulFor())
                .containsEntry(
                        "network.no_route", "the old revision meets the same network, and its way back fails too")
                .containsEntry("registry.dockerhub_rate_limit", "going back pulls the old image, on the same limit")
                .containsEntry("secret.deleted", "the old revision cannot read the secret either")
                .doesNotContainKeys("app.crash", "app.missing_configuration", BAD);
    }

    private static Cause bad(FakeAccount account) {
        return proven(BAD, Failure.of("image_pull.not_found"), account);
    }

    private static Cause proven(String cause, Failure failure, FakeAccount account) {
        return Conclusion.of(failure.in(account)).causes().stream()
                .filter(c -> c.id().equals(cause))
                .findFirst()
                .orElseThrow();
    }

    private static Fix fix(String id) {
        return Fixes.all().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<Step> plan(String id, Cause cause, Subject subject) {
        return fix(id).plan(cause, subject);
    }

    private static String commands(String id, Cause cause) {
        return String.join(
                "\n",
                plan(id, cause, API).stream()
                        .map(step -> Shell.join(step.argv()))
                        .toList());
    }

    private static String undo(String id, Cause cause) {
        return String.join(
                "\n",
                plan(id, cause, API).stream()
                        .map(step -> Shell.join(step.undo()))
                        .toList());
    }
}
