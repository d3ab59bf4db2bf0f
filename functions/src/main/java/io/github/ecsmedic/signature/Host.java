package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.EXPECTED;
import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.model.AlertClass.JUDGE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.in;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Clue.stopCode;

import java.util.List;

/** The machine under the task went away. */
public final class Host {
    private Host() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "host.fargate_maintenance",
                        EXPECTED,
                        "AWS maintains the machine and retires the task",
                        any(
                                hasAny(
                                        "is performing maintenance",
                                        "maintenance on the underlying infrastructure",
                                        "TASK_PATCHING_RETIREMENT",
                                        "task retirement",
                                        "scheduled for retirement",
                                        "task is being retired",
                                        "task will be retired"),
                                all(
                                        has("maintenance"),
                                        not(in(Field.LOG)),
                                        hasAny(
                                                "fargate",
                                                "infrastructure hosting",
                                                "underlying host",
                                                "hosting the task")))),
                Signature.of("host.spot", EXPECTED, "The Spot capacity was taken back", spot(), Fact.INSTANCE),
                Signature.of(
                        "host.deregistered",
                        EXPECTED,
                        "The container instance was taken out of the cluster",
                        any(
                                hasAny("deregistration forced", "InvalidContainerInstance"),
                                all(has("container instance", "deregist"), not(hasAny("targets in", "target in"))),
                                all(has("container-instance", "deregist"), not(has("target")))),
                        Fact.INSTANCE),
                Signature.of(
                        "host.unknown",
                        FAILURE,
                        "The machine was stopped or terminated",
                        all(
                                host(),
                                hasAny(
                                        "stopped/",
                                        "stopped or terminated",
                                        "terminated/stopped",
                                        "terminated or stopped")),
                        Fact.INSTANCE),
                Signature.of(
                        "host.terminated",
                        JUDGE,
                        "The EC2 instance under the task was terminated",
                        all(host(), has("terminat")),
                        Fact.INSTANCE),
                Signature.of(
                        "host.stopped",
                        FAILURE,
                        "The EC2 instance under the task was stopped",
                        all(host(), has("stop")),
                        Fact.INSTANCE));
    }

    /** The words of the host's end, which name EC2 or the instance. */
    private static Clue host() {
        return any(
                has("host ec2"),
                all(
                        hasAny("ec2 instance", "host instance", "underlying instance", "(instance i-", "instance (i-"),
                        hasAny(
                                "was stopped",
                                "was terminated",
                                "has been stopped",
                                "has been terminated",
                                "is terminated",
                                "is stopped",
                                "stopped or terminated",
                                "stopped/terminated"),
                        not(hasAny("unhealthy", "health check", "unable to launch"))));
    }

    /** The notice of two minutes may come without a stop code, and with one that newer pages do not list. */
    private static Clue spot() {
        return any(
                stopCode("SpotInterruption"),
                all(stopCode("TerminationNotice"), not(has("host ec2"))),
                hasAny(
                        "spot task was interrupted",
                        "spot interruption",
                        "spot instance interruption",
                        "spot task has been interrupted",
                        "spot instance was interrupted",
                        "spot task interrupted",
                        "interrupted by spot",
                        "spot capacity was reclaimed"));
    }
}
