package io.github.ecsmedic.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ecsmedic.account.Service.ServiceMessage;
import io.github.ecsmedic.ecs.FakeService.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fake against what AWS documents of deployments, circuit breaker, back-off and events. */
class FakeServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final Settings GUARDED = new Settings(2, 100, 200, true, true);
    private static final Settings PLAIN = new Settings(2, 100, 200, false, false);

    private Set<Integer> bad = Set.of();

    private FakeService service(Settings settings) {
        return new FakeService(
                NOW.minus(Duration.ofHours(1)),
                NOW,
                settings,
                settings.desired(),
                "api:7",
                (of, _) -> !bad.contains(of.number()));
    }

    private static void after(Duration time, FakeService service) {
        service.until(NOW.plus(time));
    }

    private static List<String> told(FakeService service, String type) {
        return service.events().stream()
                .filter(e -> e.type().equals(type))
                .map(e -> e.name() + " " + e.detail().getOrDefault("deploymentId", ""))
                .toList();
    }

    private static List<String> reasons(FakeService service) {
        return service.events().stream()
                .filter(e -> e.type().equals(Emitted.DEPLOYMENT))
                .map(e -> e.detail().get("reason"))
                .toList();
    }

    private static List<String> said(FakeService service) {
        return service.messages().reversed().stream().map(ServiceMessage::text).toList();
    }

    static Stream<Integer> counts() {
        return IntStream.rangeClosed(1, 1_000).boxed();
    }

    @ParameterizedTest
    @MethodSource("counts")
    void threshold_isHalfOfTheDesiredCount_atLeastThreeAtMostTwoHundred(int desired) {
        int half = (int) Math.ceil(0.5 * desired);

        assertThat(Pace.threshold(desired)).isEqualTo(half < 3 ? 3 : Math.min(half, 200));
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 3", "6, 3", "7, 4", "25, 13", "400, 200"})
    void deployment_thatFails_ends_afterExactlySoManyTasks(int desired, int threshold) {
        bad = Set.of(2);
        FakeService service = service(new Settings(desired, 100, 200, true, false));
        Rolled broken = service.deploy("api:8", "somebody");

        after(Duration.ofMinutes(10), service);

        assertThat(broken.rollout()).isEqualTo("FAILED");
        assertThat(broken.failed).isGreaterThanOrEqualTo(threshold);
        int atOnce = broken.failed - threshold;
        assertThat(atOnce).as("those that failed with the last of them").isLessThan(desired);
        assertThat(service.running(service.rolled().getFirst())).isEqualTo(desired);
    }

    @Test
    void backOff_isTwiceAsLongEachTime_andNeverLongerThan27Minutes() {
        assertThat(IntStream.rangeClosed(1, 9).mapToObj(Pace::after).map(Duration::toSeconds))
                .containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1_620L, 1_620L, 1_620L);
        assertThat(IntStream.rangeClosed(1, 1_000).mapToObj(Pace::after).distinct())
                .allMatch(wait -> wait.compareTo(Duration.ofMinutes(27)) <= 0);
    }

    @Test
    void tasksThatCannotStart_areStartedLessAndLessOften_andThatIsSaidOnce() {
        bad = Set.of(2);
        FakeService service = service(new Settings(1, 100, 200, false, false));
        Rolled broken = service.deploy("api:8", "somebody");

        after(Duration.ofHours(4), service);

        List<Instant> starts = service.tasks().stream()
                .filter(t -> t.of() == broken)
                .map(Tasked::started)
                .toList();
        for (int n = 1; n < starts.size(); n++) {
            assertThat(Duration.between(starts.get(n - 1), starts.get(n))).isEqualTo(Pace.FAILS.plus(Pace.after(n)));
        }
        assertThat(starts).hasSizeGreaterThan(9);
        assertThat(said(service))
                .filteredOn(text -> text.contains("unable"))
                .containsExactly("(service api) is unable to consistently start tasks successfully.");
        assertThat(told(service, Emitted.ACTION))
                .containsExactly("SERVICE_STEADY_STATE ", "SERVICE_TASK_START_IMPAIRED ");
        assertThat(broken.rollout())
                .as("without a circuit breaker it never fails")
                .isEqualTo("IN_PROGRESS");
        assertThat(broken.status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void setting_thatIsChanged_endsTheWait_andBeginsNoDeployment() {
        bad = Set.of(2);
        FakeService service = service(PLAIN);
        service.deploy("api:8", "somebody");
        after(Duration.ofMinutes(20), service);
        int tasks = service.tasks().size();

        service.nudge();

        assertThat(service.tasks()).hasSizeGreaterThan(tasks);
        assertThat(service.rolled()).hasSize(2);
    }

    @Test
    void taskThatCrashesAfterItRan_slowsNothingDown() {
        FakeService service = service(PLAIN);
        for (int n = 0; n < 20; n++) {
            service.crash(service.tasks().stream()
                    .filter(Tasked::runs)
                    .findFirst()
                    .orElseThrow()
                    .arn());
            after(Duration.ofMinutes(3L * (n + 1)), service);
        }

        assertThat(service.running()).isEqualTo(2);
        assertThat(said(service)).noneMatch(text -> text.contains("unable"));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void status_thatIsOver_hasNoNext_andEveryOtherLeadsToAnEnd(Status status) {
        Set<Status> ends =
                Set.of(Status.STOPPED, Status.ROLLBACK_SUCCESSFUL, Status.ROLLBACK_FAILED, Status.SUCCESSFUL);

        assertThat(status.over()).isEqualTo(ends.contains(status));
        Set<Status> reached = Set.of(status);
        for (int n = 0; n < Status.values().length; n++) {
            reached = Stream.concat(reached.stream(), reached.stream().flatMap(s -> s.next().stream()))
                    .collect(Collectors.toSet());
        }
        assertThat(reached).containsAnyElementsOf(ends);
        assertThat(reached.contains(Status.PENDING)).isEqualTo(status == Status.PENDING);
    }

    @Test
    void goodDeployment_replacesAllTasks_andCompletes() {
        FakeService service = service(GUARDED);
        Rolled good = service.deploy("api:8", "somebody");
        assertThat(Views.service(service, Map.of(), 0).deployments())
                .extracting("id", "status", "rolloutState")
                .containsExactly(
                        tuple("ecs-svc/2", "PRIMARY", "IN_PROGRESS"), tuple("ecs-svc/1", "ACTIVE", "COMPLETED"));

        after(Pace.START, service);

        assertThat(good.statuses()).containsExactly(Status.PENDING, Status.IN_PROGRESS, Status.SUCCESSFUL);
        assertThat(service.tasks())
                .filteredOn(Tasked::runs)
                .allMatch(t -> t.of() == good)
                .hasSize(2);
        assertThat(Views.service(service, Map.of(), 0).deployments()).hasSize(1);
        assertThat(reasons(service))
                .containsExactly("ECS deployment ecs-svc/2 in progress.", "ECS deployment ecs-svc/2 completed.");
        assertThat(said(service)).last().isEqualTo("(service api) has reached a steady state.");
        assertThat(told(service, Emitted.ACTION)).containsOnly("SERVICE_STEADY_STATE ");
    }

    @Test
    void steadyState_isSaidAgainAndAgain() {
        FakeService service = service(GUARDED);
        after(Duration.ofHours(20), service);

        assertThat(told(service, Emitted.ACTION)).hasSize(4);
    }

    @Test
    void badDeployment_withCircuitBreaker_goesBackToTheLastThatSucceeded() {
        bad = Set.of(2);
        FakeService service = service(GUARDED);
        Rolled broken = service.deploy("api:8", "somebody");

        after(Duration.ofHours(1), service);

        assertThat(broken.statuses())
                .containsExactly(
                        Status.PENDING, Status.IN_PROGRESS, Status.ROLLBACK_IN_PROGRESS, Status.ROLLBACK_SUCCESSFUL);
        assertThat(broken.rollout()).isEqualTo("FAILED");
        assertThat(service.primary().number()).isEqualTo(1);
        assertThat(service.primary().rollout()).isEqualTo("COMPLETED");
        assertThat(told(service, Emitted.DEPLOYMENT))
                .containsExactly(
                        "SERVICE_DEPLOYMENT_IN_PROGRESS ecs-svc/2",
                        "SERVICE_DEPLOYMENT_FAILED ecs-svc/2",
                        "SERVICE_DEPLOYMENT_IN_PROGRESS ecs-svc/1",
                        "SERVICE_DEPLOYMENT_COMPLETED ecs-svc/1");
        assertThat(reasons(service))
                .containsExactly(
                        "ECS deployment ecs-svc/2 in progress.",
                        "ECS deployment circuit breaker: tasks failed to start.",
                        "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.",
                        "ECS deployment ecs-svc/1 completed.");
        assertThat(service.running()).isEqualTo(2);
        assertThat(said(service))
                .contains("(service api) (deployment ecs-svc/2) deployment failed: tasks failed to start.");
    }

    @Test
    void badDeployment_withoutRollback_startsNoMoreTasks_andTheOldOnesStay() {
        bad = Set.of(2);
        FakeService service = service(new Settings(2, 100, 200, true, false));
        Rolled broken = service.deploy("api:8", "somebody");
        after(Duration.ofHours(1), service);
        int tasks = service.tasks().size();
        after(Duration.ofHours(9), service);

        assertThat(broken.status()).isEqualTo(Status.STOPPED);
        assertThat(service.tasks()).hasSize(tasks);
        assertThat(service.running(service.rolled().getFirst())).isEqualTo(2);
    }

    @Test
    void wayBack_thatFailsToo_stalls() {
        FakeService service = service(GUARDED);
        bad = Set.of(1, 2);
        Rolled broken = service.deploy("api:8", "somebody");
        service.tasks().stream().filter(t -> t.of() != broken).forEach(t -> service.crash(t.arn()));

        after(Duration.ofHours(2), service);

        assertThat(broken.status()).isEqualTo(Status.ROLLBACK_FAILED);
        assertThat(service.alive()).isZero();
    }

    @Test
    void wayBack_withoutAnyThatSucceeded_isNone() {
        bad = Set.of(2, 3);
        FakeService service = service(GUARDED);
        Rolled first = service.rolled().getFirst();
        Rolled second = service.deploy("api:8", "somebody");
        assertThat(service.stop(first.arn())).as("it is over").isEqualTo("ConflictException");
        assertThat(service.stop("arn:none")).isEqualTo("ServiceDeploymentNotFoundException");
        assertThat(service.stop(second.arn())).isEmpty();
        assertThat(service.stop(second.arn())).as("it is stopping").isEqualTo("ConflictException");
    }

    @Test
    void deployment_thatIsStopped_leavesTheRevisionBefore_andNothingOfItself() {
        FakeService service = service(GUARDED);
        Rolled stopped = service.deploy("api:8", "somebody");
        after(Duration.ofSeconds(20), service);

        assertThat(service.stop(stopped.arn())).isEmpty();
        assertThat(stopped.status()).isEqualTo(Status.ROLLBACK_REQUESTED);
        after(Duration.ofMinutes(5), service);

        assertThat(stopped.statuses())
                .containsExactly(
                        Status.PENDING,
                        Status.IN_PROGRESS,
                        Status.ROLLBACK_REQUESTED,
                        Status.ROLLBACK_IN_PROGRESS,
                        Status.ROLLBACK_SUCCESSFUL);
        assertThat(service.alive(stopped)).isZero();
        assertThat(service.primary().definition()).isEqualTo("api:7");
        assertThat(service.running()).isEqualTo(2);
        assertThat(service.tasks())
                .filteredOn(t -> t.of() == stopped)
                .allMatch(t -> t.stopCode.equals("ServiceSchedulerInitiated"));
        assertThat(Views.listed(service)).extracting("status").containsExactly("ROLLBACK_SUCCESSFUL", "SUCCESSFUL");
    }

    @Test
    void newerDeployment_stopsTheOneUnderWay() {
        FakeService service = service(GUARDED);
        Rolled over = service.deploy("api:8", "somebody");
        after(Duration.ofSeconds(20), service);
        Rolled newer = service.deploy("api:8", "else");
        assertThat(over.status()).isEqualTo(Status.STOP_REQUESTED);

        after(Duration.ofMinutes(5), service);

        assertThat(over.status()).isEqualTo(Status.STOPPED);
        assertThat(newer.status()).isEqualTo(Status.SUCCESSFUL);
        assertThat(newer.source()).isEqualTo(over);
        assertThat(newer.revision()).as("a forced one brings a revision too").isNotEqualTo(over.revision());
        assertThat(service.alive()).isEqualTo(2);
    }

    @Test
    void newerDeployment_duringAWayBack_endsIt() {
        bad = Set.of(2);
        FakeService service = service(GUARDED);
        Rolled broken = service.deploy("api:8", "somebody");
        for (int second = 0; broken.status() == Status.IN_PROGRESS; second += 5) {
            after(Duration.ofSeconds(second), service);
        }
        service.crash(service.tasks().getFirst().arn());
        Rolled newer = service.deploy("api:9", "somebody");

        service.until(newer.begun().plus(Duration.ofMinutes(5)));

        assertThat(broken.status()).isIn(Status.STOPPED, Status.ROLLBACK_SUCCESSFUL);
        assertThat(newer.status()).isEqualTo(Status.SUCCESSFUL);
        assertThat(service.running(newer)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"100, 100, true", "50, 100, false", "100, 200, false", "0, 100, false", "100, 150, false"})
    void percents_thatLeaveNoRoom_areSaidToBeADeadlock(int least, int most, boolean deadlock) {
        FakeService service = service(new Settings(2, least, most, false, false));
        Rolled next = service.deploy("api:8", "somebody");
        after(Duration.ofMinutes(30), service);

        assertThat(said(service).stream()
                        .anyMatch(text -> text.contains("because of the service deployment configuration")))
                .isEqualTo(deadlock);
        assertThat(next.rollout()).isEqualTo(deadlock ? "IN_PROGRESS" : "COMPLETED");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void percents_areKept_throughoutADeployment(int desired) {
        Settings settings = new Settings(desired, 50, 150, false, false);
        FakeService service = service(settings);
        service.deploy("api:8", "somebody");
        for (int second = 0; second < 1_200; second += 5) {
            after(Duration.ofSeconds(second), service);
            assertThat(service.alive()).isLessThanOrEqualTo(Math.max(desired, settings.ceiling()));
            assertThat(service.running()).isGreaterThanOrEqualTo(settings.floor());
        }
    }

    @Test
    void versions_ofATask_riseByOne_andOfEachEventTheOthersDoNotHaveAny() {
        bad = Set.of(2);
        FakeService service = service(GUARDED);
        service.deploy("api:8", "somebody");
        after(Duration.ofHours(1), service);

        Map<String, List<Long>> versions = service.events().stream()
                .filter(e -> e.type().equals(Emitted.TASK))
                .collect(Collectors.groupingBy(
                        Emitted::resource,
                        Collectors.mapping(e -> Long.parseLong(e.detail().get("version")), Collectors.toList())));
        assertThat(versions).isNotEmpty().allSatisfy((_, of) -> {
            for (int n = 1; n < of.size(); n++) {
                assertThat(of.get(n)).isEqualTo(of.get(n - 1) + 1);
            }
        });
        assertThat(service.events())
                .filteredOn(e -> !e.type().equals(Emitted.TASK))
                .isNotEmpty()
                .allMatch(e -> !e.detail().containsKey("version"));
        assertThat(service.rolled()).extracting(Rolled::number).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void events_tellOfTheTime_inItsOrder_andOfServiceAndTaskByArn() {
        bad = Set.of(2);
        FakeService service = service(GUARDED);
        service.deploy("api:8", "somebody");
        after(Duration.ofHours(1), service);

        assertThat(service.events()).extracting(Emitted::at).isSorted();
        assertThat(service.events())
                .allMatch(e -> e.resource()
                        .startsWith("arn:aws:ecs:us-east-1:111122223333:"
                                + (e.type().equals(Emitted.TASK) ? "task/" : "service/")));
    }

    @Test
    void sameLife_isTheSameTwice() {
        bad = Set.of(2);
        FakeService one = service(GUARDED);
        FakeService other = service(GUARDED);
        one.deploy("api:8", "somebody");
        other.deploy("api:8", "somebody");
        after(Duration.ofHours(2), one);
        for (int second = 0; second <= 7_200; second += 7) {
            after(Duration.ofSeconds(second), other);
        }
        after(Duration.ofHours(2), other);

        assertThat(other.events()).isEqualTo(one.events());
    }
}
