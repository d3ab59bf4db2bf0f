package io.github.ecsmedic.handler;

import static io.github.ecsmedic.handler.Fleets.deployment;
import static io.github.ecsmedic.handler.Fleets.service;
import static io.github.ecsmedic.handler.Fleets.starting;
import static io.github.ecsmedic.handler.Fleets.stopped;
import static io.github.ecsmedic.incident.Seen.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.event.Envelope;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.MemoryWatch;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Place;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.treat.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatrolTest {
    private static final String HERE = "111122223333/us-east-1";

    private final Ticking clock = new Ticking();
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryWatch watch = new MemoryWatch();
    private final FakeAccount account = FakeAccount.small();
    private final Inbox slack = new Inbox("slack");
    private final AtomicInteger ids = new AtomicInteger();
    private final Parts parts = new Parts(
            Wiring.engine(Catalogue.full().diagnoser()),
            (region, budget) -> account,
            ledger,
            clock,
            () -> "i-" + ids.incrementAndGet(),
            true);

    @BeforeEach
    void healthy() {
        account.service(service("api", 2, 2));
    }

    private Patrol.Sight lookAt(long minute) {
        clock.forward(Duration.between(clock.instant(), minute(minute)));
        return new Patrol(parts, watch, new Place("", "us-east-1"), List.of(slack))
                .look(Duration.ofSeconds(20), new Deadline(Duration.ofMinutes(5)));
    }

    private Fate delivered(Task task) {
        Envelope envelope = new Envelope(
                "1",
                "ECS Task State Change",
                "aws.ecs",
                "111122223333",
                "us-east-1",
                task.times().stoppedAt(),
                List.of());
        return new Intake(parts, List.of(slack))
                .of(new EcsEvent.TaskStateChange(envelope, task), Duration.ofSeconds(5), true);
    }

    private String headline() {
        return ledger.living().getFirst().diagnosis().causes().getFirst().summary();
    }

    @Test
    void fleet_thatIsWell_costsItsListingAndOpensNothing() {
        Patrol.Sight sight = lookAt(5);
        assertThat(sight.fates()).isEmpty();
        assertThat(sight.missed()).isEmpty();
        assertThat(sight.described()).map(s -> s.tags().get("ecs-medic:owner")).containsExactly("team");
        assertThat(account.asked())
                .containsExactly("ecs:ListClusters", "ecs:ListServices", "ecs:DescribeServices", "ecs:ListTasks");
        assertThat(ledger.storm(HERE).head().watched()).isEqualTo(1);
    }

    @Test
    void fleet_ofAThousandServices_isDescribedTenARequest() {
        IntStream.range(1, 1_000).forEach(i -> account.service(service("s" + i, 1, 1)));
        Patrol.Sight sight = lookAt(5);
        assertThat(sight.services()).isEqualTo(1_000);
        assertThat(sight.described()).hasSize(1_000);
        assertThat(account.asked()).filteredOn("ecs:DescribeServices"::equals).hasSize(100);
        // ListServices lists a hundred a request; the port counts as one here
        assertThat(account.asked().size() + 9).isLessThanOrEqualTo(115);
        assertThat(ledger.storm(HERE).head().watched()).isEqualTo(1_000);
    }

    @Test
    void fleet_ofMoreServices_isDescribedInTurns() {
        IntStream.range(1, 1_500).forEach(i -> account.service(service("s" + i, 1, 1)));
        Patrol.Sight first = lookAt(5);
        Patrol.Sight second = lookAt(10);
        assertThat(first.services()).isEqualTo(1_500);
        assertThat(first.described()).hasSize(1_000);
        assertThat(Stream.concat(
                                first.described().stream().map(s -> s.name()),
                                second.described().stream().map(s -> s.name()))
                        .distinct())
                .hasSize(1_500);
    }

    @Test
    void task_whoseEventWasLost_isAnIncidentAndItsLateEventChangesNothing() {
        Task task = stopped("api", "t1", 5, minute(1), 1);
        account.task(task);
        assertThat(lookAt(5).fates()).singleElement().isInstanceOf(Fate.Recorded.class);
        Incident found = ledger.living().getFirst();
        assertThat(found.failures()).isEqualTo(1);
        assertThat(delivered(task)).isEqualTo(new Fate.Ignored("seen before"));
        assertThat(lookAt(10).fates()).isEmpty();
        assertThat(ledger.living()).containsExactly(found);
    }

    @Test
    void task_whoseEventCame_isNotTakenAgain() {
        Task task = stopped("api", "t1", 5, minute(1), 1);
        clock.forward(Duration.ofMinutes(1));
        delivered(task);
        account.task(task);
        assertThat(lookAt(5).fates()).isEmpty();
        assertThat(ledger.living()).map(Incident::failures).containsExactly(1);
    }

    @Test
    void task_thatStoppedJustNow_isLeftToItsEvent() {
        account.task(stopped("api", "t1", 5, minute(3), 1));
        assertThat(lookAt(5).fates()).isEmpty();
        assertThat(lookAt(6).fates()).hasSize(1);
    }

    @Test
    void service_thatLacksTasksInSilence_isAnIncidentAfterItsGrace() {
        account.service(service("api", 1, 2));
        assertThat(lookAt(0).fates()).isEmpty();
        assertThat(watch.lacking(HERE)).containsEntry("service/prod/api", minute(0));
        assertThat(lookAt(11).fates()).isEmpty(); // ten minutes and its two of grace
        assertThat(lookAt(12).fates()).hasSize(1);
        assertThat(headline())
                .isEqualTo("Tasks have been missing since 2026-11-20 03:00 UTC, and no event named a failure");
        Diagnosis d = ledger.living().getFirst().diagnosis();
        assertThat(d.capacity()).isEqualTo(new Diagnosis.Capacity(1, 2));
        assertThat(d.causes()).map(Cause::id).containsExactly("unknown");
        assertThat(lookAt(17).fates()).isEmpty();
    }

    @Test
    void service_thatRecoversInBetween_beginsAnew() {
        account.service(service("api", 1, 2));
        lookAt(0);
        account.service(service("api", 2, 2));
        lookAt(5);
        assertThat(watch.lacking(HERE)).isEmpty();
        account.service(service("api", 1, 2));
        lookAt(10);
        assertThat(lookAt(15).fates()).isEmpty();
        assertThat(watch.lacking(HERE)).containsEntry("service/prod/api", minute(10));
    }

    @Test
    void service_ofWhichAnIncidentTells_isNotToldAgain() {
        account.service(service("api", 1, 2));
        delivered(stopped("api", "t1", 5, minute(0), 1));
        lookAt(0);
        assertThat(lookAt(20).fates()).isEmpty();
        assertThat(ledger.living()).hasSize(1);
    }

    @Test
    void deployment_inProgressForTooLong_isAnIncident() {
        account.service(service("api", 2, 2, deployment("IN_PROGRESS", 0, 2, minute(0))));
        assertThat(lookAt(29).fates()).isEmpty();
        assertThat(lookAt(30).fates()).hasSize(1);
        assertThat(headline())
                .isEqualTo(
                        "The deployment of api:8 has been in progress since 2026-11-20 03:00 UTC, with 0 of 2 tasks");
    }

    @Test
    void deployment_whoseTasksAllRun_bakes() {
        account.service(service("api", 2, 2, deployment("IN_PROGRESS", 2, 2, minute(0))));
        assertThat(lookAt(120).fates()).isEmpty();
    }

    @Test
    void task_pendingForTooLong_isAnIncident() {
        account.service(service("api", 2, 2, 1));
        account.task(starting("api", "t1", minute(0)));
        assertThat(lookAt(14).fates()).isEmpty();
        assertThat(lookAt(15).fates()).hasSize(1);
        assertThat(headline()).isEqualTo("A task has been on its way to run since 2026-11-20 03:00 UTC");
    }

    @Test
    void services_thatCannotBeListed_areSaidAndNothingIsConcluded() {
        account.service(service("api", 1, 2));
        lookAt(0);
        account.unknown("ecs:ListServices", "AccessDenied");
        Patrol.Sight sight = lookAt(30);
        assertThat(sight.missed()).containsExactly("AccessDenied: ecs:ListServices");
        assertThat(sight.fates()).isEmpty();
        assertThat(watch.lacking(HERE)).containsEntry("service/prod/api", minute(0));
        assertThat(ledger.storm(HERE).head().watched()).isEqualTo(1);
    }

    @Test
    void clusters_thatCannotBeListed_areSaid() {
        account.unknown("ecs:ListClusters", "AccessDenied");
        assertThat(lookAt(5).missed()).containsExactly("AccessDenied: ecs:ListClusters");
    }

    @Test
    void stoppedTasks_thatCannotBeListed_areSaidAndSilenceIsStillHeard() {
        account.service(service("api", 1, 2));
        lookAt(0);
        account.unknown("ecs:ListTasks", "Throttling");
        Patrol.Sight sight = lookAt(30);
        assertThat(sight.missed()).contains("Throttling: ecs:ListTasks");
        assertThat(sight.fates()).hasSize(1);
        assertThat(ledger.living().getFirst().members()).map(Member::scope).containsExactly("service/prod/api");
    }
}
