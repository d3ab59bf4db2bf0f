package io.github.ecsmedic.incident;

import static io.github.ecsmedic.incident.Seen.at;
import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.incident;
import static io.github.ecsmedic.incident.Seen.minute;
import static io.github.ecsmedic.incident.Seen.natGone;
import static io.github.ecsmedic.incident.Seen.nothing;
import static io.github.ecsmedic.incident.Seen.oneOff;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static io.github.ecsmedic.incident.Seen.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Incident.State;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.OwnerTags;
import io.github.ecsmedic.model.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentTest {
    private static final String API = "service/prod/api";
    private static final Diagnosis DB = diagnosis(service("api"), "secrets.not_found", secretGone("prod/db"));

    private final Incident opened = incident("i-1", 0, DB);

    /** The service at a minute: so many run of two, its newest completed deployment made at that minute. */
    private static Map<String, Optional<Health>> runs(long minute, int running, long deployed) {
        return Map.of(API, Optional.of(new Health(minute(minute), 2, running, minute(deployed), false)));
    }

    private static Incident watched(Incident incident, int running, long deployed, long... minutes) {
        Incident now = incident;
        for (long minute : minutes) {
            now = now.observed(runs(minute, running, deployed), minute(minute));
        }
        return now;
    }

    @Test
    void tags_ofADiagnosisThatCouldNotReadThem_stayAsTheyWereReadLast() {
        OwnerTags mine = OwnerTags.of(Map.of("ecs-medic:owner", "@payments"));
        Diagnosis diagnosis = Seen.diagnosis(Seen.service("api"), "secrets.not_found", Seen.secretGone("db"));
        Incident opened = Seen.incident("i-1", 0, Seen.tagged(diagnosis, mine));
        assertThat(opened.again(Seen.at(1, diagnosis)).members().getFirst().tags())
                .isEqualTo(mine);
        OwnerTags none = OwnerTags.of(Map.of());
        assertThat(opened.again(Seen.at(1, Seen.tagged(diagnosis, none)))
                        .members()
                        .getFirst()
                        .tags())
                .isEqualTo(none);
    }

    @Test
    void failure_seenAgain_isCountedWithItsGap() {
        Incident again = opened.again(at(4, DB)).again(at(6, DB));
        assertThat(again.failures()).isEqualTo(3);
        assertThat(again.version()).isEqualTo(3);
        assertThat(again.lastSeen()).isEqualTo(minute(6));
        assertThat(again.longestGap()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void failure_ofATaskThatWasCounted_isNotCountedTwice() {
        Sighting later = at(1, DB);
        Sighting known = new Sighting(later.event(), later.at(), later.symptom(), true, later.diagnosis());
        assertThat(opened.again(known).failures()).isEqualTo(1);
    }

    @Test
    void failure_deliveredLate_isCountedAndMovesNoTimeBack() {
        Incident again = opened.again(at(10, DB)).again(at(3, DB));
        assertThat(again.failures()).isEqualTo(3);
        assertThat(again.lastSeen()).isEqualTo(minute(10));
        assertThat(again.longestGap()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void failure_ofAnotherService_isAMemberOfItsOwn() {
        Incident shared = incident("i-2", 0, diagnosis(service("web"), "l.l", natGone("nat-0aa1")))
                .again(at(2, diagnosis(service("api"), "l.l", natGone("nat-0aa1"))));
        assertThat(shared.members())
                .containsExactly(
                        new Member("service/prod/web", 1, minute(0), minute(0), null, null),
                        new Member(API, 1, minute(2), minute(2), null, null));
    }

    @Test
    void diagnosis_thatIsSurer_replacesTheOther_andNotTheReverse() {
        Diagnosis unseen = diagnosis(service("api"), "secrets.not_found", nothing());
        assertThat(incident("i-1", 0, unseen).again(at(1, DB)).diagnosis()).isEqualTo(DB);
        assertThat(opened.again(at(1, unseen)).diagnosis()).isEqualTo(DB);
    }

    @Test
    void incident_withoutAFailure_isQuietAfterAQuarterOfAnHour() {
        assertThat(watched(opened, 1, -60, 14).state()).isEqualTo(State.OPEN);
        assertThat(watched(opened, 1, -60, 15).state()).isEqualTo(State.QUIET);
        assertThat(watched(opened, 1, -60, 15).again(at(16, DB)).state()).isEqualTo(State.OPEN);
    }

    @Test
    void incident_whoseServiceWasDeployedAnew_isOverAfterFiveMinutesInStrength() {
        assertThat(watched(opened, 2, 3, 5, 9).ending()).isNull();
        assertThat(watched(opened, 2, 3, 5, 10).ending()).isEqualTo(new Ending(minute(10), Ending.How.DEPLOYED));
    }

    @Test
    void incident_withADeploymentOlderThanItself_isNotOverByIt() {
        assertThat(watched(opened, 2, -1, 5, 10, 20).ending()).isNull();
    }

    @Test
    void incident_whoseServiceLacksTasks_isNotOver() {
        assertThat(watched(opened, 1, 3, 5, 10, 60, 600).ending()).isNull();
    }

    @Test
    void incident_whoseServiceWasShortInBetween_beginsTheFiveMinutesAnew() {
        Incident dipped = watched(watched(opened, 2, 3, 5), 1, 3, 8);
        assertThat(watched(dipped, 2, 3, 9, 13).ending()).isNull();
        assertThat(watched(dipped, 2, 3, 9, 14).ending()).isNotNull();
    }

    @Test
    void incident_thatFailsAgain_beginsAnew() {
        Incident again = watched(opened, 2, 3, 5).again(at(6, DB));
        assertThat(watched(again, 2, 3, 8, 12).ending()).isNull();
        assertThat(watched(again, 2, 3, 8, 13).ending()).isNotNull();
    }

    @Test
    void incident_withoutADeployment_isOverAfterAnHourOrThreeGaps() {
        assertThat(watched(opened, 2, -60, 20, 59).ending()).isNull();
        assertThat(watched(opened, 2, -60, 20, 60).ending()).isEqualTo(new Ending(minute(60), Ending.How.STAYED_WELL));
        Incident slow = opened.again(at(30, DB));
        assertThat(watched(slow, 2, -60, 40, 119).ending()).isNull();
        assertThat(watched(slow, 2, -60, 40, 120).ending()).isNotNull();
    }

    @Test
    void incident_withAnImpairedStart_waitsForItsEnd() {
        Map<String, Optional<Health>> impaired =
                Map.of(API, Optional.of(new Health(minute(40), 2, 2, minute(-60), true)));
        Incident seen = opened.observed(impaired, minute(40));
        assertThat(watched(seen, 2, -60, 50, 99).ending()).isNull();
        assertThat(watched(seen, 2, -60, 50, 100).ending()).isNotNull();
    }

    @Test
    void incident_ofAServiceThatCouldNotBeRead_isNeverOver() {
        Incident well = watched(opened, 2, 3, 5);
        assertThat(well.observed(Map.of(), minute(600)).state()).isEqualTo(State.QUIET);
    }

    @Test
    void incident_ofAServiceThatIsGone_isOver() {
        assertThat(opened.observed(Map.of(API, Optional.empty()), minute(1)).ending())
                .isEqualTo(new Ending(minute(1), Ending.How.DELETED));
    }

    @Test
    void incident_ofTwoServices_isOverWhenBothAreWell() {
        Incident two = incident("i-2", 0, diagnosis(service("web"), "l.l", natGone("nat-0aa1")))
                .again(at(0, diagnosis(service("api"), "l.l", natGone("nat-0aa1"))));
        assertThat(watched(two, 2, 3, 5, 10).ending()).isNull();
        Incident oneGone = two;
        for (long minute : List.of(5L, 10L)) {
            oneGone = oneGone.observed(
                    Map.of(
                            API,
                            Optional.of(new Health(minute(minute), 2, 2, minute(3), false)),
                            "service/prod/web",
                            Optional.empty()),
                    minute(minute));
        }
        assertThat(oneGone.state()).isEqualTo(State.RESOLVED);
    }

    @Test
    void incident_ofAOneOffTask_isOverWithItsNextGoodRun() {
        Incident job = incident("i-3", 5, diagnosis(oneOff("job"), "app.exit_code", nothing()));
        assertThat(job.endedWell("family/prod/job", minute(4))).isEqualTo(job);
        assertThat(job.endedWell("family/prod/other", minute(6))).isEqualTo(job);
        assertThat(job.endedWell("family/prod/job", minute(6)).ending())
                .isEqualTo(new Ending(minute(6), Ending.How.NEXT_RUN));
    }

    @Test
    void incident_thatIsOver_staysAsItIs() {
        Incident over = opened.observed(Map.of(API, Optional.empty()), minute(1));
        assertThat(over.observed(runs(90, 2, 3), minute(90))).isEqualTo(over);
        Incident late = over.again(at(0, DB));
        assertThat(late.state()).isEqualTo(State.RESOLVED);
        assertThat(late.failures()).isEqualTo(2);
    }

    @Test
    void incident_ofAHost_isOverWhenItWasNotSeenAgainForLong() {
        Incident host = incident("i-4", 0, diagnosis(hostOf("prod"), "host.impaired", nothing()));
        assertThat(host.members().getFirst().service()).isFalse();
        assertThat(host.observed(Map.of(), minute(59)).ending()).isNull();
        assertThat(host.observed(Map.of(), minute(60)).ending()).isEqualTo(new Ending(minute(60), Ending.How.NOT_SEEN));
        Incident slow = host.again(at(40, diagnosis(hostOf("prod"), "host.impaired", nothing())));
        assertThat(slow.observed(Map.of(), minute(159)).ending()).isNull();
        assertThat(slow.observed(Map.of(), minute(160)).ending()).isNotNull();
    }

    @Test
    void incident_ofAServiceWhoseClusterIsNotKnown_isOverWhenItWasNotSeenAgainForLong() {
        Subject lost = new Subject("111122223333", "us-east-1", "", "api", "", "");
        Incident incident = incident("i-5", 0, diagnosis(lost, "app.crash", nothing()));
        assertThat(incident.observed(Map.of(), minute(60)).ending())
                .isEqualTo(new Ending(minute(60), Ending.How.NOT_SEEN));
    }

    @Test
    void incident_ofAFamilyThatRunsNoMore_isOverAfterAWeek() {
        Incident job = incident("i-6", 0, diagnosis(oneOff("job"), "app.exit_code", nothing()));
        long week = 7 * 24 * 60;
        assertThat(job.observed(Map.of(), minute(week - 1)).ending()).isNull();
        assertThat(job.observed(Map.of(), minute(week)).ending())
                .isEqualTo(new Ending(minute(week), Ending.How.NOT_SEEN));
    }

    @Test
    void incident_thatADeploymentEnded_namesItsRevision() {
        Incident now = opened;
        for (long minute : List.of(5L, 10L)) {
            Health well = new Health(minute(minute), 2, 2, minute(3), false, "api:8");
            now = now.observed(Map.of(API, Optional.of(well)), minute(minute));
        }
        assertThat(now.ending()).isEqualTo(new Ending(minute(10), Ending.How.DEPLOYED, "api:8"));
    }

    @Test
    void storm_whoseServicesAreWell_isNotEndedByThem() {
        Incident storm = Incident.storm("i-9", minute(0), DB, Map.of(API, minute(0)));
        assertThat(watched(storm, 2, 3, 5, 10, 120)).isEqualTo(storm);
        assertThat(storm.calmed(minute(30)).ending()).isEqualTo(new Ending(minute(30), Ending.How.CALMED));
    }

    private static Subject hostOf(String cluster) {
        return new Subject("111122223333", "us-east-1", cluster, "", "", "");
    }
}
