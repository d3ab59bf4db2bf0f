package io.github.ecsmedic.incident;

import static io.github.ecsmedic.incident.Seen.minute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StormTest {
    private static Plight alone(long minute, String incident) {
        return new Plight(minute(minute), incident, "app.crash", "", "", false, List.of());
    }

    private static Plight shared(long minute, String incident) {
        return new Plight(minute(minute), incident, "app.crash", "network.x", "x", true, List.of());
    }

    /** Each fails by a fault of its own. */
    private static Storm failing(Storm before, int services, long minute) {
        Storm storm = before;
        for (int i = 0; i < services; i++) {
            storm = storm.with("service/prod/s" + i, alone(minute, "i-" + i), minute(minute), List.of());
        }
        return storm;
    }

    @ParameterizedTest(name = "{0} watched: {1}")
    @CsvSource({"0, 3", "1, 3", "2, 3", "3, 3", "10, 3", "15, 3", "16, 4", "100, 20", "500, 100"})
    void need_ofAFleet_isAFifthAndAtLeastThree(int watched, int needed) {
        Storm fleet = Storm.NONE.watching(watched);
        assertThat(Storm.needed(watched)).isEqualTo(needed);
        assertThat(failing(fleet, needed - 1, 0).blows()).isFalse();
        assertThat(failing(fleet, needed, 0).blows()).isTrue();
    }

    @ParameterizedTest(name = "{0} failing of 10: {1}")
    @CsvSource({
        "1, false",
        "2, false",
        "3, true",
        "4, true",
        "5, true",
        "6, true",
        "7, true",
        "8, true",
        "9, true",
        "10, true"
    })
    void storm_ofAFleetOfTen_tripsAtThree(int services, boolean blows) {
        Storm storm = failing(Storm.NONE.watching(10), services, 0);
        assertThat(storm.blows()).isEqualTo(blows);
        assertThat(storm.wantsMessage(minute(0))).isEqualTo(blows);
    }

    @ParameterizedTest(name = "{0} by one object: {1}")
    @CsvSource({
        "1, false",
        "2, true",
        "3, true",
        "4, true",
        "5, true",
        "6, true",
        "7, true",
        "8, true",
        "9, true",
        "10, true"
    })
    void storm_ofOneSharedFault_tripsAtTwoAndNeedsNoMessageOfItsOwn(int services, boolean blows) {
        Storm storm = Storm.NONE.watching(100);
        for (int i = 0; i < services; i++) {
            storm = storm.with("service/prod/s" + i, shared(0, "i-1"), minute(0), List.of());
        }
        assertThat(storm.blows()).isEqualTo(blows);
        assertThat(storm.wantsMessage(minute(0))).isFalse();
    }

    @Test
    void storm_ofASharedFaultAndTwoOthers_needsAMessage() {
        Storm storm = Storm.NONE;
        for (int i = 0; i < 4; i++) {
            storm = storm.with("service/prod/n" + i, shared(0, "i-1"), minute(0), List.of());
        }
        storm = storm.with("service/prod/a", alone(0, "i-2"), minute(0), List.of());
        assertThat(storm.wantsMessage(minute(0))).isFalse();
        storm = storm.with("service/prod/b", alone(0, "i-3"), minute(0), List.of());
        assertThat(storm.wantsMessage(minute(0))).isTrue();
        assertThat(storm.toldBy("i-9").wantsMessage(minute(0))).isFalse();
    }

    @Test
    void service_thatFailsOften_countsOnce() {
        Storm storm = Storm.NONE;
        for (int i = 0; i < 9; i++) {
            storm = failing(storm, 1, i);
        }
        assertThat(storm.blows()).isFalse();
    }

    @Test
    void service_withAFixInFlight_countsAsFailing() {
        Storm two = failing(Storm.NONE, 2, 0);
        assertThat(two.at(minute(1), List.of("service/prod/fixed")).blows()).isTrue();
        assertThat(two.at(minute(1), List.of("service/prod/s1")).blows()).isFalse();
    }

    @Test
    void failure_ofTenMinutesAgo_countsNoMore() {
        Storm two = failing(Storm.NONE, 2, 0);
        assertThat(two.with("service/prod/c", alone(9, "i-c"), minute(9), List.of())
                        .blows())
                .isTrue();
        assertThat(two.with("service/prod/c", alone(10, "i-c"), minute(10), List.of())
                        .blows())
                .isFalse();
    }

    @Test
    void storm_thatCalmed_isOverAfterAQuarterOfAnHour_andANewOneResetsTheClock() {
        Storm storm = failing(Storm.NONE, 3, 0).toldBy("i-9").at(minute(10), List.of());
        assertThat(storm.blows()).isTrue();
        assertThat(storm.at(minute(24), List.of()).blows()).isTrue();
        assertThat(storm.at(minute(25), List.of()).blows()).isFalse();
        Storm again = failing(storm, 3, 20).at(minute(30), List.of());
        assertThat(again.head().incident()).isEqualTo("i-9");
        assertThat(again.at(minute(44), List.of()).blows()).isTrue();
        assertThat(again.at(minute(45), List.of()).blows()).isFalse();
    }

    @Test
    void storm_afterOneThatIsOver_hasAMessageOfItsOwn() {
        Storm over = failing(Storm.NONE, 3, 0)
                .toldBy("i-9")
                .at(minute(10), List.of())
                .at(minute(25), List.of());
        assertThat(over.head().incident()).isEqualTo("i-9");
        assertThat(over.tells()).isFalse();
        assertThat(failing(over, 3, 40).wantsMessage(minute(40))).isTrue();
    }

    @Test
    void services_thatBeginToFailWithinAMinute_areABrewingStormFromTheFourthOn() {
        Storm fleet = Storm.NONE.watching(500);
        assertThat(failing(fleet, 3, 0).brews(minute(0))).isFalse();
        assertThat(failing(fleet, 4, 0).brews(minute(0))).isTrue();
        assertThat(failing(fleet, 4, 0).brews(minute(1))).isFalse();
        assertThat(failing(fleet, 100, 0).brews(minute(0))).isFalse();
    }

    @Test
    void services_thatBeginToFailWithinAMinute_threatenAStormFromTheThirdOn() {
        Storm fleet = Storm.NONE.watching(500);
        assertThat(failing(fleet, 2, 0).threatens(minute(0))).isFalse();
        assertThat(failing(fleet, 3, 0).threatens(minute(0))).isTrue();
        assertThat(failing(fleet, 3, 0).threatens(minute(1))).isFalse();
        assertThat(failing(fleet, 100, 0).threatens(minute(9))).isTrue();
    }

    @Test
    void decision_whileAStormIsTold_isNoneForAServiceMore() {
        Storm told = failing(Storm.NONE, 3, 0).toldBy("i-9");
        assertThat(told.with("service/prod/x", alone(1, "i-x"), minute(1), List.of())
                        .head())
                .isEqualTo(told.head());
        assertThat(failing(Storm.NONE, 2, 0).head().version()).isEqualTo(2);
    }

    @Test
    void incident_ofAServiceThatTheStormHit_isCovered() {
        Storm storm = failing(Storm.NONE, 3, 20);
        Incident young = Seen.incident("i-0", 19, Seen.diagnosis(Seen.service("s0"), "app.crash", Seen.nothing()));
        assertThat(storm.covers(young)).isTrue();
        Incident old = Seen.incident("i-0", 9, Seen.diagnosis(Seen.service("s0"), "app.crash", Seen.nothing()));
        assertThat(storm.covers(old)).isFalse();
        Incident other = Seen.incident("i-7", 20, Seen.diagnosis(Seen.service("s7"), "app.crash", Seen.nothing()));
        assertThat(storm.covers(other)).isFalse();
        assertThat(IntStream.range(0, 3).mapToObj(i -> "service/prod/s" + i))
                .containsExactlyInAnyOrderElementsOf(storm.failing().keySet());
    }
}
