package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Wind;
import io.github.ecsmedic.incident.MemoryAuditLog;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Storm;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.notify.Routing;
import io.github.ecsmedic.treat.Audience;
import io.github.ecsmedic.treat.Deadline;
import io.github.ecsmedic.treat.Mender;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Ward;
import io.github.ecsmedic.treat.Wishes;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many services that are opted in fail within a minute, and the mender works after each event: the worst that can be. */
class StormOfFixesTest {
    private static final Fingerprint HERE = new Fingerprint("111122223333", "us-east-1", "", "");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Ticking clock = new Ticking();
    private final MemoryLedger ledger = new MemoryLedger();
    private final Inbox slack = new Inbox("slack");
    private int ids;
    private int tasks;

    private Parts parts(Fleet fleet) {
        return new Parts(
                fleet,
                (region, budget) -> FakeAccount.small(),
                ledger,
                clock,
                () -> "i-" + ids++,
                true,
                Routing.TAGS,
                new Wishes(Ills.PLANS, Ills.standing(false)),
                SideBySide.THREADS,
                (text, at) -> {});
    }

    private void watched(int services) {
        ledger.commit(new Commit(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Wind(HERE.place(), Storm.NONE, Storm.NONE.watching(services)))));
    }

    private void fails(Fleet fleet, String service) {
        String event = Batches.stopped(
                service, service + "-" + tasks++, 3, clock.instant().toString());
        assertThat(new Intake(parts(fleet), List.of(slack)).of(EventReader.read(event), Duration.ofSeconds(5), true))
                .isInstanceOf(Fate.Recorded.class);
        mend(fleet);
    }

    private void mend(Fleet fleet) {
        Audience audience = new Audience(List.of(slack), clock);
        Mending mending = new Mending(Ills.PLANS, Ills.standing(false), fleet, fleet, new MemoryAuditLog());
        new Mender(new Ward(ledger, audience, new Deadline(Duration.ofSeconds(60)), "w" + ids++), mending).work();
    }

    /** All of them, one after another. */
    private void allFail(Fleet fleet, int services) {
        for (int i = 0; i < services; i++) {
            fails(fleet, "s" + i);
            clock.forward(MINUTE.dividedBy(services));
        }
    }

    /** As the functions do each minute. */
    private void pass(Fleet fleet, int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            clock.forward(MINUTE);
            new StormWatch(parts(fleet), new Audience(List.of(slack), clock))
                    .look(HERE, List.of(), OptionalInt.empty());
            mend(fleet);
            new Dispatcher(parts(fleet)).send(List.of(slack), Duration.ofSeconds(20));
        }
    }

    private static boolean storm(Bulletin told) {
        return told.incident().fingerprint().storm();
    }

    private Stream<Bulletin> opened() {
        return slack.taken.stream().filter(StormOfFixesTest::storm).filter(b -> b.news() == News.OPENED);
    }

    private Stream<State> states() {
        return ledger.living().stream().flatMap(i -> i.treatments().stream()).map(t -> t.state());
    }

    @Test
    void storm_ofFiveHundredServices_isTwoRequestsThenNoneAndOneMessage() {
        Fleet fleet = new Fleet(clock, false);
        watched(500);
        allFail(fleet, 500);
        assertThat(fleet.writes).as("before it is a storm").isBetween(1, 2);
        int before = fleet.writes;

        pass(fleet, 5);
        assertThat(opened()).hasSize(1);
        assertThat(slack.taken.stream()
                        .filter(b -> !storm(b))
                        .map(b -> b.incident().id())
                        .distinct())
                .as("single ones that were told")
                .hasSizeLessThanOrEqualTo(Storm.FLOOR);
        assertThat(states().filter(s -> s == State.REFUSED)).hasSizeGreaterThanOrEqualTo(497);

        pass(fleet, 7);
        allFail(fleet, 500);
        pass(fleet, 12);
        assertThat(ledger.storm(HERE.place()).blows()).as("in the cooldown").isTrue();
        fails(fleet, "s9");
        pass(fleet, 1);
        assertThat(fleet.writes).as("in the storm and its cooldown").isEqualTo(before);
        System.out.printf(
                "storm of 500 services: %d requests before it, none after, %d message of the storm%n",
                before, opened().count());
    }

    @Test
    void storm_thatComesAgainInTheCooldown_beginsItAnew() {
        Fleet fleet = new Fleet(clock, false);
        watched(10);
        allFail(fleet, 10);
        int before = fleet.writes;
        pass(fleet, 20);
        assertThat(ledger.storm(HERE.place()).blows()).isTrue();
        allFail(fleet, 10);
        pass(fleet, 20);
        assertThat(ledger.storm(HERE.place()).blows())
                .as("it is calm for less than a quarter of an hour")
                .isTrue();
        fails(fleet, "s9");
        assertThat(fleet.writes).isEqualTo(before);

        pass(fleet, 30);
        assertThat(ledger.storm(HERE.place()).blows()).isFalse();
        clock.forward(Duration.ofHours(1));
        fails(fleet, "s9");
        assertThat(fleet.writes).as("when it is over, one is mended").isEqualTo(before + 1);
    }

    @ParameterizedTest(name = "{0} services: {1} requests, in one cluster {2}")
    @CsvSource({
        "1, 1, 1",
        "2, 2, 1",
        "3, 2, 1",
        "4, 2, 1",
        "5, 2, 1",
        "6, 2, 1",
        "7, 2, 1",
        "8, 2, 1",
        "9, 2, 1",
        "10, 2, 1"
    })
    void smallFleets_thatFailAsAWhole_areMendedTwiceAtMost(int services, int apart, int together) {
        assertThat(List.of(requests(services, false), requests(services, true))).containsExactly(apart, together);
    }

    private static int requests(int services, boolean together) {
        StormOfFixesTest one = new StormOfFixesTest();
        Fleet fleet = new Fleet(one.clock, together);
        one.watched(services);
        one.allFail(fleet, services);
        one.pass(fleet, 9);
        return fleet.writes;
    }
}
