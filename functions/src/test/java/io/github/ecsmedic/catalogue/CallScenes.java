package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeStorage.POINT;
import static io.github.ecsmedic.account.FakeStorage.SYSTEM;
import static io.github.ecsmedic.catalogue.CauseRows.SECRET;
import static org.assertj.core.api.Assertions.fail;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.FakeVault;
import io.github.ecsmedic.account.Rollouts;
import io.github.ecsmedic.account.Storage.AccessPoint;
import io.github.ecsmedic.account.Storage.FileVolume;
import io.github.ecsmedic.catalogue.Scenes.Scene;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.event.Envelope;
import io.github.ecsmedic.model.Diagnosis;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Accounts in which reads are made that no row needs, so that every read is made in some account. */
final class CallScenes {
    private CallScenes() {}

    static Stream<Scene> all() {
        return Stream.of(
                Scenes.scene(
                        "secrets.unknown with a version that has no stage",
                        Failure.of("secrets.unknown"),
                        IdentityCauseRows.injected(SECRET + ":::v0")
                                .secret(FakeVault.secret(SECRET))
                                .version(SECRET, "v0")),
                Scenes.scene(
                        "storage.efs_path_missing by an access point",
                        StorageCauseRows.mount("efs_path_missing"),
                        pointed()),
                rollingBack(Rollouts.at("IN_PROGRESS").task(Failure.exit(1).task())));
    }

    private static FakeAccount pointed() {
        String arn = "arn:aws:elasticfilesystem:us-east-1:111122223333:access-point/" + POINT;
        return small().files(s -> {
            s.volume(new FileVolume("data", SYSTEM, "", POINT, true, true));
            s.point(new AccessPoint(POINT, arn, SYSTEM, "/api", false, "available"));
        });
    }

    /** An event of a service, whose stopped tasks are looked for. */
    private static Scene rollingBack(FakeAccount account) {
        EcsEvent event = new EcsEvent.DeploymentStateChange(
                new Envelope(
                        "e",
                        "ECS Deployment State Change",
                        "aws.ecs",
                        FakeAccount.ID,
                        FakeAccount.REGION,
                        Instant.parse("2026-11-20T03:10:21Z"),
                        List.of("arn:aws:ecs:us-east-1:111122223333:service/prod/api")),
                "INFO",
                "SERVICE_DEPLOYMENT_FAILED",
                "ecs-svc/1000000000000000042",
                "arn:aws:ecs:us-east-1:111122223333:service/prod/api",
                "ECS deployment circuit breaker: task(s) failed to start.",
                null);
        return new Scene(
                "deployment.circuit_breaker with a stopped task",
                "",
                false,
                account,
                read -> Catalogue.full().diagnoser().diagnose(event, read) instanceof Outcome.Diagnosed(Diagnosis told)
                        ? told
                        : fail("a failed deployment is diagnosed"));
    }
}
