package io.github.ecsmedic.incident;

import static io.github.ecsmedic.incident.Seen.at;
import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.incident;
import static io.github.ecsmedic.incident.Seen.minute;
import static io.github.ecsmedic.incident.Seen.natGone;
import static io.github.ecsmedic.incident.Seen.nothing;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static io.github.ecsmedic.incident.Seen.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Incident.State;
import io.github.ecsmedic.model.Diagnosis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnoozeTest {
    private static final String API = "service/prod/api";
    private static final Person ANN = new Person("U0AAA1111", "ann");
    private static final Person BEN = new Person("U0BBB2222", "ben");
    private static final Diagnosis DB = diagnosis(service("api"), "secrets.not_found", secretGone("prod/db"));

    private final Incident opened = incident("i-1", 0, DB);
    private final Incident snoozed = opened.snoozed(minute(60), ANN);

    private static Map<String, Optional<Health>> runs(long minute, int running) {
        return Map.of(API, Optional.of(new Health(minute(minute), 2, running, minute(-60), false)));
    }

    private static Incident looked(Incident incident, int running, long minute) {
        return incident.observed(runs(minute, running), minute(minute));
    }

    @Test
    void snooze_whoAndUntilWhen_isKept() {
        assertThat(snoozed.snoozedUntil()).isEqualTo(minute(60));
        assertThat(snoozed.version()).isEqualTo(2);
        assertThat(snoozed.feedback()).isEqualTo(new Feedback(new Feedback.Snooze(minute(60), ANN), 0, List.of()));
        assertThat(opened.snoozedUntil()).isNull();
    }

    @Test
    void snooze_itself_editsWhatStands() {
        assertThat(News.since(opened, snoozed)).isEqualTo(News.COUNTED);
    }

    @Test
    void failures_whileSnoozed_areCountedAndNothingElse() {
        Incident again = snoozed.again(at(20, DB));
        assertThat(again.failures()).isEqualTo(2);
        assertThat(again.snoozedUntil()).isEqualTo(minute(60));
        assertThat(News.since(snoozed, again)).isEqualTo(News.COUNTED);
    }

    @Test
    void anotherService_whileSnoozed_isNoMessage_andWithoutSnoozeIsOne() {
        Incident nat = incident("i-2", 0, diagnosis(service("web"), "l.l", natGone("nat-0aa1")));
        Sighting api = at(2, diagnosis(service("api"), "l.l", natGone("nat-0aa1")));
        assertThat(News.since(nat, nat.again(api))).isEqualTo(News.CHANGED);
        Incident quiet = nat.snoozed(minute(60), ANN);
        assertThat(News.since(quiet, quiet.again(api))).isEqualTo(News.COUNTED);
    }

    @Test
    void anotherCause_whileSnoozed_isToldAndEndsNothing() {
        Incident unknown = incident("i-1", 0, diagnosis(service("api"), "secrets.not_found", nothing()))
                .snoozed(minute(60), ANN);
        Incident known = unknown.again(at(5, DB));
        assertThat(News.since(unknown, known)).isEqualTo(News.CHANGED);
        assertThat(known.snoozedUntil()).isEqualTo(minute(60));
    }

    @Test
    void end_whileSnoozed_isTold() {
        Incident over = snoozed.observed(Map.of(API, Optional.empty()), minute(5));
        assertThat(News.since(snoozed, over)).isEqualTo(News.RESOLVED);
    }

    @Test
    void sinkThatWasNeverTold_whileSnoozed_isTold() {
        assertThat(News.since(Telling.Told.NOTHING, snoozed)).isEqualTo(News.OPENED);
    }

    @Test
    void snooze_beforeItsEnd_isNotOver() {
        assertThat(looked(snoozed, 1, 59).snoozedUntil()).isEqualTo(minute(60));
        assertThat(snoozed.again(at(59, DB)).snoozedUntil()).isEqualTo(minute(60));
    }

    @Test
    void snooze_thatIsOverWhileItFails_isToldOnceByTheSweep() {
        Telling.Told told = new Telling.Told(1, State.OPEN, News.gist(opened), "", minute(0));
        Incident over = looked(snoozed, 1, 60);
        assertThat(over.snoozedUntil()).isNull();
        assertThat(News.since(snoozed, over)).isEqualTo(News.CHANGED);
        assertThat(News.since(told, over)).isEqualTo(News.CHANGED);
        Telling.Told after = new Telling.Told(over.version(), over.state(), News.gist(over), "", minute(60));
        Incident later = looked(over, 1, 65).again(at(66, DB));
        assertThat(News.since(after, later)).isEqualTo(News.COUNTED);
    }

    @Test
    void snooze_thatIsOverAtTheNextFailure_isTold() {
        Incident again = snoozed.again(at(60, DB));
        assertThat(again.snoozedUntil()).isNull();
        assertThat(News.since(snoozed, again)).isEqualTo(News.CHANGED);
    }

    @Test
    void snooze_ofAServiceThatCannotBeSeen_isOverToo() {
        assertThat(snoozed.observed(Map.of(), minute(60)).snoozedUntil()).isNull();
    }

    @Test
    void snooze_thatIsOverWhileAllIsWell_waitsForTheNextFailure() {
        Incident well = looked(looked(opened.snoozed(minute(40), ANN), 2, 30), 2, 41);
        assertThat(well.state()).isEqualTo(State.QUIET);
        assertThat(News.since(snoozed, well)).isEqualTo(News.QUIET);
        assertThat(News.since(well, well.again(at(50, DB)))).isEqualTo(News.CHANGED);
        assertThat(News.since(well, looked(well, 1, 50))).isEqualTo(News.CHANGED);
    }

    @Test
    void secondSnooze_afterTheFirstWasOver_isToldAgainAtItsEnd() {
        Incident first = looked(snoozed, 1, 60);
        Telling.Told told = new Telling.Told(first.version(), first.state(), News.gist(first), "", minute(60));
        Incident second = first.snoozed(minute(120), BEN);
        assertThat(News.since(told, looked(second, 1, 90))).isEqualTo(News.COUNTED);
        assertThat(News.since(told, looked(second, 1, 120))).isEqualTo(News.CHANGED);
    }

    @Test
    void incident_thatIsOver_isNotSnoozed() {
        Incident over = opened.observed(Map.of(API, Optional.empty()), minute(5));
        assertThat(over.snoozed(minute(60), ANN)).isEqualTo(over);
    }

    @Test
    void notUseful_saidTwiceByOne_countsOnce() {
        Incident said =
                opened.notUseful(minute(1), ANN).notUseful(minute(2), ANN).notUseful(minute(3), BEN);
        assertThat(said.feedback().notUseful())
                .containsExactly(new Feedback.Vote(minute(1), ANN), new Feedback.Vote(minute(3), BEN));
        assertThat(said.version()).isEqualTo(3);
        assertThat(News.since(opened, said)).isEqualTo(News.COUNTED);
    }

    @Test
    void notUseful_ofOneThatIsOver_isKept() {
        Incident over = opened.observed(Map.of(API, Optional.empty()), minute(5));
        assertThat(over.notUseful(minute(9), ANN).feedback().notUseful()).hasSize(1);
        assertThat(News.since(over, over.notUseful(minute(9), ANN))).isEqualTo(News.COUNTED);
    }
}
