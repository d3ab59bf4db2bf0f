package io.github.ecsmedic.incident;

import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.incident;
import static io.github.ecsmedic.incident.Seen.minute;
import static io.github.ecsmedic.incident.Seen.natGone;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static io.github.ecsmedic.incident.Seen.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Deed;
import io.github.ecsmedic.incident.Ledger.Found;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.incident.Ledger.Wind;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.OwnerTags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger keeps to. */
public abstract class LedgerContract {
    private static final Diagnosis DB = diagnosis(service("api"), "secrets.not_found", secretGone("prod/db"));
    private static final Diagnosis NAT = diagnosis(service("web"), "image_pull.network_timeout", natGone("nat-0aa1"));
    private static final EventKey EVENT = new EventKey("task-1", 5);

    private Ledger ledger;

    /** An empty one. */
    protected abstract Ledger empty();

    /** Another process's, over what the last empty one stores. */
    protected abstract Ledger another();

    @BeforeEach
    void begin() {
        ledger = empty();
    }

    private static Change opens(Incident incident) {
        return new Change(0, incident, Map.of(incident.fingerprint(), ""));
    }

    private static Commit commit(Change... changes) {
        return new Commit(List.of(), List.of(changes), List.of());
    }

    private static Wanted slack(long version) {
        return new Wanted("i-1", "slack", version, minute(0));
    }

    private void openAndTell() {
        Incident opened = incident("i-1", 0, DB);
        assertThat(ledger.commit(new Commit(List.of(EVENT), List.of(opens(opened)), List.of(slack(1)))))
                .isTrue();
    }

    private Telling taken(String owner, long minute) {
        return ledger.take(ledger.due(minute(minute), 9).getFirst(), owner, minute(minute), minute(minute + 2))
                .orElseThrow();
    }

    @Test
    void ledger_thatIsEmpty_knowsNothing() {
        Incident never = incident("i-1", 0, DB);
        assertThat(ledger.find(EVENT, List.of(never.fingerprint()))).isEqualTo(new Found(Map.of(), Map.of(), Map.of()));
        assertThat(ledger.incident("i-1")).isEmpty();
        assertThat(ledger.living()).isEmpty();
        assertThat(ledger.due(minute(0), 9)).isEmpty();
    }

    @Test
    void incident_stored_isReadAsItWas() {
        Person ann = new Person("U0AAA1111", "ann");
        Incident opened = incident("i-1", 0, NAT)
                .again(Seen.at(4, NAT))
                .snoozed(minute(60), ann)
                .treated(Treatment.wanted(
                                "enable-vpc-dns",
                                "plan-1",
                                new Treatment.Basis(
                                        NAT.subject(),
                                        "ecs-svc/1",
                                        natGone("nat-1"),
                                        List.of("network.nat_unavailable")),
                                List.of("U1"),
                                minute(3))
                        .acting("", minute(4))
                        .did("ecs-svc/2", false, minute(5))
                        .seenWell(minute(6))
                        .to(Treatment.State.REFUSED, "a reason", minute(6)))
                .notUseful(minute(5), ann);
        ledger.commit(commit(new Change(0, opened, Map.of(opened.fingerprint(), ""))));
        assertThat(ledger.incident("i-1")).contains(opened);
        assertThat(ledger.living()).containsExactly(opened);
        assertThat(ledger.find(EVENT, List.of(opened.fingerprint())).under(opened.fingerprint()))
                .contains(opened);
    }

    @Test
    void incident_withTagsOfItsServices_keepsOursAndWhetherTheyWereRead() {
        OwnerTags tags = OwnerTags.of(Map.of("ecs-medic:owner", "@payments", "cost-center", "4711"));
        Incident opened = incident("i-1", 0, Seen.tagged(DB, tags)).again(Seen.at(4, NAT));
        ledger.commit(commit(new Change(0, opened, Map.of(opened.fingerprint(), ""))));
        Incident kept = ledger.incident("i-1").orElseThrow();
        assertThat(kept.members()).isEqualTo(opened.members());
        assertThat(kept.members().getFirst().tags())
                .isEqualTo(new OwnerTags(true, Map.of("ecs-medic:owner", "@payments")));
    }

    @Test
    void incident_thatIsOver_isFoundButLivesNoMore() {
        Incident opened = incident("i-1", 0, DB);
        ledger.commit(commit(opens(opened)));
        Incident over = opened.observed(Map.of("service/prod/api", Optional.empty()), minute(1));
        assertThat(ledger.commit(commit(new Change(1, over, Map.of())))).isTrue();
        assertThat(ledger.living()).isEmpty();
        assertThat(ledger.find(EVENT, List.of(over.fingerprint())).under(over.fingerprint()))
                .contains(over);
    }

    @Test
    void incident_openedAnew_isTheOneThatIsFound() {
        ledger.commit(commit(opens(incident("i-1", 0, DB))));
        Incident second = incident("i-2", 90, DB);
        assertThat(ledger.commit(commit(new Change(0, second, Map.of(second.fingerprint(), "i-1")))))
                .isTrue();
        assertThat(ledger.find(EVENT, List.of(second.fingerprint())).under(second.fingerprint()))
                .contains(second);
    }

    @Test
    void events_severalOfOneCommit_areAllStoredOrNone() {
        EventKey other = new EventKey("task-2", 3);
        EventKey never = new EventKey("task-3", 1);
        Incident opened = incident("i-1", 0, DB);
        assertThat(ledger.commit(new Commit(List.of(EVENT, other), List.of(opens(opened)), List.of())))
                .isTrue();
        assertThat(ledger.commit(new Commit(
                        List.of(never, other.over(2)),
                        List.of(new Change(1, opened.again(Seen.at(1, DB)), Map.of())),
                        List.of())))
                .isFalse();
        assertThat(ledger.find(List.of(EVENT, other, never), List.of(opened.fingerprint())))
                .isEqualTo(new Found(
                        Map.of("task-1", 5L, "task-2", 3L),
                        Map.of(opened.fingerprint(), opened),
                        Map.of(opened.fingerprint(), "i-1")));
    }

    /** What was found by a fingerprint before says nothing about now. */
    @Test
    void incident_thatIsFoundByOtherMeansNow_isTheOneThatIsStored() {
        Incident first = incident("i-1", 0, DB);
        ledger.commit(commit(opens(first)));
        assertThat(ledger.find(EVENT, List.of(first.fingerprint())).under(first.fingerprint()))
                .contains(first);
        Incident second = incident("i-2", 90, DB);
        another().commit(commit(new Change(0, second, Map.of(second.fingerprint(), "i-1"))));
        assertThat(ledger.find(EVENT, List.of(first.fingerprint())))
                .isEqualTo(
                        new Found(Map.of(), Map.of(first.fingerprint(), second), Map.of(first.fingerprint(), "i-2")));
    }

    @Test
    void commit_ofAnEventThatWasWorkedIn_changesNothing() {
        openAndTell();
        Incident other = incident("i-2", 0, NAT);
        for (long version : List.of(4L, 5L)) {
            EventKey old = new EventKey("task-1", version);
            assertThat(ledger.commit(new Commit(List.of(old), List.of(opens(other)), List.of())))
                    .isFalse();
        }
        assertThat(ledger.incident("i-2")).isEmpty();
        assertThat(ledger.find(EVENT, List.of()).seenVersion(EVENT)).isEqualTo(5);
        EventKey later = new EventKey("task-1", 6);
        assertThat(ledger.commit(new Commit(List.of(later), List.of(opens(other)), List.of())))
                .isTrue();
    }

    @Test
    void commit_ofAnEventWhoseTaskWasWorkedInMeanwhile_changesNothing() {
        openAndTell();
        Incident other = incident("i-2", 0, NAT);
        EventKey later = new EventKey("task-1", 6);
        for (long read : List.of(0L, 4L)) {
            assertThat(ledger.commit(new Commit(List.of(later.over(read)), List.of(opens(other)), List.of())))
                    .isFalse();
        }
        assertThat(ledger.incident("i-2")).isEmpty();
        assertThat(ledger.commit(new Commit(List.of(later.over(5)), List.of(opens(other)), List.of())))
                .isTrue();
        assertThat(ledger.find(later, List.of()).seenVersion(later)).isEqualTo(6);
        EventKey first = new EventKey("task-2", 1).over(0);
        assertThat(ledger.commit(new Commit(List.of(first), List.of(), List.of())))
                .isTrue();
    }

    @Test
    void commit_fromAnOldVersion_changesNothing() {
        openAndTell();
        Incident read = ledger.incident("i-1").orElseThrow();
        assertThat(ledger.commit(commit(new Change(1, read.again(Seen.at(1, DB)), Map.of()))))
                .isTrue();
        EventKey event = new EventKey("task-2", 1);
        assertThat(ledger.commit(new Commit(
                        List.of(event), List.of(new Change(1, read.again(Seen.at(2, DB)), Map.of())), List.of())))
                .isFalse();
        assertThat(ledger.find(event, List.of()).seenVersion(event)).isZero();
        assertThat(ledger.incident("i-1").orElseThrow().failures()).isEqualTo(2);
    }

    @Test
    void commit_thatOpensWhatIsThere_changesNothing() {
        openAndTell();
        assertThat(ledger.commit(commit(opens(incident("i-1", 3, NAT))))).isFalse();
    }

    @Test
    void commit_ofTwoThatOpenTheSameIncident_carriesOutTheFirst() {
        ledger.commit(commit(opens(incident("i-1", 0, DB))));
        assertThat(ledger.commit(commit(opens(incident("i-2", 0, DB))))).isFalse();
        assertThat(ledger.incident("i-2")).isEmpty();
        Incident third = incident("i-3", 90, DB);
        assertThat(ledger.commit(commit(new Change(0, third, Map.of(third.fingerprint(), "i-0")))))
                .isFalse();
    }

    @Test
    void commit_ofWhatIsFoundByTheSameIncident_needsNoMore() {
        Incident opened = incident("i-1", 0, DB);
        ledger.commit(commit(opens(opened)));
        assertThat(ledger.commit(
                        commit(new Change(1, opened.again(Seen.at(1, DB)), Map.of(opened.fingerprint(), "i-1")))))
                .isTrue();
        assertThat(ledger.find(EVENT, List.of(opened.fingerprint())).idUnder(opened.fingerprint()))
                .isEqualTo("i-1");
    }

    @Test
    void message_ofACommit_isDueUntilASinkTookIt() {
        openAndTell();
        Telling due = new Telling("i-1", "slack", 1, Telling.Told.NOTHING, 0, minute(0));
        assertThat(ledger.due(minute(0), 9)).containsExactly(due);
        Telling mine = taken("me", 0);
        assertThat(mine).isEqualTo(due);
        Telling.Told told = new Telling.Told(1, Incident.State.OPEN, "content", "channel/1", minute(1));
        assertThat(ledger.settle(mine.accepted(told), "me")).isTrue();
        assertThat(ledger.due(minute(9), 9)).isEmpty();
    }

    @Test
    void message_beforeItsTime_isNotDue() {
        openAndTell();
        assertThat(ledger.due(minute(0).minusMillis(1), 9)).isEmpty();
    }

    @Test
    void message_thatSomebodyTook_isHisUntilHisTimeIsOver() {
        openAndTell();
        Telling due = ledger.due(minute(0), 9).getFirst();
        taken("me", 0);
        assertThat(ledger.due(minute(1), 9)).isEmpty();
        assertThat(ledger.take(due, "you", minute(1), minute(3))).isEmpty();
        assertThat(ledger.due(minute(2), 9)).containsExactly(due);
        assertThat(ledger.take(due, "you", minute(2), minute(4))).contains(due);
        assertThat(ledger.settle(due.refused(minute(5), "not now"), "me")).isFalse();
    }

    @Test
    void message_thatWasRefused_isDueAgainLater() {
        openAndTell();
        assertThat(ledger.settle(taken("me", 0).refused(minute(7), "not now"), "me"))
                .isTrue();
        assertThat(ledger.due(minute(6), 9)).isEmpty();
        assertThat(ledger.due(minute(7), 9))
                .containsExactly(new Telling("i-1", "slack", 1, Telling.Told.NOTHING, 1, minute(7), "not now"));
    }

    @Test
    void message_thatWasPutOff_isDueThenAndWaitsForNobodyUntilThen() {
        openAndTell();
        assertThat(ledger.settle(taken("me", 0).putOff(minute(7)), "me")).isTrue();
        assertThat(ledger.due(minute(6), 9)).isEmpty();
        assertThat(ledger.waitingSince()).contains(minute(7));
        assertThat(ledger.due(minute(7), 9))
                .containsExactly(new Telling("i-1", "slack", 1, Telling.Told.NOTHING, 0, minute(7)));
    }

    @Test
    void message_whoseIncidentChangedWhileItWasSent_isDueOnceMore() {
        openAndTell();
        Telling mine = taken("me", 0);
        Incident changed = ledger.incident("i-1").orElseThrow().again(Seen.at(1, DB));
        ledger.commit(new Commit(List.of(), List.of(new Change(1, changed, Map.of())), List.of(slack(2))));
        Telling.Told told = new Telling.Told(1, Incident.State.OPEN, "content", "channel/1", minute(1));
        assertThat(ledger.settle(mine.accepted(told), "me")).isTrue();
        assertThat(ledger.due(minute(9), 9)).singleElement().satisfies(due -> {
            assertThat(due.wanted()).isEqualTo(2);
            assertThat(due.told()).isEqualTo(told);
        });
    }

    @Test
    void message_thatWaits_keepsItsTimeWhenMoreIsWanted() {
        openAndTell();
        Wanted later = new Wanted("i-1", "slack", 2, minute(7));
        assertThat(ledger.commit(new Commit(List.of(), List.of(), List.of(later))))
                .isTrue();
        assertThat(ledger.due(minute(0), 9))
                .containsExactly(new Telling("i-1", "slack", 2, Telling.Told.NOTHING, 0, minute(0)));
        assertThat(ledger.waitingSince()).contains(minute(0));
    }

    @Test
    void message_afterOneThatWasTold_waitsForItsOwnTime() {
        openAndTell();
        Telling.Told told = new Telling.Told(1, Incident.State.OPEN, "content", "channel/1", minute(1));
        ledger.settle(taken("me", 0).accepted(told), "me");
        assertThat(ledger.waitingSince()).isEmpty();
        Wanted later = new Wanted("i-1", "slack", 2, minute(7));
        ledger.commit(new Commit(List.of(), List.of(), List.of(later)));
        assertThat(ledger.due(minute(6), 9)).isEmpty();
        assertThat(ledger.due(minute(7), 9)).containsExactly(new Telling("i-1", "slack", 2, told, 0, minute(7)));
        assertThat(ledger.waitingSince()).contains(minute(7));
    }

    @Test
    void message_thatSomebodyElseTold_isNotTaken() {
        openAndTell();
        Telling due = ledger.due(minute(0), 9).getFirst();
        Telling.Told told = new Telling.Told(1, Incident.State.OPEN, "content", "channel/1", minute(1));
        ledger.settle(taken("me", 0).accepted(told), "me");
        assertThat(ledger.take(due, "you", minute(1), minute(3))).isEmpty();
        ledger.commit(new Commit(List.of(), List.of(), List.of(slack(2))));
        assertThat(ledger.due(minute(1), 9))
                .singleElement()
                .satisfies(next -> assertThat(ledger.take(next, "he", minute(1), minute(3)))
                        .contains(next));
    }

    @Test
    void message_thatSomebodyElseWasRefused_isNotTakenBeforeItsTime() {
        openAndTell();
        Telling due = ledger.due(minute(0), 9).getFirst();
        ledger.settle(taken("me", 0).refused(minute(7), "not now"), "me");
        assertThat(ledger.take(due, "you", minute(1), minute(3))).isEmpty();
        assertThat(ledger.waitingSince()).contains(minute(0));
    }

    @Test
    void message_toldInANewerFormThanWasWanted_isDone() {
        openAndTell();
        Telling mine = taken("me", 0);
        ledger.commit(new Commit(List.of(), List.of(), List.of(slack(2))));
        Telling.Told told = new Telling.Told(2, Incident.State.OPEN, "content", "channel/1", minute(1));
        assertThat(ledger.settle(mine.accepted(told), "me")).isTrue();
        assertThat(ledger.due(minute(9), 9)).isEmpty();
        assertThat(ledger.waitingSince()).isEmpty();
    }

    @Test
    void messages_moreThanAskedFor_comeOldestFirst() {
        List<Wanted> wanted = IntStream.range(0, 5)
                .mapToObj(i -> new Wanted("i-" + i, "sns", 1, minute(5 - i)))
                .toList();
        ledger.commit(new Commit(List.of(), List.of(), wanted));
        assertThat(ledger.due(minute(9), 2)).map(Telling::incident).containsExactly("i-4", "i-3");
    }

    private static Action action(String id, long minute) {
        Fingerprint cause = incident("i-1", 0, DB).fingerprint();
        return new Action(
                id,
                "service/prod/api",
                "prod",
                "restore-secret",
                cause,
                "api:7",
                minute(minute),
                Action.Outcome.PENDING);
    }

    private static Commit held(String owner, Change... changes) {
        return new Commit(
                List.of(),
                List.of(changes),
                List.of(),
                List.of(),
                new Deed(List.of(action("a-1", 1)), Optional.of(new Ledger.Held("fix", owner))));
    }

    @Test
    void lease_isOneOwnersUntilItsEnd_orUntilHeGivesItBack() {
        assertThat(ledger.hold("fix", "me", minute(0), minute(3))).isTrue();
        assertThat(ledger.hold("fix", "you", minute(2), minute(5))).isFalse();
        assertThat(ledger.hold("other", "you", minute(2), minute(5))).isTrue();
        assertThat(ledger.hold("fix", "me", minute(2), minute(4))).isTrue();
        assertThat(ledger.hold("fix", "you", minute(3), minute(6))).isFalse();
        assertThat(ledger.hold("fix", "you", minute(4), minute(7))).isTrue();
        ledger.release("fix", "me");
        assertThat(ledger.hold("fix", "me", minute(5), minute(8))).isFalse();
        ledger.release("fix", "you");
        assertThat(ledger.hold("fix", "me", minute(5), minute(8))).isTrue();
    }

    @Test
    void commit_ofSomebodyWhoseLeaseIsAnothers_changesNothing() {
        Change opens = opens(incident("i-1", 0, DB));
        assertThat(ledger.commit(held("me", opens))).isFalse();
        ledger.hold("fix", "you", minute(0), minute(3));
        assertThat(ledger.commit(held("me", opens))).isFalse();
        assertThat(ledger.actions()).isEmpty();
        assertThat(ledger.commit(held("you", opens))).isTrue();
        assertThat(ledger.actions()).containsExactly(action("a-1", 1));
    }

    @Test
    void actions_comeNewestFirst_andAreReplacedById() {
        List<Action> all = List.of(action("a-1", 1), action("a-2", 5), action("a-3", 3));
        ledger.commit(new Commit(List.of(), List.of(), List.of(), List.of(), new Deed(all, Optional.empty())));
        Action fixed = all.get(2).with(Action.Outcome.FIXED);
        ledger.commit(
                new Commit(List.of(), List.of(), List.of(), List.of(), new Deed(List.of(fixed), Optional.empty())));
        assertThat(ledger.actions()).containsExactly(all.get(1), fixed, all.getFirst());
    }

    private static Commit audited(AuditRecord record, Change... changes) {
        return new Commit(
                List.of(),
                List.of(changes),
                List.of(),
                List.of(),
                new Deed(List.of(), Optional.empty(), Optional.of(record)));
    }

    @Test
    void audit_ofAPlace_comesNewestFirstWithItsHead() {
        assertThat(ledger.auditHeads()).isEmpty();
        assertThat(ledger.audit(HERE, 9)).isEmpty();
        List<AuditRecord> chain = Audits.chain(12);
        chain.forEach(record -> assertThat(ledger.commit(audited(record))).isTrue());
        assertThat(ledger.audit(HERE, Integer.MAX_VALUE)).isEqualTo(chain.reversed());
        assertThat(ledger.audit(HERE, 2)).isEqualTo(chain.reversed().subList(0, 2));
        assertThat(ledger.audit("111122223333/eu-west-1", 9)).isEmpty();
        assertThat(ledger.auditHeads()).containsExactly(Audits.head(chain.getLast(), 0));
        assertThat(ledger.auditHead("111122223333/eu-west-1")).isEqualTo(AuditHead.none("111122223333/eu-west-1"));
    }

    @Test
    void record_thatDoesNotFollowTheLastOne_isNotStored_norWhatCameWithIt() {
        List<AuditRecord> chain = Audits.chain(3);
        Change opens = opens(incident("i-1", 0, DB));
        assertThat(ledger.commit(audited(chain.get(1), opens))).isFalse();
        ledger.commit(audited(chain.getFirst()));
        AuditRecord fork = Audits.intent(chain.getFirst(), "i-9");
        assertThat(ledger.commit(audited(fork))).isTrue();
        for (AuditRecord late : List.of(chain.getFirst(), chain.get(1), chain.get(2))) {
            assertThat(ledger.commit(audited(late, opens))).isFalse();
        }
        assertThat(ledger.incident("i-1")).isEmpty();
        assertThat(ledger.audit(HERE, 9)).containsExactly(fork, chain.getFirst());
        assertThat(ledger.commit(audited(Audits.outcome(fork, fork, AuditRecord.Word.DONE), opens)))
                .isTrue();
        assertThat(ledger.incident("i-1")).isPresent();
    }

    @Test
    void copies_inTheSecondPlace_areNotedAndNeverTakenBack() {
        List<AuditRecord> chain = Audits.chain(3);
        chain.forEach(record -> ledger.commit(audited(record)));
        for (long upTo : List.of(2L, 1L, 2L)) {
            ledger.copied(HERE, upTo);
            assertThat(ledger.auditHead(HERE)).isEqualTo(Audits.head(chain.getLast(), 2));
        }
        assertThat(ledger.commit(audited(Audits.outcome(chain.get(2), chain.get(2), AuditRecord.Word.DONE))))
                .isTrue();
        assertThat(ledger.auditHead(HERE).lag()).isEqualTo(2);
    }

    @Test
    void sink_thatHadToBeTold_isFoundWithWhatItKnows() {
        assertThat(ledger.telling("i-1", "slack")).isEmpty();
        openAndTell();
        assertThat(ledger.telling("i-1", "slack"))
                .contains(new Telling("i-1", "slack", 1, Telling.Told.NOTHING, 0, minute(0)));
        assertThat(ledger.telling("i-1", "sns")).isEmpty();
        ledger.settle(taken("me", 0).refused(minute(7), "not now"), "me");
        assertThat(ledger.telling("i-1", "slack"))
                .contains(new Telling("i-1", "slack", 1, Telling.Told.NOTHING, 1, minute(7), "not now"));
        Telling.Told told = new Telling.Told(1, Incident.State.OPEN, "content", "channel/1", minute(8));
        ledger.settle(taken("me", 8).accepted(told), "me");
        assertThat(ledger.telling("i-1", "slack")).hasValueSatisfying(t -> {
            assertThat(t.told()).isEqualTo(told);
            assertThat(t.fault()).isEmpty();
        });
    }

    private static final String HERE = "111122223333/us-east-1";

    private static Plight plight(int minute, String incident) {
        return new Plight(
                minute(minute),
                incident,
                "image_pull.network_timeout",
                "network.nat_unavailable",
                "The NAT gateway is not available",
                true,
                List.of("nat-gateway nat-0aa1", "vpc vpc-0aa1"));
    }

    private boolean blow(Storm from, Storm to) {
        return ledger.commit(new Commit(List.of(), List.of(), List.of(), List.of(new Wind(HERE, from, to))));
    }

    @Test
    void storm_stored_isReadAsItWas() {
        assertThat(ledger.storm(HERE)).isEqualTo(Storm.NONE);
        Storm begun = Storm.NONE
                .with("service/prod/api", plight(0, "i-1"), minute(0), List.of())
                .with("service/prod/web", plight(1, "i-1"), minute(1), List.of())
                .watching(500)
                .toldBy("i-9");
        assertThat(begun.tells()).isTrue();
        assertThat(blow(Storm.NONE, begun)).isTrue();
        assertThat(ledger.storm(HERE)).isEqualTo(begun);
        assertThat(ledger.storm("111122223333/eu-west-1")).isEqualTo(Storm.NONE);
    }

    @Test
    void storm_thatTwoDecideAtOnce_isDecidedByTheFirst() {
        Storm mine = Storm.NONE.with("service/prod/api", plight(0, "i-1"), minute(0), List.of());
        Storm yours = Storm.NONE.with("service/prod/web", plight(0, "i-2"), minute(0), List.of());
        assertThat(blow(Storm.NONE, mine)).isTrue();
        Incident opened = incident("i-2", 0, DB);
        assertThat(ledger.commit(new Commit(
                        List.of(EVENT), List.of(opens(opened)), List.of(), List.of(new Wind(HERE, Storm.NONE, yours)))))
                .isFalse();
        assertThat(ledger.incident("i-2")).isEmpty();
        assertThat(ledger.storm(HERE)).isEqualTo(mine);
    }

    @Test
    void storm_thatIsTold_takesServicesOfSeveralAtOnceAndLosesThemAgain() {
        Storm told = Storm.NONE
                .with("service/prod/api", plight(0, "i-1"), minute(0), List.of())
                .with("service/prod/web", plight(1, "i-1"), minute(1), List.of())
                .toldBy("i-9");
        blow(Storm.NONE, told);
        assertThat(blow(told, told.with("service/prod/s3", plight(2, "i-3"), minute(2), List.of())))
                .isTrue();
        assertThat(blow(told, told.with("service/prod/s4", plight(2, "i-4"), minute(2), List.of())))
                .isTrue();
        Storm all = ledger.storm(HERE);
        assertThat(all.head()).isEqualTo(told.head());
        assertThat(all.failing())
                .containsOnlyKeys("service/prod/api", "service/prod/web", "service/prod/s3", "service/prod/s4");
        Storm over = all.at(minute(12), List.of()).at(minute(27), List.of()).pruned(minute(27));
        assertThat(blow(all, over)).isTrue();
        assertThat(ledger.storm(HERE)).isEqualTo(over);
        assertThat(over.failing()).isEmpty();
    }
}
