package io.github.ecsmedic.handler;

import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.minute;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static io.github.ecsmedic.incident.Seen.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.OwnerTags;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.notify.Routing;
import io.github.ecsmedic.notify.Rules;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import io.github.ecsmedic.notify.SinkFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private static final Duration SECONDS = Duration.ofSeconds(20);
    private static final Diagnosis DB = diagnosis(service("api"), "secrets.not_found", secretGone("db"));

    private final Ticking clock = new Ticking();
    private final FlakyLedger ledger = new FlakyLedger(new MemoryLedger());
    private final Inbox slack = new Inbox("slack");
    private final Dispatcher dispatcher = new Dispatcher(ledger, clock, "me");

    private Incident opened() {
        Incident opened = Seen.incident("i-1", 0, DB);
        ledger.commit(new Commit(
                List.of(),
                List.of(new Change(0, opened, Map.of(opened.fingerprint(), ""))),
                List.of(new Wanted("i-1", "slack", 1, clock.instant()))));
        return opened;
    }

    private void becomes(Incident before, Incident after) {
        assertThat(ledger.commit(new Commit(
                        List.of(),
                        List.of(new Change(before.version(), after, Map.of())),
                        List.of(new Wanted("i-1", "slack", after.version(), clock.instant())))))
                .isTrue();
    }

    /** The first message about the incident, taken so long after the failure. */
    private static Delivery first(String sink, Duration lag) {
        return new Delivery(sink, "i-1", "opened", "", "", lag, "");
    }

    @Test
    void message_thatIsDue_isToldOnce() {
        opened();
        assertThat(dispatcher.send(List.of(slack), SECONDS)).containsExactly(first("slack", Duration.ZERO));
        assertThat(dispatcher.send(List.of(slack), SECONDS)).isEmpty();
        assertThat(slack.news()).containsExactly(News.OPENED);
    }

    @Test
    void incident_thatEndedBeforeItWasTold_isToldAsItIs() {
        Incident opened = opened();
        becomes(opened, opened.observed(Map.of("service/prod/api", Optional.empty()), minute(1)));
        dispatcher.send(List.of(slack), SECONDS);
        assertThat(slack.taken)
                .singleElement()
                .satisfies(told -> assertThat(told.incident().state()).isEqualTo(Incident.State.RESOLVED));
    }

    private Incident openedMuted(String until) {
        Diagnosis muted = Seen.tagged(DB, OwnerTags.of(Map.of("ecs-medic:mute-until", until)));
        Incident opened = Seen.incident("i-1", 0, muted);
        ledger.commit(new Commit(
                List.of(),
                List.of(new Change(0, opened, Map.of(opened.fingerprint(), ""))),
                List.of(new Wanted("i-1", "slack", 1, clock.instant()), new Wanted("i-1", "bus", 1, clock.instant()))));
        return opened;
    }

    private void forward(int minutes) {
        for (int i = 0; i < minutes; i += 5) {
            clock.forward(Duration.ofMinutes(5));
            dispatcher.send(List.of(slack), SECONDS);
        }
    }

    @Test
    void incident_thatIsMuted_isToldPeopleWhenTheMuteEnds() {
        openedMuted("2026-11-20T05:30Z");
        dispatcher.send(List.of(new Inbox("bus", false)), SECONDS);
        assertThat(dispatcher.send(List.of(slack), SECONDS))
                .containsExactly(Delivery.withheld("slack", "i-1", "opened", "muted until 2026-11-20T05:30:00Z"));
        forward(145);
        assertThat(slack.news()).isEmpty();
        assertThat(ledger.waitingSince().orElseThrow()).isAfter(clock.instant().minus(Duration.ofMinutes(30)));
        forward(5);
        assertThat(slack.news()).containsExactly(News.OPENED);
    }

    @Test
    void incident_thatIsMuted_isToldMachinesAtOnce() {
        openedMuted("2026-11-20T05:30Z");
        Inbox bus = new Inbox("bus", false);
        assertThat(dispatcher.send(List.of(bus), SECONDS)).containsExactly(first("bus", Duration.ZERO));
        assertThat(bus.taken.getFirst().direction().mutedUntil()).isEqualTo("2026-11-20T05:30:00Z");
    }

    @Test
    void incident_thatEndsWhileItIsMuted_isNotToldAnyMore() {
        Incident opened = openedMuted("2026-11-20T05:30Z");
        dispatcher.send(List.of(slack), SECONDS);
        becomes(opened, opened.observed(Map.of("service/prod/api", Optional.empty()), minute(1)));
        forward(200);
        assertThat(slack.taken).isEmpty();
        assertThat(ledger.due(clock.instant(), 9)).isEmpty();
    }

    @Test
    void incident_thatWasToldBeforeItWasMuted_isClosedAfterIt() {
        Incident opened = opened();
        dispatcher.send(List.of(slack), SECONDS);
        Incident muted = opened.again(
                Seen.at(1, Seen.tagged(DB, OwnerTags.of(Map.of("ecs-medic:mute-until", "2026-11-20T05:30Z")))));
        becomes(opened, muted);
        Incident over = muted.observed(Map.of("service/prod/api", Optional.empty()), minute(2));
        becomes(muted, over);
        forward(145);
        assertThat(slack.news()).containsExactly(News.OPENED);
        forward(5);
        assertThat(slack.news()).containsExactly(News.OPENED, News.RESOLVED);
    }

    @Test
    void incident_whoseMuteCannotBeRead_isToldAtOnce() {
        openedMuted("next year");
        dispatcher.send(List.of(slack), SECONDS);
        assertThat(slack.news()).containsExactly(News.OPENED);
        assertThat(slack.taken.getFirst().direction().remarks()).hasSize(1);
    }

    @Test
    void message_forASinkThatIsSwitchedOff_waitsForAnHourAtMost() {
        openedMuted("2026-11-20T05:30Z");
        clock.forward(SwitchedOff.GONE);
        assertThat(dispatcher.send(List.of(), SECONDS)).isEmpty();
        clock.forward(Duration.ofSeconds(1));
        assertThat(dispatcher.send(List.of(slack), SECONDS))
                .contains(Delivery.withheld("bus", "i-1", "", "this sink is switched off"));
        assertThat(ledger.due(clock.instant(), 9)).isEmpty();
    }

    private Dispatcher ignoring(String file) {
        return new Dispatcher(new Parts(
                new Causes(),
                (region, budget) -> null,
                ledger,
                clock,
                () -> "me",
                true,
                new Routing(List.of(), Rules.read(file).rules()),
                SideBySide.THREADS));
    }

    @Test
    void incident_thatARuleIgnores_isRecordedAndToldOnceTheRuleIsGone() {
        opened();
        assertThat(ignoring("service=api -> ignore").send(List.of(slack), SECONDS))
                .containsExactly(Delivery.withheld("slack", "i-1", "opened", "ignored by the rule on line 1"));
        assertThat(ledger.incident("i-1")).isPresent();
        forward(60);
        assertThat(slack.news()).containsExactly(News.OPENED);
    }

    @Test
    void incident_thatWasToldBeforeARuleIgnoredIt_isClosed() {
        Incident opened = opened();
        dispatcher.send(List.of(slack), SECONDS);
        becomes(opened, opened.observed(Map.of("service/prod/api", Optional.empty()), minute(1)));
        ignoring("any -> ignore").send(List.of(slack), SECONDS);
        assertThat(slack.news()).containsExactly(News.OPENED, News.RESOLVED);
    }

    @Test
    void sink_thatRefuses_isTriedAgainWithGrowingWaits() {
        slack.refuses = true;
        opened();
        List<Duration> waits = new ArrayList<>();
        Instant last = clock.instant();
        for (int i = 0; i < 90 && waits.size() < 9; i++) {
            if (!dispatcher.send(List.of(slack), SECONDS).isEmpty()) {
                waits.add(Duration.between(last, clock.instant()));
                last = clock.instant();
            }
            clock.forward(Duration.ofSeconds(waits.size() < 6 ? 30 : 600));
        }
        assertThat(waits.subList(0, 5))
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(240));
        assertThat(waits.subList(7, 9)).allMatch(wait -> wait.compareTo(Dispatcher.LONGEST_WAIT) >= 0);
        assertThat(ledger.waitingSince()).contains(Seen.START);
        slack.refuses = false;
        clock.forward(Dispatcher.LONGEST_WAIT);
        dispatcher.send(List.of(slack), SECONDS);
        assertThat(slack.news()).containsExactly(News.OPENED);
    }

    @Test
    void worker_thatDiesAfterTheSinkTookIt_leavesItToOthersAfterItsLease() {
        opened();
        Dispatcher dying = new Dispatcher(new DiesBeforeSettling(ledger), clock, "dying");
        assertThatThrownBy(() -> dying.one(ledger.due(clock.instant(), 1).getFirst(), slack))
                .isInstanceOf(LedgerException.class);
        assertThat(slack.taken).hasSize(1);
        assertThat(dispatcher.send(List.of(slack), SECONDS)).isEmpty();
        clock.forward(Dispatcher.LEASE);
        assertThat(dispatcher.send(List.of(slack), SECONDS)).containsExactly(first("slack", Dispatcher.LEASE));
        assertThat(slack.taken).hasSize(2);
    }

    @Test
    void change_thatWasUndone_isNotTold() {
        Incident opened = opened();
        dispatcher.send(List.of(slack), SECONDS);
        becomes(opened, opened.again(Seen.at(1, DB)));
        assertThat(dispatcher.send(List.of(slack), SECONDS)).containsExactly(new Delivery("slack", "i-1", "counted"));
        assertThat(slack.taken).hasSize(1);
        assertThat(ledger.waitingSince()).isEmpty();
    }

    @Test
    void ledger_outOfReach_isToldAndTriedNoFurther() {
        opened();
        ledger.down = true;
        assertThat(dispatcher.send(List.of(slack), SECONDS))
                .containsExactly(new Delivery("", "", "", "ledger: out of reach", "ledger"));
        assertThat(slack.taken).isEmpty();
    }

    /** Goes with the messages of {@code slack}, or speaks where that one cannot. */
    private record Follower(String name, boolean standsIn, List<Bulletin> taken) implements Sink {
        Follower(String name, boolean standsIn) {
            this(name, standsIn, new ArrayList<>());
        }

        @Override
        public boolean wants(News news) {
            return !standsIn;
        }

        @Override
        public boolean wants(Bulletin bulletin) {
            return !standsIn || bulletin.before().reference().isEmpty();
        }

        @Override
        public String follows() {
            return "slack";
        }

        @Override
        public String tell(Bulletin bulletin) {
            taken.add(bulletin);
            return "told";
        }
    }

    /** Takes every message under a reference, unless it has a fault. */
    private static final class Referring implements Sink {
        private int told;
        private @Nullable SinkException fault;

        @Override
        public String name() {
            return "slack";
        }

        @Override
        public boolean wants(News news) {
            return true;
        }

        @Override
        public String tell(Bulletin bulletin) {
            if (fault != null) {
                throw fault;
            }
            told++;
            return "C1:1";
        }
    }

    private void wantedOf(String sink) {
        ledger.commit(new Commit(List.of(), List.of(), List.of(new Wanted("i-1", sink, 1, clock.instant()))));
    }

    @Test
    void follower_isToldAfterTheOneThatItFollows_withItsReference() {
        Referring root = new Referring();
        Follower thread = new Follower("thread", false);
        opened();
        wantedOf("thread");
        dispatcher.send(List.of(thread, root), SECONDS);
        assertThat(thread.taken)
                .singleElement()
                .satisfies(b -> assertThat(b.followed().orElseThrow().told().reference())
                        .isEqualTo("C1:1"));
    }

    @Test
    void follower_waitsWhileTheOneThatItFollowsIsRefused() {
        Referring root = new Referring();
        root.fault = new SinkException("no", SinkFault.UNAVAILABLE);
        Follower thread = new Follower("thread", false);
        opened();
        wantedOf("thread");
        assertThat(dispatcher.send(List.of(root, thread), SECONDS))
                .containsExactly(new Delivery("slack", "i-1", "opened", "no", "unavailable"));
        assertThat(thread.taken).isEmpty();
        root.fault = null;
        clock.forward(Dispatcher.FIRST_WAIT);
        dispatcher.send(List.of(root, thread), SECONDS);
        assertThat(thread.taken).hasSize(1);
    }

    @Test
    void worker_thatDiesBetweenMessageAndThread_leavesOnlyTheThreadToOthers() {
        Referring root = new Referring();
        Follower thread = new Follower("thread", false);
        opened();
        wantedOf("thread");
        dispatcher.send(List.of(root), SECONDS);
        dispatcher.send(List.of(root, thread), SECONDS);
        assertThat(root.told).isEqualTo(1);
        assertThat(thread.taken).hasSize(1);
    }

    @Test
    void standIn_ofASinkThatIsRefusedForGood_isToldOnce() {
        Referring root = new Referring();
        root.fault = new SinkException("channel gone", SinkFault.PLACE_GONE);
        Follower notice = new Follower("notice", true);
        opened();
        for (int run = 0; run < 4; run++) {
            dispatcher.send(List.of(root, notice), SECONDS);
            clock.forward(Dispatcher.LONGEST_WAIT);
        }
        assertThat(notice.taken)
                .singleElement()
                .satisfies(b -> assertThat(b.followed().orElseThrow().fault()).isEqualTo("channel gone"));
        root.fault = null;
        dispatcher.send(List.of(root, notice), SECONDS);
        assertThat(root.told).isEqualTo(1);
        assertThat(notice.taken).hasSize(1);
    }

    @Test
    void standIn_ofASinkThatFailsOnce_isNotTold() {
        Referring root = new Referring();
        root.fault = new SinkException("no", SinkFault.UNAVAILABLE);
        Follower notice = new Follower("notice", true);
        opened();
        dispatcher.send(List.of(root, notice), SECONDS);
        root.fault = null;
        clock.forward(Dispatcher.LONGEST_WAIT);
        dispatcher.send(List.of(root, notice), SECONDS);
        assertThat(notice.taken).isEmpty();
    }

    @Test
    void sink_thatWantsNoMoreForNow_isLeftAloneForSoLong() {
        Referring root = new Referring();
        root.fault = new SinkException("too many", SinkFault.TOO_MANY, Duration.ofMinutes(10));
        opened();
        dispatcher.send(List.of(root), SECONDS);
        root.fault = null;
        clock.forward(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(dispatcher.send(List.of(root), SECONDS)).isEmpty();
        clock.forward(Duration.ofSeconds(1));
        dispatcher.send(List.of(root), SECONDS);
        assertThat(root.told).isEqualTo(1);
    }
}
