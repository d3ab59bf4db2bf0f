package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.small;

import io.github.ecsmedic.account.Rollouts;
import io.github.ecsmedic.account.ServiceDeployment;
import io.github.ecsmedic.account.ServiceDeployment.Tasks;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.stream.Stream;

/** The rows of the causes that a message names by itself. */
final class ContainerCauseRows {
    private ContainerCauseRows() {}

    static Stream<Row> all() {
        return Stream.of(
                row(
                        "container.bad_user",
                        "bad_user",
                        "the image has no user or group of the name that the task definition gives it"),
                stated(
                        "container.port_conflict",
                        Failure.of("container_config.port_conflict").fact(Fact.PORT, "8080"),
                        "port 8080 of the host is already in use"),
                stated(
                        "container.device_missing",
                        Failure.of("container_config.device_missing").fact(Fact.PATH, "/dev/example0"),
                        "the host has no device /dev/example0"),
                row("container.settings_refused", "cgroup", "the host cannot set the limits of CPU or memory (cgroup)"),
                CauseRows.row(
                                "deployment.alarm",
                                Failure.of("deployment.alarm_rollback").withoutTask(),
                                Rollouts.of(alarmed()),
                                "The deployment was ended by alarm example-errors; it fired while the new"
                                        + " revision was rolled out",
                                Rollouts.DEPLOYMENT,
                                "example-errors")
                        .unless(Failure.of("deployment.circuit_breaker").withoutTask()));
    }

    private static Row row(String cause, String label, String why) {
        return stated(cause, Failure.of("container_config." + label), why);
    }

    private static Row stated(String cause, Failure failure, String why) {
        return CauseRows.row(
                        cause, failure.container("app", null, "refused"), small(), "Container app cannot start: " + why)
                .unless(Failure.of("container_config.unknown").container("app", null, "refused"));
    }

    /** The first deployment, which an alarm ended. */
    private static ServiceDeployment alarmed() {
        ServiceDeployment plain = Rollouts.deployment("STOPPED", List.<Tasks>of());
        return new ServiceDeployment(
                plain.arn(),
                plain.status(),
                plain.statusReason(),
                plain.target(),
                plain.sources(),
                plain.configuration(),
                plain.breaker(),
                List.of("example-errors"),
                plain.rollback());
    }
}
