package io.github.ecsmedic.handler;

import static io.github.ecsmedic.incident.Seen.minute;
import static io.github.ecsmedic.incident.Seen.natGone;
import static io.github.ecsmedic.incident.Seen.nothing;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.handler.Intake.Arrival;
import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.incident.News;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of events, whichever ledger keeps them. */
abstract class IntakeContract {
    private final Ticking clock = new Ticking();
    private final Causes engine =
            new Causes().set("api", "secrets.not_found", secretGone("db")).set("web", "app.crash", nothing());
    private final Inbox slack = new Inbox("slack");
    private final AtomicInteger ids = new AtomicInteger();
    private Ledger ledger;
    private FlakyLedger flaky;
    private Intake intake;

    abstract Ledger empty();

    @BeforeEach
    void begin() {
        ledger = empty();
        flaky = new FlakyLedger(ledger);
        Parts parts =
                new Parts(engine, (region, budget) -> null, flaky, clock, () -> "i-" + ids.incrementAndGet(), true);
        intake = new Intake(parts, List.of(slack));
    }

    private Fate fails(String service, String task, long version, int minute) {
        return intake.of(
                EventReader.read(
                        Batches.stopped(service, task, version, minute(minute).toString())),
                Duration.ofSeconds(5),
                true);
    }

    private News news(String service, String task, int minute) {
        return fails(service, task, 3, minute) instanceof Fate.Recorded(Incident _, News news, var _) ? news : null;
    }

    private Incident only() {
        assertThat(ledger.living()).hasSize(1);
        return ledger.living().getFirst();
    }

    @Test
    void failure_thatRepeats_isOneIncidentAndOneDiagnosis() {
        assertThat(news("api", "t1", 0)).isEqualTo(News.OPENED);
        assertThat(news("api", "t2", 1)).isEqualTo(News.COUNTED);
        assertThat(news("api", "t3", 2)).isEqualTo(News.COUNTED);
        assertThat(only().failures()).isEqualTo(3);
        assertThat(engine.asked).hasValue(1);
        assertThat(ledger.due(minute(9), 9))
                .singleElement()
                .satisfies(due -> assertThat(due.wanted()).isEqualTo(1));
    }

    @Test
    void failure_explainedLongAgo_isDiagnosedOnceMore() {
        news("api", "t1", 0);
        news("api", "t2", 10);
        assertThat(engine.asked).hasValue(2);
        assertThat(only().failures()).isEqualTo(2);
    }

    @Test
    void event_deliveredTwiceOrLate_changesNothing() {
        fails("api", "t1", 5, 0);
        Incident before = only();
        assertThat(fails("api", "t1", 5, 0)).isEqualTo(new Fate.Ignored("seen before"));
        assertThat(fails("api", "t1", 4, 0)).isEqualTo(new Fate.Ignored("seen before"));
        assertThat(only()).isEqualTo(before);
        assertThat(engine.asked).hasValue(1);
    }

    @Test
    void event_laterOfTheSameTask_isNotCountedAgain() {
        fails("api", "t1", 5, 0);
        fails("api", "t1", 6, 1);
        assertThat(only().failures()).isEqualTo(1);
    }

    @Test
    void fault_ofAnotherKind_isAnIncidentOfItsOwn() {
        news("api", "t1", 0);
        engine.set("api", "app.crash", secretGone("other"));
        assertThat(news("api", "t2", 1)).isEqualTo(News.OPENED);
        assertThat(ledger.living()).map(Incident::failures).containsExactly(1, 1);
    }

    @Test
    void fault_thatServicesShare_isOneIncident() {
        engine.set("api", "image_pull.network_timeout", natGone("nat-1"));
        engine.set("web", "image_pull.network_timeout", natGone("nat-1"));
        assertThat(news("api", "t1", 0)).isEqualTo(News.OPENED);
        assertThat(news("web", "t2", 1)).isEqualTo(News.CHANGED);
        assertThat(only().members()).map(Member::scope).containsExactly("service/shop/api", "service/shop/web");
    }

    @Test
    void fault_whoseCauseIsFoundLater_isTheSameIncident() {
        assertThat(news("web", "t1", 0)).isEqualTo(News.OPENED);
        engine.set("web", "app.crash", secretGone("db"));
        assertThat(news("web", "t2", 1)).isEqualTo(News.CHANGED);
        assertThat(only().failures()).isEqualTo(2);
    }

    @Test
    void fault_thatComesBack_isNewAndKnowsItsPast() {
        news("api", "t1", 0);
        Incident over = only().observed(Map.of("service/shop/api", Optional.empty()), minute(9));
        ledger.commit(new Commit(List.of(), List.of(new Change(1, over, Map.of())), List.of()));
        assertThat(news("api", "t2", 20)).isEqualTo(News.OPENED);
        assertThat(only().past()).containsExactly(new Ending(minute(9), Ending.How.DELETED));
    }

    @Test
    void failures_ofOneFaultAtOnce_areAllCounted() {
        List<Callable<Fate>> pieces = new ArrayList<>();
        IntStream.range(0, 6).forEach(i -> pieces.add(() -> fails("api", "t" + i, 3, i)));
        List<Fate> fates = SideBySide.THREADS.run(pieces, Duration.ofSeconds(30)).stream()
                .map(Future::resultNow)
                .toList();
        assertThat(fates).allMatch(fate -> fate instanceof Fate.Recorded);
        assertThat(only().failures()).isEqualTo(6);
    }

    private Arrival arrives(String service, String task, long version, int minute) {
        return intake.arrival(
                EventReader.read(
                        Batches.stopped(service, task, version, minute(minute).toString())),
                true);
    }

    private List<Optional<Fate>> together(Arrival... arrivals) {
        return intake.of(List.of(arrivals), Duration.ofSeconds(5));
    }

    private static Object word(Optional<Fate> fate) {
        return fate.map(f -> f instanceof Fate.Recorded(Incident _, News news, var _) ? news : f)
                .map(Object.class::cast)
                .orElse("alone");
    }

    @Test
    void failures_equalInOneBatch_areDiagnosedOnceAndStoredByOneWrite() {
        assertThat(together(arrives("api", "t1", 3, 0), arrives("api", "t2", 3, 1), arrives("api", "t3", 3, 0)))
                .map(IntakeContract::word)
                .containsExactly(News.OPENED, News.COUNTED, News.COUNTED);
        assertThat(engine.asked).hasValue(1);
        assertThat(flaky.commits).hasValue(1);
        assertThat(only().failures()).isEqualTo(3);
        assertThat(only().lastSeen()).isEqualTo(minute(1));
    }

    @Test
    void failures_equalAndNotExplained_areDiagnosedOnceABatch() {
        together(arrives("web", "t1", 3, 0), arrives("web", "t2", 3, 1));
        assertThat(engine.asked).hasValue(1);
        together(arrives("web", "t3", 3, 2), arrives("web", "t4", 3, 2));
        assertThat(engine.asked).hasValue(2);
        assertThat(only().failures()).isEqualTo(4);
    }

    @Test
    void failures_thatComeAgainWithOthers_areNotCountedAgain() {
        together(arrives("api", "t1", 3, 0), arrives("api", "t2", 3, 0));
        assertThat(together(arrives("api", "t2", 3, 0), arrives("api", "t3", 3, 1), arrives("api", "t1", 4, 1)))
                .map(IntakeContract::word)
                .containsExactly(new Fate.Ignored("seen before"), News.COUNTED, News.COUNTED);
        assertThat(only().failures()).isEqualTo(3);
    }

    @Test
    void failures_ofOneTaskInOneBatch_areOne() {
        assertThat(together(
                        arrives("api", "t1", 3, 0),
                        arrives("api", "t1", 4, 0),
                        arrives("api", "t1", 4, 0),
                        arrives("api", "t1", 3, 0)))
                .map(IntakeContract::word)
                .containsExactly(
                        News.OPENED, News.COUNTED, new Fate.Ignored("seen before"), new Fate.Ignored("seen before"));
        assertThat(only().failures()).isEqualTo(1);
        assertThat(fails("api", "t1", 4, 0)).isEqualTo(new Fate.Ignored("seen before"));
    }

    @Test
    void failures_longAfterTheOneThatWasDiagnosed_areLeftToThemselves() {
        assertThat(together(arrives("api", "t1", 3, 0), arrives("api", "t2", 3, 12)))
                .map(IntakeContract::word)
                .containsExactly(News.OPENED, "alone");
        assertThat(only().failures()).isEqualTo(1);
    }

    @Test
    void failures_withOneOfAnIncidentThatIsOver_areLeftToThemselves() {
        news("api", "t1", 0);
        Incident over = only().observed(Map.of("service/shop/api", Optional.empty()), minute(9));
        ledger.commit(new Commit(List.of(), List.of(new Change(1, over, Map.of())), List.of()));
        assertThat(together(arrives("api", "t2", 3, 8), arrives("api", "t3", 3, 12)))
                .map(IntakeContract::word)
                .containsExactly(News.COUNTED, "alone");
        assertThat(ledger.living()).isEmpty();
    }

    @Test
    void failures_equalWithoutALedger_areToldOnceAndAllComeBack() {
        flaky.down = true;
        assertThat(together(arrives("api", "t1", 3, 0), arrives("api", "t2", 3, 1)))
                .map(Optional::orElseThrow)
                .allMatch(Fate::back)
                .map(Fate::getClass)
                .isEqualTo(List.of(Fate.Unrecorded.class, Fate.Returned.class));
        assertThat(engine.asked).hasValue(1);
    }

    @Test
    void ledger_outOfReach_givesTheDiagnosisOnceAndTheMessageBack() {
        flaky.down = true;
        assertThat(fails("api", "t1", 3, 0)).isInstanceOfSatisfying(Fate.Unrecorded.class, fate -> {
            assertThat(fate.why()).isEqualTo("ledger: out of reach");
            assertThat(fate.incident().diagnosis().causes()).containsExactly(secretGone("db"));
        });
        assertThat(intake.of(
                        EventReader.read(
                                Batches.stopped("api", "t1", 3, minute(0).toString())),
                        Duration.ofSeconds(5),
                        false))
                .isEqualTo(new Fate.Returned("ledger: out of reach"));
        flaky.down = false;
        assertThat(news("api", "t1", 0)).isEqualTo(News.OPENED);
    }

    @Test
    void oneOffTask_thatEndsWell_endsTheIncidentOfItsFamily() {
        fails("", "t1", 3, 0);
        assertThat(only().members()).map(Member::scope).containsExactly("family/shop/app");
        String well = Batches.stopped("", "t2", 3, minute(30).toString())
                .replace("\"containers\":[]", "\"containers\":[{\"name\":\"app\",\"exitCode\":0}]");
        Fate fate = intake.of(EventReader.read(well), Duration.ofSeconds(5), true);
        assertThat(fate)
                .isInstanceOfSatisfying(
                        Fate.Recorded.class,
                        recorded -> assertThat(recorded.news()).isEqualTo(News.RESOLVED));
        assertThat(ledger.living()).isEmpty();
    }

    @Test
    void oneOffTask_thatEndedWellBefore_endsNothing() {
        fails("", "t1", 3, 10);
        String well = Batches.stopped("", "t2", 3, minute(5).toString())
                .replace("\"containers\":[]", "\"containers\":[{\"name\":\"app\",\"exitCode\":0}]");
        intake.of(EventReader.read(well), Duration.ofSeconds(5), true);
        assertThat(ledger.living()).isNotEmpty();
    }

    @Test
    void lateEvent_ofWhatIsOver_doesNotHideWhatHasBegunSince() {
        fails("", "t1", 3, 0);
        String well = Batches.stopped("", "t2", 3, minute(5).toString())
                .replace("\"containers\":[]", "\"containers\":[{\"name\":\"app\",\"exitCode\":0}]");
        intake.of(EventReader.read(well), Duration.ofSeconds(5), true);
        assertThat(news("", "t3", 10)).isEqualTo(News.OPENED);
        fails("", "t1", 4, 0);
        assertThat(news("", "t4", 25)).isEqualTo(News.COUNTED);
        assertThat(only().failures()).isEqualTo(2);
    }
}
