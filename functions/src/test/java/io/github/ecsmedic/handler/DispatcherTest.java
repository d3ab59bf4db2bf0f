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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void message_thatIsDue_isToldOnce() {
        opened();
        assertThat(dispatcher.send(List.of(slack), SECONDS)).containsExactly(new Delivery("slack", "i-1", "opened"));
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
        assertThat(dispatcher.send(List.of(slack), SECONDS)).containsExactly(new Delivery("slack", "i-1", "opened"));
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
}
