package io.github.ecsmedic.incident;

import static io.github.ecsmedic.incident.Seen.minute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StormTest {
    private static List<String> services(int n) {
        return IntStream.range(0, n).mapToObj(i -> "service/prod/s" + i).toList();
    }

    @ParameterizedTest(name = "{0} watched: {1}")
    @CsvSource({"0, 3", "1, 3", "2, 3", "3, 3", "10, 3", "15, 3", "16, 4", "100, 20", "500, 100"})
    void need_ofAFleet_isAFifthAndAtLeastThree(int watched, int needed) {
        assertThat(Storm.needed(watched)).isEqualTo(needed);
        assertThat(Storm.NONE.at(minute(0), services(needed - 1), watched).blows())
                .isFalse();
        assertThat(Storm.NONE.at(minute(0), services(needed), watched).blows()).isTrue();
    }

    @Test
    void service_thatFailsOften_countsOnce() {
        Storm storm = Storm.NONE;
        for (int i = 0; i < 9; i++) {
            storm = storm.at(minute(i), services(1), 5);
        }
        assertThat(storm.blows()).isFalse();
    }

    @Test
    void failure_ofTenMinutesAgo_countsNoMore() {
        Storm two = Storm.NONE.at(minute(0), List.of("a", "b"), 5);
        assertThat(two.at(minute(9), List.of("c"), 5).blows()).isTrue();
        assertThat(two.at(minute(10), List.of("c"), 5).blows()).isFalse();
    }

    @Test
    void storm_thatCalmed_isOverAfterAQuarterOfAnHour_andANewOneResetsTheClock() {
        Storm storm = Storm.NONE.at(minute(0), services(3), 5).at(minute(10), List.of(), 5);
        assertThat(storm.blows()).isTrue();
        assertThat(storm.at(minute(24), List.of(), 5).blows()).isTrue();
        assertThat(storm.at(minute(25), List.of(), 5).blows()).isFalse();
        Storm again = storm.at(minute(20), services(3), 5).at(minute(30), List.of(), 5);
        assertThat(again.at(minute(44), List.of(), 5).blows()).isTrue();
        assertThat(again.at(minute(45), List.of(), 5).blows()).isFalse();
    }
}
