package io.github.ecsmedic.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.DeploymentConfiguration;
import io.github.ecsmedic.account.Deployments.ProtectedTask;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Rollouts;
import io.github.ecsmedic.account.ServiceDeployment;
import io.github.ecsmedic.account.ServiceDeployment.Tasks;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentChecksTest {
    private static final Failure CRASH = Failure.exit(1);
    private static final Tasks BOTH_OLD = new Tasks(Rollouts.BEFORE, 2, 2);

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
        return Stream.of(progress(), previous(), difference(), percent(), protection())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> progress() {
        Check check = new DeploymentInProgress();
        return Stream.of(
                row(check, "pending", CRASH, Rollouts.at("PENDING"), "rolling-out"),
                row(check, "under way", CRASH, Rollouts.at("IN_PROGRESS"), "rolling-out"),
                row(check, "all new tasks run", CRASH, running(2), "settling"),
                row(check, "one new task runs", CRASH, running(1), "rolling-out"),
                row(check, "all new tasks run, unhealthy", Failure.of("health.elb"), running(2), "rolling-out"),
                row(check, "asked to stop", CRASH, Rollouts.at("STOP_REQUESTED"), "rolling-back"),
                row(check, "going back", CRASH, Rollouts.at("ROLLBACK_IN_PROGRESS"), "rolling-back"),
                row(check, "gone back", CRASH, Rollouts.at("ROLLBACK_SUCCESSFUL"), "rolled-back"),
                row(check, "way back failed", CRASH, Rollouts.at("ROLLBACK_FAILED"), "rollback-failed"),
                row(check, "stopped", CRASH, Rollouts.at("STOPPED"), "stopped"),
                row(check, "ended well", CRASH, Rollouts.at("SUCCESSFUL"), "passed"),
                row(
                        check,
                        "a status of tomorrow",
                        CRASH,
                        Rollouts.at("PAUSED"),
                        "open: unknown status PAUSED: ecs:DescribeServiceDeployments"),
                row(
                        check,
                        "a task of the old revision",
                        Failure.exit(1).definition("api:41"),
                        Rollouts.at("IN_PROGRESS"),
                        "passed"),
                row(
                        check,
                        "a task of an older revision",
                        Failure.exit(1).definition("api:40"),
                        Rollouts.at("IN_PROGRESS"),
                        "n/a: the newest deployment brings api:42, the failed task is of api:40"),
                row(
                        check,
                        "no task known",
                        Failure.of("deployment.start_impaired").withoutTask(),
                        Rollouts.at("IN_PROGRESS"),
                        "rolling-out"),
                row(check, "never deployed", CRASH, FakeAccount.small(), "n/a: ECS knows no deployment of the service"),
                row(
                        check,
                        "a word about health alone",
                        Failure.of("health.elb").withoutTask(),
                        Rollouts.at("IN_PROGRESS"),
                        "n/a: no task is known to have failed"),
                row(
                        check,
                        "one-off",
                        Failure.exit(1).oneOff(),
                        Rollouts.at("IN_PROGRESS"),
                        "n/a: the task belongs to no service"),
                row(
                        check,
                        "list refused",
                        CRASH,
                        refused("ecs:ListServiceDeployments"),
                        "open: AccessDenied: ecs:ListServiceDeployments"),
                row(
                        check,
                        "deployment refused",
                        CRASH,
                        refused("ecs:DescribeServiceDeployments"),
                        "open: AccessDenied: ecs:DescribeServiceDeployments"),
                row(
                        check,
                        "revisions refused",
                        CRASH,
                        refused("ecs:DescribeServiceRevisions"),
                        "open: AccessDenied: ecs:DescribeServiceRevisions"));
    }

    private static Stream<Row> previous() {
        Check check = new PreviousRevision();
        ServiceDeployment alone = Rollouts.deployment("IN_PROGRESS", List.of(BOTH_OLD));
        ServiceDeployment idle = Rollouts.deployment("IN_PROGRESS", List.of(new Tasks(Rollouts.BEFORE, 2, 0)));
        return Stream.of(
                row(check, "ended well and runs", CRASH, Rollouts.at("IN_PROGRESS"), "passed"),
                row(check, "ended well, stopped since", CRASH, Rollouts.afterSuccess(idle), "passed"),
                row(check, "runs, end not known", CRASH, Rollouts.of(alone), "passed"),
                row(check, "neither", CRASH, Rollouts.of(idle), "unproven"),
                row(check, "first deployment", CRASH, Rollouts.first("IN_PROGRESS"), "none"),
                row(check, "fails alike", CRASH, oldTask(Failure.exit(1)), "fails-too"),
                row(check, "fails otherwise", CRASH, oldTask(Failure.exit(2)), "passed"),
                row(
                        check,
                        "was only scaled in",
                        CRASH,
                        oldTask(Failure.exit(1).stopCode("ServiceSchedulerInitiated")),
                        "passed"),
                row(
                        check,
                        "fails too, no task known",
                        Failure.of("deployment.circuit_breaker").withoutTask(),
                        oldTask(Failure.exit(9)),
                        "fails-too"),
                row(
                        check,
                        "revision forgotten",
                        CRASH,
                        FakeAccount.small()
                                .revision(Rollouts.revision(Rollouts.TARGET, Rollouts.NEW))
                                .rollout(alone),
                        "open: MISSING: ecs:DescribeServiceRevisions"),
                row(
                        check,
                        "stopped tasks refused",
                        CRASH,
                        refused("ecs:ListTasks"),
                        "open: AccessDenied: ecs:ListTasks"),
                row(
                        check,
                        "never deployed",
                        CRASH,
                        FakeAccount.small(),
                        "n/a: ECS knows no deployment of the service"));
    }

    private static Stream<Row> difference() {
        Check check = new RevisionDifference();
        return Stream.of(
                row(check, "another image", CRASH, Rollouts.at("IN_PROGRESS"), "differs"),
                row(check, "nothing that is read", CRASH, onlyValues(), "differs"),
                row(check, "deployed again", CRASH, again("sha256:1"), "passed"),
                row(check, "deployed again, tag moved", CRASH, again("sha256:2"), "differs"),
                row(
                        check,
                        "another image, a secret fails",
                        Failure.of("secrets.not_found"),
                        Rollouts.at("IN_PROGRESS"),
                        "unrelated"),
                row(
                        check,
                        "another image, the pull fails",
                        Failure.of("image_pull.not_found"),
                        Rollouts.at("IN_PROGRESS"),
                        "differs"),
                row(
                        check,
                        "first deployment",
                        CRASH,
                        Rollouts.first("IN_PROGRESS"),
                        "n/a: there is no revision before api:42"),
                row(
                        check,
                        "definitions refused",
                        CRASH,
                        refused("ecs:DescribeTaskDefinition"),
                        "open: AccessDenied: ecs:DescribeTaskDefinition"));
    }

    private static Stream<Row> percent() {
        Check check = new DeploymentPercent();
        Failure stuck = Failure.of("deployment.min_max_percent").withoutTask();
        return Stream.of(
                row(check, "of the newest deployment", stuck, percentOfDeployment(100, 100), "deadlock"),
                row(check, "of the newest deployment, room", stuck, percentOfDeployment(50, 100), "passed"),
                row(
                        check,
                        "told nowhere",
                        stuck,
                        Rollouts.of(
                                Rollouts.deployment("IN_PROGRESS", new Tasks(Rollouts.TARGET, 2, 0), List.of(), null)),
                        "open: no deployment configuration: ecs:DescribeServices"),
                row(
                        check,
                        "half told",
                        stuck,
                        FakeAccount.small()
                                .service(Rollouts.service(
                                        2, new DeploymentConfiguration(100, null, false, false, true))),
                        "open: no percentages: ecs:DescribeServices"),
                row(
                        check,
                        "service refused",
                        stuck,
                        FakeAccount.small().unknown("ecs:DescribeServices", "Throttled"),
                        "open: Throttled: ecs:DescribeServices"));
    }

    private static Stream<Row> protection() {
        Check check = new TaskProtection();
        Failure held = Failure.of("deployment.task_protection").withoutTask();
        return Stream.of(
                row(
                        check,
                        "one",
                        held,
                        FakeAccount.small().shielded(new ProtectedTask(Failure.TASK, null)),
                        "protected"),
                row(check, "none", held, FakeAccount.small(), "passed"),
                row(
                        check,
                        "refused",
                        held,
                        FakeAccount.small().unknown("ecs:GetTaskProtection", "AccessDenied"),
                        "open: AccessDenied: ecs:GetTaskProtection"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void check_inAccount_says(Row row) {
        CheckResult result = row.check().run(row.failure().in(row.account()));

        assertThat(says(result)).isEqualTo(row.says());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100, 100, deadlock",
        "1, 100, 200, passed",
        "1, 100, 150, deadlock",
        "1, 50, 100, deadlock",
        "1, 0, 100, passed",
        "2, 50, 100, passed",
        "3, 67, 133, deadlock",
        "3, 66, 133, passed",
        "4, 100, 125, passed",
        "4, 100, 124, deadlock"
    })
    void percentages_roundedAsEcsDoes_leaveRoomOrNot(int desired, int minimum, int maximum, String says) {
        FakeAccount account = FakeAccount.small()
                .service(Rollouts.service(desired, new DeploymentConfiguration(minimum, maximum, false, false, true)));

        assertThat(says(new DeploymentPercent()
                        .run(Failure.of("deployment.min_max_percent")
                                .withoutTask()
                                .in(account))))
                .isEqualTo(says);
    }

    @Test
    void deployment_underWay_namesEverythingThatFixesNeed() {
        assertThat(new DeploymentInProgress().run(CRASH.in(Rollouts.at("IN_PROGRESS"))))
                .isEqualTo(new CheckResult.Failed(
                        "rolling-out",
                        Resources.of(
                                "service-deployment",
                                Rollouts.DEPLOYMENT,
                                "service-revision",
                                Rollouts.TARGET,
                                "task-definition",
                                Rollouts.NEW,
                                "stoppable-deployment",
                                Rollouts.DEPLOYMENT,
                                "deployment-setting",
                                "deploymentCircuitBreaker={enable=false,rollback=false}",
                                "deployment-setting",
                                "maximumPercent=200",
                                "deployment-setting",
                                "minimumHealthyPercent=100"),
                        List.of(
                                told("The deployment of api:42 is IN_PROGRESS, 0 of 2 of its tasks run"),
                                told("It has no circuit breaker, so ECS does not end it by itself")),
                        List.of()));
    }

    @Test
    void deployment_withAlarmsOrHooks_namesNoSettings() {
        FakeAccount account = Rollouts.afterSuccess(Rollouts.deployment(
                "IN_PROGRESS",
                new Tasks(Rollouts.TARGET, 2, 0),
                List.of(BOTH_OLD),
                new DeploymentConfiguration(100, 200, false, false, false)));

        assertThat(new DeploymentInProgress().run(CRASH.in(account)))
                .isInstanceOfSatisfying(
                        CheckResult.Failed.class,
                        failed -> assertThat(failed.resources().ids("deployment-setting"))
                                .isEmpty());
    }

    @Test
    void deployment_goingBack_saysWhoseDoingItIs() {
        assertThat(new DeploymentInProgress()
                        .run(CRASH.in(Rollouts.afterSuccess(Rollouts.tripped("ROLLBACK_IN_PROGRESS")))))
                .isInstanceOfSatisfying(CheckResult.Failed.class, failed -> {
                    assertThat(failed.evidence())
                            .containsExactly(
                                    told("The deployment of api:42 is ROLLBACK_IN_PROGRESS, 0 of 2 of its tasks run"),
                                    told("Its circuit breaker tripped after 3 failed tasks of 3"),
                                    told("ECS says of the way back: Service deployment rolled back because the circuit"
                                            + " breaker threshold was exceeded."));
                    assertThat(failed.resources().first("stoppable-deployment")).isEmpty();
                });
    }

    @Test
    void previousRevision_isTheLastThatEndedWell_notTheOneThatWasReplaced() {
        String broken = Rollouts.TARGET.replace("r42", "rx");
        FakeAccount account = Rollouts.afterSuccess(
                        Rollouts.deployment("IN_PROGRESS", List.of(new Tasks(broken, 2, 0), BOTH_OLD)))
                .revision(Rollouts.revision(broken, Rollouts.NEW.replace(":42", ":40")));

        assertThat(new PreviousRevision().run(CRASH.in(account)))
                .isEqualTo(new CheckResult.Passed(
                        Resources.of("previous-revision", Rollouts.BEFORE, "previous-task-definition", Rollouts.OLD),
                        new Evidence("api:41 was rolled out to the end", "ecs:ListServiceDeployments"),
                        told("2 of 2 tasks of api:41 run")));
    }

    private static Evidence told(String fact) {
        return new Evidence(fact, "ecs:DescribeServiceDeployments");
    }

    private static FakeAccount running(int tasks) {
        return Rollouts.afterSuccess(Rollouts.deployment(
                "IN_PROGRESS", new Tasks(Rollouts.TARGET, 2, tasks), List.of(BOTH_OLD), Rollouts.PLAIN));
    }

    private static FakeAccount refused(String operation) {
        return Rollouts.at("IN_PROGRESS").unknown(operation, "AccessDenied");
    }

    private static FakeAccount oldTask(Failure failure) {
        return Rollouts.at("IN_PROGRESS").task(failure.definition("api:41").task());
    }

    /** Both definitions look the same; a value of the environment may differ. */
    private static FakeAccount onlyValues() {
        return Rollouts.at("IN_PROGRESS")
                .definition(Rollouts.numbered(41, FakeAccount.container("app", Failure.ECR_IMAGE)));
    }

    /** The same definition was deployed again; its tag now means this image. */
    private static FakeAccount again(String digest) {
        return Rollouts.at("IN_PROGRESS")
                .revision(Rollouts.revision(Rollouts.BEFORE, Rollouts.NEW, Map.of("app", "sha256:1")))
                .revision(Rollouts.revision(Rollouts.TARGET, Rollouts.NEW, Map.of("app", digest)));
    }

    private static FakeAccount percentOfDeployment(int minimum, int maximum) {
        return Rollouts.of(Rollouts.deployment(
                "IN_PROGRESS",
                new Tasks(Rollouts.TARGET, 2, 0),
                List.of(),
                new DeploymentConfiguration(minimum, maximum, false, false, true)));
    }

    private static String says(CheckResult result) {
        return switch (result) {
            case CheckResult.Failed failed -> failed.fault();
            case CheckResult.Passed ignored -> "passed";
            case CheckResult.NotApplicable(String why) -> "n/a: " + why;
            case CheckResult.Inconclusive(String why) -> "open: " + why;
        };
    }
}
