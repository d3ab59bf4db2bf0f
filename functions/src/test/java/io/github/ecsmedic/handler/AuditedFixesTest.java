package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.handler.FakeEcs.Fate;
import io.github.ecsmedic.incident.Attempt;
import io.github.ecsmedic.incident.AuditChain;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.AuditRecord.Phase;
import io.github.ecsmedic.incident.AuditRecord.Word;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.MemoryAuditLog;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Sighting;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.notify.TimeBudget;
import io.github.ecsmedic.treat.Audience;
import io.github.ecsmedic.treat.Copying;
import io.github.ecsmedic.treat.Copying.Copied;
import io.github.ecsmedic.treat.Mender;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Ward;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every request has a record before it and one after it, in both places. */
class AuditedFixesTest {
    private static final String PLACE = "111122223333/us-east-1";
    private static final String GRACE = "aws ecs update-service --cluster prod --service api"
            + " --health-check-grace-period-seconds %d --region us-east-1";

    private final Ticking clock = new Ticking();
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryAuditLog log = new MemoryAuditLog();
    private FakeEcs ecs = new FakeEcs(clock);

    private void ill(Cause cause, String fix, String... people) {
        ecs.tags = Ills.OPTED_IN;
        Incident incident = Ills.incident(cause);
        Treatment wish = Ills.PLANS
                .wanted(incident, fix, List.of(people), clock.instant())
                .orElseThrow();
        ledger.commit(new Commit(List.of(), List.of(new Change(0, incident, Map.of())), List.of()));
        store(incident, incident.treated(wish));
    }

    private void store(Incident before, Incident after) {
        ledger.commit(new Commit(List.of(), List.of(new Change(before.version(), after, Map.of())), List.of()));
    }

    private Incident incident() {
        return ledger.incident("i-1").orElseThrow();
    }

    private Treatment treatment() {
        return incident().treatments().getLast();
    }

    private void work() {
        Ward ward = new Ward(ledger, new Audience(List.of(), clock), new Plenty(), "w");
        new Mender(ward, new Mending(Ills.PLANS, Ills.standing(false), ecs, ecs, log)).work();
    }

    private record Plenty() implements TimeBudget {
        @Override
        public Duration left() {
            return Duration.ofSeconds(60);
        }

        @Override
        public void pause(Duration time) {
            throw new IllegalStateException("nothing here waits");
        }
    }

    private void after(Duration time) {
        clock.forward(time);
        work();
    }

    private void fates(Fate... fates) {
        Deque<Fate> queue = new ArrayDeque<>(List.of(fates));
        ecs.fate = queue::removeFirst;
    }

    private void failsAgain() {
        Sighting again = new Sighting(
                new EventKey("task-9", 5),
                clock.instant(),
                clock.instant().minusSeconds(60),
                Seen.symptom(incident().diagnosis()),
                false,
                Optional.empty());
        store(incident(), incident().again(again));
    }

    /** Each record as its command, or what became of the one with that number. */
    private List<String> told() {
        return ledger.audit(PLACE, 99).reversed().stream()
                .map(AuditedFixesTest::line)
                .toList();
    }

    private static String line(AuditRecord record) {
        return switch (record.phase()) {
            case Phase.Intent() ->
                (record.attempt().undo() ? "undo " : "")
                        + String.join(" ", record.attempt().argv());
            case Phase.Outcome(long of, Word word, String why) ->
                of + " " + word.text() + (why.isEmpty() ? "" : ": " + why);
        };
    }

    private AuditChain chain() {
        return AuditChain.of(ledger, log, PLACE);
    }

    @Test
    void request_thatIsAnswered_hasARecordBeforeAndOneAfter() {
        ill(Ills.startsTooSlowly(), Ills.LONGER, "U1");
        work();
        List<AuditRecord> records = chain().table();
        assertThat(records).hasSize(2).allMatch(AuditRecord::sound);
        assertThat(records.getFirst().attempt()).isEqualTo(records.getLast().attempt());
        assertThat(records.getFirst().attempt())
                .isEqualTo(new Attempt(
                        "service/prod/api",
                        "i-1",
                        Ills.LONGER,
                        treatment().plan(),
                        false,
                        List.of("U1"),
                        "ecs:UpdateService",
                        List.of(GRACE.formatted(135).split(" ")),
                        treatment().seen().getFirst()));
        assertThat(told()).containsExactly(GRACE.formatted(135), "1 done");
        assertThat(records.getFirst().at()).isEqualTo(clock.instant());
    }

    @Test
    void intent_isInTheSecondPlaceBeforeTheRequest_andTheOutcomeAfterwards() {
        ecs = new FakeEcs(clock) {
            @Override
            public Sent send(Request request) {
                assertThat(log.records(PLACE).records())
                        .singleElement()
                        .satisfies(intent -> assertThat(intent.attempt().argv()).isEqualTo(request.argv()));
                return super.send(request);
            }
        };
        ill(Ills.startsTooSlowly(), Ills.LONGER);
        work();
        assertThat(ecs.sent).hasSize(1);
        assertThat(chain().head().lag()).isEqualTo(1);
        assertThat(chain().faults()).isEmpty();
        assertThat(new Copying(ledger, log).all()).isEqualTo(new Copied(0, List.of()));
        assertThat(log.records(PLACE).records()).isEqualTo(chain().table());
    }

    @Test
    void secondPlace_thatIsOutOfReach_letsNothingBeSent_andTheReasonIsTold() {
        log.down = true;
        ill(Ills.startsTooSlowly(), Ills.LONGER);
        work();
        String why = "its audit record could not be kept in its second place: the log group is out of reach";
        assertThat(ecs.sent).isEmpty();
        assertThat(treatment().state()).isEqualTo(State.REFUSED);
        assertThat(treatment().why()).isEqualTo(why);
        assertThat(told()).containsExactly(GRACE.formatted(135), "1 not sent: " + why);
    }

    @Test
    void records_thatCouldNotBeCopied_areCopiedAtTheNextRun() {
        ill(Ills.startsTooSlowly(), Ills.LONGER);
        work();
        log.down = true;
        assertThat(new Copying(ledger, log).all()).isEqualTo(new Copied(1, List.of("the log group is out of reach")));
        log.down = false;
        assertThat(new Copying(ledger, log).all()).isEqualTo(new Copied(0, List.of()));
        assertThat(chain().faults()).isEmpty();
    }

    @Test
    void copy_whoseNoteWasLost_isMadeAgain_andDoesNoHarm() {
        ill(Ills.startsTooSlowly(), Ills.LONGER);
        work();
        log.append(ledger.audit(PLACE, 1));
        new Copying(ledger, log).all();
        assertThat(log.records(PLACE).records()).hasSize(3);
        assertThat(chain().faults()).isEmpty();
    }

    @Test
    void answerThatIsLost_leavesTheIntentOpenUntilItIsFoundOut() {
        fates(Fate.ANSWER_LOST);
        ill(Ills.startsTooSlowly(), Ills.LONGER);
        work();
        assertThat(chain().open()).hasSize(1);
        after(Duration.ofSeconds(60));
        assertThat(told()).containsExactly(GRACE.formatted(135), "1 found done");
        assertThat(chain().open()).isEmpty();
    }

    @Test
    void requestThatIsLost_isFoundNotDone_andTheNextHasRecordsOfItsOwn() {
        fates(Fate.LOST, Fate.DENIED);
        ill(Ills.startsTooSlowly(), Ills.LONGER);
        work();
        after(Duration.ofSeconds(60));
        assertThat(told())
                .containsExactly(
                        GRACE.formatted(135),
                        "1 found not done",
                        GRACE.formatted(135),
                        "3 refused: AccessDenied: ecs:UpdateService");
    }

    @Test
    void intent_whoseProgramWasUpdated_endsAsUnknown() {
        fates(Fate.ANSWER_LOST);
        ill(Ills.startsTooSlowly(), Ills.LONGER);
        work();
        Treatment unknown = treatment();
        Ward ward = new Ward(ledger, new Audience(List.of(), clock), new Plenty(), "w");
        Mending other = new Mending(new Plans(List.of()), Ills.standing(false), ecs, ecs, log);
        new Mender(ward, other).work();
        assertThat(unknown.state()).isEqualTo(State.ACTING);
        assertThat(told())
                .containsExactly(
                        GRACE.formatted(135), "1 unknown: the program plans it otherwise since it was updated");
    }

    @Test
    void killSwitch_thatIsFlippedAfterTheIntent_endsItAsNotSent() {
        ecs = new FakeEcs(clock) {
            private int reads;

            @Override
            public Answer<Mode> cap() {
                return reads++ == 0 ? known(Mode.AUTO) : known(Mode.NOTIFY);
            }
        };
        ill(Ills.startsTooSlowly(), Ills.LONGER);
        work();
        assertThat(told())
                .containsExactly(GRACE.formatted(135), "1 not sent: the kill switch allows no more than notify");
    }

    @Test
    void undo_hasARecordBeforeAndOneAfterToo() {
        useless();
        after(Duration.ofMinutes(5));
        assertThat(treatment().state()).isEqualTo(State.UNDONE);
        assertThat(told()).containsExactly(GRACE.formatted(135), "1 done", "undo " + GRACE.formatted(60), "3 done");
        new Copying(ledger, log).all();
        assertThat(chain().faults()).isEmpty();
    }

    @Test
    void undo_whoseAnswerIsLost_isFoundOut() {
        fates(Fate.DONE, Fate.ANSWER_LOST);
        useless();
        after(Duration.ofMinutes(5));
        assertThat(chain().open()).hasSize(1);
        after(Duration.ofMinutes(5));
        assertThat(treatment().state()).isEqualTo(State.UNDONE);
        assertThat(told()).endsWith("undo " + GRACE.formatted(60), "3 found done");
    }

    @Test
    void undo_thatIsLost_isFoundNotDone_andSentAgain() {
        fates(Fate.DONE, Fate.LOST, Fate.DONE);
        useless();
        after(Duration.ofMinutes(5));
        after(Duration.ofMinutes(5));
        assertThat(told())
                .endsWith("undo " + GRACE.formatted(60), "3 found not done", "undo " + GRACE.formatted(60), "5 done");
    }

    @Test
    void undo_withoutTheSecondPlace_isNotSent() {
        useless();
        new Copying(ledger, log).all();
        log.down = true;
        after(Duration.ofMinutes(5));
        assertThat(ecs.sent).hasSize(1);
        assertThat(treatment().state()).isEqualTo(State.NOT_FIXED);
        assertThat(told())
                .endsWith(
                        "undo " + GRACE.formatted(60),
                        "3 not sent: its audit record could not be kept in its second place:"
                                + " the log group is out of reach");
    }

    private void useless() {
        ecs.cures = false;
        ill(Ills.startsTooSlowly(), Ills.LONGER);
        work();
        after(Duration.ofMinutes(6));
        failsAgain();
        work();
        assertThat(treatment().state()).isEqualTo(State.UNDOING);
    }
}
