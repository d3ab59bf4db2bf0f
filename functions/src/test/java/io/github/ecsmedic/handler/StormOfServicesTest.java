package io.github.ecsmedic.handler;

import static io.github.ecsmedic.incident.Seen.natGone;
import static io.github.ecsmedic.incident.Seen.nothing;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.aws.QueuedMessage;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Health;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Deed;
import io.github.ecsmedic.incident.Ledger.Wind;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Person;
import io.github.ecsmedic.incident.Storm;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.treat.Audience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StormOfServicesTest {
    private static final Fingerprint HERE = new Fingerprint("111122223333", "us-east-1", "", "");

    private final Ticking clock = new Ticking();
    private final MemoryLedger ledger = new MemoryLedger();
    private final Causes engine = new Causes();
    private final Inbox slack = new Inbox("slack");
    private final AtomicInteger ids = new AtomicInteger();
    private final Parts parts =
            parts(engine, (region, budget) -> FakeAccount.small().unknown("ecs:DescribeServices", "AccessDenied"));

    private Parts parts(Engine diagnosing, Accounts accounts) {
        return new Parts(diagnosing, accounts, ledger, clock, () -> "i-" + ids.incrementAndGet(), true);
    }

    private Fate fails(String service, String task) {
        String event = Batches.stopped(service, task, 3, clock.instant().toString());
        return new Intake(parts, List.of(slack)).of(EventReader.read(event), Duration.ofSeconds(5), true);
    }

    private void send() {
        new Dispatcher(parts).send(List.of(slack), Duration.ofSeconds(20));
    }

    private Optional<Incident> look(String... lacking) {
        return new StormWatch(parts, new Audience(List.of(slack), clock))
                .look(HERE, List.of(lacking), OptionalInt.empty());
    }

    private void watched(int services) {
        ledger.commit(new Commit(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Wind(HERE.place(), Storm.NONE, Storm.NONE.watching(services)))));
    }

    /** Each service of a single incident as it is; empty when it is gone. */
    private void seen(Optional<Health> health) {
        for (Incident incident : ledger.living()) {
            if (!incident.fingerprint().storm()) {
                Incident after =
                        incident.observed(Map.of(incident.members().getFirst().scope(), health), clock.instant());
                ledger.commit(new Commit(
                        List.of(),
                        List.of(new Change(incident.version(), after, Map.of())),
                        new Audience(List.of(slack), clock).of(incident, after)));
            }
        }
    }

    private void fixes(String service) {
        Action action = new Action(
                "fix-1",
                "service/shop/" + service,
                "shop",
                "restart",
                HERE,
                service + ":7",
                clock.instant(),
                Action.Outcome.PENDING);
        ledger.commit(
                new Commit(List.of(), List.of(), List.of(), List.of(), new Deed(List.of(action), Optional.empty())));
    }

    private void forward(long minutes) {
        clock.forward(Duration.ofMinutes(minutes));
    }

    private static boolean storm(Bulletin told) {
        return told.incident().fingerprint().storm();
    }

    private List<String> told() {
        List<String> told = slack.taken.stream()
                .map(b ->
                        (storm(b) ? "storm" : b.incident().diagnosis().subject().service()) + " "
                                + b.news().word())
                .toList();
        slack.taken.clear();
        return told;
    }

    /** Three services, each by a fault of its own. */
    private void threeFail() {
        fails("a", "a1");
        fails("b", "b1");
        fails("c", "c1");
        send();
    }

    @Test
    void services_lessThanThree_areToldOneByOne() {
        fails("a", "a1");
        fails("b", "b1");
        send();
        assertThat(told()).containsExactlyInAnyOrder("a opened", "b opened");
    }

    @Test
    void services_threeOfAFewAtOnce_areOneMessage() {
        threeFail();
        assertThat(told()).containsExactly("storm opened");
        assertThat(ledger.living()).hasSize(4);
    }

    @Test
    void services_overHalfAnHour_areNoStorm() {
        fails("a", "a1");
        send();
        forward(10);
        fails("b", "b1");
        send();
        forward(10);
        fails("c", "c1");
        send();
        assertThat(told()).containsExactly("a opened", "b opened", "c opened");
    }

    @Test
    void services_byOneSharedFault_areItsOneMessageAndNoStormBeside() {
        for (String service : List.of("a", "b", "c", "d")) {
            engine.set(service, "image_pull.network_timeout", natGone("nat-1"));
            fails(service, service + "1");
        }
        send();
        assertThat(told()).hasSize(1).allMatch(m -> m.endsWith(" opened") && !m.startsWith("storm"));
        assertThat(ledger.storm(HERE.place()).blows()).isTrue();
        assertThat(ledger.living()).hasSize(1);
    }

    @Test
    void storm_withASharedFault_namesIt() {
        for (String service : List.of("a", "b", "c", "d")) {
            engine.set(service, "image_pull.network_timeout", natGone("nat-1"));
            fails(service, service + "1");
        }
        fails("e", "e1");
        fails("f", "f1");
        send();
        Incident storm = slack.taken.stream()
                .filter(StormOfServicesTest::storm)
                .map(Bulletin::incident)
                .findFirst()
                .orElseThrow();
        assertThat(storm.diagnosis().causes().getFirst().summary())
                .isEqualTo("6 services fail at once, 4 of them by one fault: The NAT gateway is not available");
        assertThat(storm.diagnosis().causes().getFirst().resources().ids()).contains("nat-1");
        assertThat(slack.taken).hasSize(1);
    }

    @Test
    void service_withAFixInFlight_countsAsFailing() {
        fails("a", "a1");
        fails("b", "b1");
        assertThat(ledger.storm(HERE.place()).blows()).isFalse();
        fixes("d");
        assertThat(ledger.storm(HERE.place())
                        .at(clock.instant(), Action.inFlight(ledger.actions()))
                        .blows())
                .isTrue();
        look();
        assertThat(ledger.storm(HERE.place()).blows()).isTrue();
    }

    @Test
    void single_messages_waitUntilTheStormIsOverAndAreToldIfTheyStillFail() {
        threeFail();
        told();
        forward(9);
        fails("a", "a2");
        look();
        forward(12);
        look();
        forward(15);
        seen(Optional.of(new Health(clock.instant(), 1, 1, null, false, "")));
        assertThat(look()).map(Incident::state).contains(Incident.State.RESOLVED);
        forward(1);
        fails("a", "a3");
        send();
        assertThat(told()).containsExactlyInAnyOrder("storm resolved", "a opened");
        forward(60);
        send();
        assertThat(told()).isEmpty();
    }

    @Test
    void single_incidents_thatEndInTheStorm_areNeverTold() {
        threeFail();
        told();
        seen(Optional.empty());
        forward(45);
        send();
        assertThat(told()).isEmpty();
    }

    @Test
    void service_outsideOfTheStorm_isToldAtOnce() {
        threeFail();
        told();
        fails("", "t9");
        send();
        assertThat(told()).containsExactly(" opened");
    }

    @Test
    void storm_ofServicesThatStillLackTasks_isNotOver() {
        threeFail();
        for (int i = 0; i < 8; i++) {
            forward(5);
            look("service/shop/a", "service/shop/b", "service/shop/c");
        }
        assertThat(ledger.storm(HERE.place()).tells()).isTrue();
        for (int i = 0; i < 4; i++) {
            look();
            forward(5);
        }
        assertThat(ledger.storm(HERE.place()).tells()).isFalse();
    }

    @Test
    void storm_ofServicesThatFailEachMinute_isNotOver() {
        threeFail();
        for (int minute = 0; minute < 40; minute++) {
            forward(1);
            for (String service : List.of("a", "b", "c")) {
                fails(service, service + "-" + minute);
            }
            look();
        }
        assertThat(ledger.storm(HERE.place()).tells()).isTrue();
    }

    @Test
    void storm_thatIsFoundOverByAFailure_isCalledOver() {
        threeFail();
        told();
        forward(11);
        look();
        forward(16);
        seen(Optional.of(new Health(clock.instant(), 1, 1, null, false, "")));
        fails("z", "z1");
        send();
        assertThat(told()).containsExactlyInAnyOrder("storm resolved", "z opened");
        assertThat(ledger.storm(HERE.place()).blows()).isFalse();
    }

    @Test
    void storm_whoseSnoozeIsOver_isToldAgainWhileItBlows() {
        threeFail();
        told();
        Incident storm = ledger.living().stream()
                .filter(i -> i.fingerprint().storm())
                .findFirst()
                .orElseThrow();
        Incident snoozed = storm.snoozed(clock.instant().plus(Duration.ofHours(1)), new Person("U0AAA1111", ""));
        ledger.commit(new Commit(List.of(), List.of(new Change(storm.version(), snoozed, Map.of())), List.of()));
        for (int i = 0; i < 13; i++) {
            forward(5);
            look("service/shop/a", "service/shop/b", "service/shop/c");
            send();
        }
        assertThat(told()).containsExactly("storm changed");
    }

    @Test
    void single_incidentThatStillLacksTasksAfterTheStorm_isTold() {
        threeFail();
        told();
        forward(16);
        new Sweep(parts, List.of(slack)).observe(Duration.ofSeconds(20));
        look();
        forward(16);
        look();
        send();
        assertThat(told()).containsExactlyInAnyOrder("storm resolved", "a opened", "b opened", "c opened");
    }

    @Test
    void storm_ofFiveHundredServices_isOneMessageAndAFewBeforeIt() {
        watched(500);
        engine.set("s7", "secrets.not_found", secretGone("db")).set("s8", "app.crash", nothing());
        BatchWork work = new BatchWork(parts, budget -> List.of(slack));
        for (int from = 0; from < 500; from += 10) {
            List<QueuedMessage> batch = new ArrayList<>();
            for (int i = from; i < from + 10; i++) {
                batch.add(new QueuedMessage(
                        "m" + i,
                        "",
                        Batches.stopped("s" + i, "t" + i, 3, clock.instant().toString()),
                        1));
            }
            assertThat(work.of(batch, Budget.of(60_000)).done()).allMatch(done -> done.fate() instanceof Fate.Recorded);
            clock.forward(Duration.ofMillis(1_200));
        }
        for (int minute = 0; minute < 20; minute += 5) {
            forward(5);
            look();
            send();
        }
        List<Bulletin> storms =
                slack.taken.stream().filter(StormOfServicesTest::storm).toList();
        long opened = storms.stream().filter(b -> b.news() == News.OPENED).count();
        assertThat(opened).isEqualTo(1);
        assertThat(ledger.living().stream().filter(i -> i.fingerprint().storm()))
                .singleElement()
                .satisfies(storm -> assertThat(storm.members()).hasSize(500));
        assertThat(slack.taken.size() - storms.size()).isLessThanOrEqualTo(4);
        assertThat(storms.size()).isLessThanOrEqualTo(4);
        assertThat(ledger.living()).hasSize(501);
        assertThat(engine.asked).hasValue(500);
    }

    @Test
    void storm_ofFiveHundredServices_costsABoundedNumberOfReads() {
        List<FakeAccount> opened = new ArrayList<>();
        Accounts counting = (region, budget) -> {
            opened.add(FakeAccount.small());
            return opened.getLast();
        };
        Intake intake = new Intake(parts(Wiring.engine(Catalogue.full().diagnoser()), counting), List.of(slack));
        IntStream.range(0, 500).forEach(i -> {
            String event = Batches.stopped("s" + i, "t" + i, 3, clock.instant().toString())
                    .replace("\"containers\":[]", "\"containers\":[{\"name\":\"app\",\"exitCode\":1}]");
            intake.of(EventReader.read(event), Duration.ofSeconds(5), true);
        });
        assertThat(ledger.living()).hasSize(501);
        assertThat(opened.stream().mapToInt(account -> account.asked().size()).sum())
                .isLessThanOrEqualTo(500 * 22);
    }
}
