package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.catalogue.CauseRows.row;

import io.github.ecsmedic.account.DeploymentConfiguration;
import io.github.ecsmedic.account.Deployments.ProtectedTask;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Rollouts;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.check.Failure;
import java.time.Instant;
import java.util.stream.Stream;

/** The causes of deployments: for each an account in which it is proven, and one that refutes it. */
final class DeploymentRows {
    static final String PROTECTED = "arn:aws:ecs:us-east-1:111122223333:task/prod/1111aaaa1111aaaa1111aaaa1111aaaa";

    private DeploymentRows() {}

    static Stream<Row> all() {
        return Stream.of(
                row(
                                "deployment.bad_revision",
                                Failure.of("image_pull.not_found"),
                                Rollouts.at("IN_PROGRESS"),
                                "The new revision api:42 fails where api:41 is healthy; they differ in image",
                                Rollouts.DEPLOYMENT,
                                Rollouts.TARGET,
                                Rollouts.BEFORE,
                                Rollouts.NEW,
                                Rollouts.OLD)
                        .unless(Rollouts.at("SUCCESSFUL")),
                row(
                                "deployment.no_rollback_target",
                                breaker(),
                                Rollouts.first("ROLLBACK_FAILED"),
                                "The deployment of api:42 failed, and no earlier revision was rolled out to the end, so"
                                        + " there is nothing to go back to",
                                Rollouts.DEPLOYMENT,
                                Rollouts.NEW)
                        .unless(Rollouts.at("ROLLBACK_FAILED")),
                row(
                                "deployment.percent_deadlock",
                                Failure.of("deployment.min_max_percent").withoutTask(),
                                withPercent(2, 100, 100),
                                "The deployment can neither stop an old task nor start a new one: of 2 desired tasks at"
                                        + " least 2 must run (100 %) and at most 2 may (100 %)",
                                "maximumPercent=100")
                        .unless(withPercent(2, 100, 150)),
                row(
                                "deployment.protected_tasks",
                                Failure.of("deployment.task_protection").withoutTask(),
                                FakeAccount.small()
                                        .shielded(new ProtectedTask(PROTECTED, Instant.parse("2026-11-20T05:00:00Z"))),
                                "1 protected task holds up the deployment of api",
                                PROTECTED)
                        .unless(FakeAccount.small()));
    }

    static Failure breaker() {
        return Failure.of("deployment.circuit_breaker").withoutTask();
    }

    /** The service wants that many tasks, within these percentages. */
    static FakeAccount withPercent(int desired, int minimum, int maximum) {
        return FakeAccount.small()
                .service(Rollouts.service(desired, new DeploymentConfiguration(minimum, maximum, false, false, true)));
    }
}
