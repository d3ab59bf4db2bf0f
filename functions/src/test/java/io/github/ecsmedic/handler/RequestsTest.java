package io.github.ecsmedic.handler;

import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.minute;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static io.github.ecsmedic.incident.Seen.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.aws.LocalTable;
import io.github.ecsmedic.aws.QueuedMessage;
import io.github.ecsmedic.incident.Feedback;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Person;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.SlackAction;
import io.github.ecsmedic.notify.Routing;
import io.github.ecsmedic.store.TableLedger;
import io.github.ecsmedic.treat.Wishes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final Person ANN = new Person("U0AAA1111", "ann");

    private final Ticking clock = new Ticking();
    private final Ledger ledger = new TableLedger(LocalTable.empty(), clock);
    private final FlakyLedger flaky = new FlakyLedger(ledger);
    private final Inbox sns = new Inbox("sns");
    private final FakeAccount account = FakeAccount.small();
    private final Parts parts = new Parts(new Causes(), (region, budget) -> account, flaky, clock, () -> "me", true);
    private final Requests requests = new Requests(parts, List.of(sns));
    private final Incident opened =
            Seen.incident("i-1", 0, diagnosis(service("api"), "secrets.not_found", secretGone("db")));

    @BeforeEach
    void begin() {
        account.unknown("ecs:DescribeServices", "AccessDenied");
        ledger.commit(new Commit(
                List.of(),
                List.of(new Change(0, opened, Map.of(opened.fingerprint(), ""))),
                List.of(new Wanted("i-1", "sns", 1, clock.instant()))));
        tell();
    }

    private void tell() {
        ledger.due(clock.instant(), 9).forEach(due -> new Dispatcher(parts).one(due, sns));
    }

    private String asks(String id, SlackAction action) {
        return new SlackRequest(id, ANN, action, "i-1", "", clock.instant(), "C0AAA1111", "1795143000.000200").json();
    }

    private Incident kept() {
        return ledger.incident("i-1").orElseThrow();
    }

    @Test
    void snooze_forAnHour_silencesOneHourAndIsToldOnceWhenItIsOver() {
        assertThat(requests.of(asks("r-1", SlackAction.SNOOZE_1H)))
                .isEqualTo(new Fate.Recorded(opened.snoozed(minute(60), ANN), News.COUNTED, Optional.empty()));
        assertThat(kept().snoozedUntil()).isEqualTo(minute(60));
        for (int swept = 0; swept < 60; swept++) {
            clock.forward(Duration.ofMinutes(5));
            new Sweep(parts, List.of(sns)).observe(Duration.ofSeconds(5));
            clock.forward(Duration.ofMinutes(1));
            tell();
        }
        assertThat(kept().snoozedUntil()).isNull();
        assertThat(sns.news()).containsExactly(News.OPENED, News.CHANGED);
    }

    @Test
    void snooze_forADay_lastsADayFromThePress() {
        String asked = asks("r-1", SlackAction.SNOOZE_1D);
        clock.forward(Duration.ofMinutes(10));
        requests.of(asked);
        assertThat(kept().snoozedUntil()).isEqualTo(minute(24 * 60));
    }

    @Test
    void snooze_thatWaitedLongerThanItLasts_silencesNothing() {
        String asked = asks("r-1", SlackAction.SNOOZE_1H);
        clock.forward(Duration.ofHours(1));
        assertThat(requests.of(asked)).isEqualTo(new Fate.Ignored("it changes nothing: snooze-1h"));
        assertThat(kept()).isEqualTo(opened);
    }

    @Test
    void snooze_signedByAClockThatIsAhead_isNotLonger() {
        String ahead =
                new SlackRequest("r-1", ANN, SlackAction.SNOOZE_1H, "i-1", "", minute(99_999), "C0AAA1111", "1").json();
        requests.of(ahead);
        assertThat(kept().snoozedUntil()).isEqualTo(minute(60));
    }

    @Test
    void request_replayed_isRefused() {
        requests.of(asks("r-1", SlackAction.SNOOZE_1H));
        Incident before = kept();
        clock.forward(Duration.ofMinutes(30));
        assertThat(requests.of(asks("r-1", SlackAction.SNOOZE_1H))).isEqualTo(new Fate.Ignored("asked before"));
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void notUseful_isKeptWithWhoAndWhen() {
        requests.of(asks("r-1", SlackAction.NOT_USEFUL));
        assertThat(kept().feedback().notUseful()).containsExactly(new Feedback.Vote(minute(0), ANN));
    }

    @Test
    void request_aboutAnIncidentThatIsOver_snoozesNothing() {
        Incident over = opened.observed(Map.of("service/prod/api", Optional.empty()), minute(0));
        ledger.commit(new Commit(List.of(), List.of(new Change(1, over, Map.of())), List.of()));
        assertThat(requests.of(asks("r-1", SlackAction.SNOOZE_1H)))
                .isEqualTo(new Fate.Ignored("it changes nothing: snooze-1h"));
    }

    @Test
    void request_aboutAnIncidentThatIsNotKept_isIgnored() {
        assertThat(requests.of(asks("r-1", SlackAction.SNOOZE_1H).replace("i-1", "i-9")))
                .isEqualTo(new Fate.Ignored("the incident is no longer kept"));
    }

    private String allows(String id, String person, String plan) {
        return new SlackRequest(
                        id,
                        new Person(person, ""),
                        SlackAction.APPLY_FIX,
                        "i-1",
                        plan,
                        clock.instant(),
                        "C0AAA1111",
                        "1795143000.000200")
                .json();
    }

    @Test
    void approval_whereNothingIsFixed_isToldAsRefused() {
        assertThat(requests.of(allows("r-1", "U1", "0123456789abcdef"))).isInstanceOf(Fate.Recorded.class);
        assertThat(kept().treatments())
                .singleElement()
                .satisfies(t -> assertThat(t.why()).isEqualTo("fixes are not enabled here"));
        tell();
        assertThat(sns.news()).containsExactly(News.OPENED, News.CHANGED);
    }

    @Test
    void approval_ofAListedPerson_isWorkedInOnce() {
        Incident ill = Seen.incident("i-1", 0, Ills.diagnosis(Ills.digestGone(), 1));
        MemoryLedger other = new MemoryLedger();
        other.commit(new Commit(List.of(), List.of(new Change(0, ill, Map.of())), List.of()));
        Wishes wishes = new Wishes(Ills.PLANS, Ills.standing(false));
        Requests enabled = new Requests(
                new Parts(
                        new Causes(),
                        (region, budget) -> account,
                        other,
                        clock,
                        () -> "me",
                        true,
                        Routing.TAGS,
                        wishes,
                        SideBySide.THREADS,
                        (text, at) -> {}),
                List.of(sns));
        String plan = Ills.PLANS.of(ill, Ills.ANEW).orElseThrow().hash();
        assertThat(enabled.of(allows("r-1", "U1", plan))).isInstanceOf(Fate.Recorded.class);
        assertThat(enabled.of(allows("r-1", "U1", plan))).isEqualTo(new Fate.Ignored("asked before"));
        assertThat(other.incident("i-1").orElseThrow().treatments())
                .containsExactly(Ills.PLANS
                        .wanted(ill, Ills.ANEW, List.of("U1"), clock.instant())
                        .orElseThrow());
    }

    @Test
    void message_thatIsNoRequest_goesBack() {
        for (String text : List.of("", "{}", "no { JSON", Batches.stopped("api"))) {
            assertThat(requests.of(text)).isEqualTo(new Fate.Returned("no request of Slack"));
        }
    }

    @Test
    void ledger_outOfReach_givesTheMessageBack() {
        flaky.down = true;
        assertThat(requests.of(asks("r-1", SlackAction.SNOOZE_1H)))
                .isEqualTo(new Fate.Returned("ledger: out of reach"));
    }

    @Test
    void batch_ofTheQueueOfRequests_isReadAsRequestsAndNoOther() {
        String asked = asks("r-1", SlackAction.SNOOZE_1H);
        assertThat(worked("arn:aws:sqs:us-east-1:111122223333:ecs-medic-events", asked))
                .isInstanceOf(Fate.Ignored.class);
        assertThat(kept()).isEqualTo(opened);
        assertThat(worked("arn:aws:sqs:us-east-1:111122223333:ecs-medic-requests", asked))
                .isInstanceOf(Fate.Recorded.class);
    }

    private Fate worked(String queue, String body) {
        return new BatchWork(parts, budget -> List.of())
                .of(List.of(new QueuedMessage("m-1", queue, body, 1)), Budget.of(60_000))
                .done()
                .getFirst()
                .fate();
    }
}
