package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Rollouts;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.event.Envelope;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.Difference;
import io.github.ecsmedic.model.Diagnosis.NotChecked;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Remedy.Decision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What deployments and services tell of themselves, without a task's own event. */
class DeploymentEventsTest {
    private static final String SERVICE = "arn:aws:ecs:us-east-1:111122223333:service/prod/api";
    private static final String ROLLING_BACK =
            "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1000000000000000041.";

    @Test
    void silentRollback_isToldWithTheTaskThatCausedIt() {
        Diagnosis told = rollingBack(Rollouts.afterSuccess(Rollouts.tripped("ROLLBACK_IN_PROGRESS"))
                .task(Failure.exit(1).task())
                .log(FakeAccount.LOG_GROUP, Failure.STREAM, "Error: no such price list"));

        assertThat(told.label()).isEqualTo("deployment.circuit_breaker_rollback");
        assertThat(told.alert()).isEqualTo(AlertClass.FAILURE);
        assertThat(told.causes()).extracting(Cause::id).containsExactly("deployment.bad_revision", "app.crash");
        assertThat(told.causes().getFirst().summary())
                .isEqualTo("The new revision api:42 fails where api:41 is healthy; they differ in image. ECS is rolling"
                        + " it back to api:41");
        assertThat(told.difference()).containsExactly(new Difference("image", Rollouts.OLD_IMAGE, Failure.ECR_IMAGE));
        assertThat(told.log().lines()).containsExactly("Error: no such price list");
        assertThat(proposed(told)).containsExactly("correct-task-definition");
    }

    @Test
    void silentRollback_whoseTasksAreForgotten_isStillProven() {
        Diagnosis told = rollingBack(Rollouts.afterSuccess(Rollouts.tripped("ROLLBACK_SUCCESSFUL")));

        assertThat(told.causes()).extracting(Cause::id).containsExactly("deployment.bad_revision");
        assertThat(told.causes().getFirst().certainty()).isEqualTo(Certainty.PROVEN);
        assertThat(told.causes().getFirst().summary()).endsWith("ECS has rolled it back: api:41 runs, api:42 does not");
    }

    @Test
    void silentRollback_whoseDeploymentMayNotBeRead_saysSo() {
        Diagnosis told = rollingBack(Rollouts.afterSuccess(Rollouts.tripped("ROLLBACK_IN_PROGRESS"))
                .unknown("ecs:ListServiceDeployments", "AccessDenied"));

        assertThat(told.causes()).extracting(Cause::id).containsExactly("unknown");
        assertThat(told.sideFindings()).isEmpty();
        assertThat(told.notChecked())
                .containsExactly(
                        new NotChecked("deployment-in-progress", "AccessDenied: ecs:ListServiceDeployments"),
                        new NotChecked("previous-revision-healthy", "AccessDenied: ecs:ListServiceDeployments"),
                        new NotChecked("revision-difference", "AccessDenied: ecs:ListServiceDeployments"));
    }

    @Test
    void rollout_thatGoesWell_costsNoRead() {
        FakeAccount account = Rollouts.at("IN_PROGRESS");

        Diagnosis told = deployment(
                "SERVICE_DEPLOYMENT_IN_PROGRESS", "ECS deployment ecs-svc/1000000000000000042 in progress.", account);

        assertThat(told.alert()).isEqualTo(AlertClass.BENIGN);
        assertThat(account.asked()).isEmpty();
    }

    @Test
    void failedDeployment_withoutAnEarlierRevision_hasNothingToGoBackTo() {
        Diagnosis told = failed(Rollouts.first("ROLLBACK_FAILED"));

        assertThat(told.causes()).extracting(Cause::id).containsExactly("deployment.no_rollback_target");
        assertThat(proposed(told)).containsExactly("correct-task-definition");
    }

    @Test
    void failedDeployment_thatWasOnlyStopped_isTakenBackByTheTaskDefinition() {
        Diagnosis told = failed(Rollouts.at("STOPPED").task(Failure.exit(1).task()));

        assertThat(told.label()).isEqualTo("deployment.circuit_breaker");
        assertThat(told.causes().getFirst().id()).isEqualTo("deployment.bad_revision");
        assertThat(proposed(told)).startsWith("roll-back-task-definition");
    }

    @Test
    void startImpaired_inARollout_isStoppedFirst() {
        FakeAccount account = Rollouts.at("IN_PROGRESS").task(Failure.exit(1).task());

        Diagnosis told = ((Outcome.Diagnosed) Catalogue.full()
                        .diagnoser()
                        .diagnose(
                                new EcsEvent.ServiceAction(
                                        envelope("ECS Service Action"),
                                        "WARN",
                                        "SERVICE_TASK_START_IMPAIRED",
                                        "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                                        SERVICE,
                                        "",
                                        List.of(),
                                        List.of(),
                                        null),
                                account))
                .diagnosis();

        assertThat(told.causes().getFirst().id()).isEqualTo("deployment.bad_revision");
        assertThat(proposed(told))
                .containsExactly("stop-deployment-rollback", "enable-circuit-breaker", "correct-task-definition");
    }

    @Test
    void crash_thatTheOldRevisionSharesToo_isNotBlamedOnTheNewOne() {
        Diagnosis told = failed(Rollouts.at("IN_PROGRESS")
                .task(Failure.exit(1).task())
                .task(Failure.exit(1).definition("api:41").task()));

        assertThat(told.causes()).extracting(Cause::id).containsExactly("app.crash");
        assertThat(told.refuted())
                .extracting(Diagnosis.Refuted::id)
                .contains("deployment.bad_revision", "deployment.no_rollback_target");
        assertThat(proposed(told)).doesNotContain("stop-deployment-rollback");
    }

    private static Diagnosis rollingBack(FakeAccount account) {
        return deployment("SERVICE_DEPLOYMENT_IN_PROGRESS", ROLLING_BACK, account);
    }

    private static Diagnosis failed(FakeAccount account) {
        return deployment(
                "SERVICE_DEPLOYMENT_FAILED", "ECS deployment circuit breaker: task(s) failed to start.", account);
    }

    private static Diagnosis deployment(String name, String reason, FakeAccount account) {
        EcsEvent event = new EcsEvent.DeploymentStateChange(
                envelope("ECS Deployment State Change"),
                "INFO",
                name,
                "ecs-svc/1000000000000000042",
                SERVICE,
                reason,
                null);
        return ((Outcome.Diagnosed) Catalogue.full().diagnoser().diagnose(event, account)).diagnosis();
    }

    private static List<String> proposed(Diagnosis told) {
        return told.fixes().stream()
                .filter(fix -> fix.decision() == Decision.PROPOSED)
                .map(Remedy::id)
                .toList();
    }

    private static Envelope envelope(String detailType) {
        return new Envelope(
                "e",
                detailType,
                "aws.ecs",
                FakeAccount.ID,
                FakeAccount.REGION,
                Instant.parse("2026-11-20T03:10:21Z"),
                List.of(SERVICE));
    }
}
