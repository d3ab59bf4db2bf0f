package io.github.ecsmedic.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardTest {
    private static final Row MET = new Row.Measured(
            Bar.ratio("start", "start against naive", 0.35), new Figure(0.3049, 0.28, 0.333, 11, "210 of 690 ms"));
    private static final Row MISSED =
            new Row.Measured(Bar.ratio("first", "first event", 1.5), new Figure(2, 1.9, 2.25, 11, ""));
    private static final Row TOLD =
            new Row.Measured(Bar.told("messages", "messages", Bar.A_SECOND), Figure.exact(123_456));
    private static final Row NONE = new Row.NotMeasured(Bar.ratio("quota", "throttled", 0.5), "no control group");

    @Test
    void table_ofAllKindsOfRows_saysWhatIsMetMissedAndNotMeasured() {
        assertThat(Board.whole(List.of(MET, MISSED, TOLD, NONE))).isEqualTo("""
                | what | figure | middle half of the runs | bar | |
                |---|---|---|---|---|
                | start against naive (210 of 690 ms) | **0.305×** | 0.28× – 0.333×, 11 runs | ≤ 0.35× | met |
                | first event | **2×** | 1.9× – 2.25×, 11 runs | ≤ 1.5× | **missed** |
                | messages | **123,456/s** |  |  |  |
                | throttled | | | ≤ 0.5× | not measured: no control group |""");
    }

    @Test
    void table_brief_hasTheRowsThatAreNamedInThatOrder() {
        assertThat(Board.brief(List.of(MET, MISSED, TOLD, NONE), List.of("quota", "start", "gone")))
                .isEqualTo("""
                        | what | figure | bar |
                        |---|---|---|
                        | throttled | not measured | ≤ 0.5× |
                        | start against naive | 0.305× | ≤ 0.35× |""");
    }

    @Test
    void bars_missed_areThoseThatWerePromisedAndMeasured() {
        assertThat(Board.missed(List.of(MET, MISSED, TOLD, NONE))).containsExactly("first");
    }

    @Test
    void ratio_worseByMoreThanATenth_isSaid() {
        assertThat(Board.worse(List.of(MET, MISSED), Map.of("start", 0.27, "first", 1.82)))
                .containsExactly("worse: start is 0.305×, was 0.27×");
    }

    @Test
    void ratio_betterOrNew_isNotSaid() {
        assertThat(Board.worse(List.of(MET, MISSED), Map.of("start", 0.9))).isEmpty();
    }

    @Test
    void ratio_noLongerMeasured_isSaid() {
        assertThat(Board.worse(List.of(NONE), Map.of("quota", 0.4)))
                .containsExactly("no longer measured: quota, was 0.4×: no control group");
    }

    @Test
    void figure_thatIsNoRatio_isNotComparedWithAnotherMachine() {
        assertThat(Board.worse(List.of(TOLD), Map.of("messages", 1.0))).isEmpty();
    }

    @Test
    void rows_writtenAndRead_areTheSame(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bench.json");

        Figures.write(List.of(MET, MISSED, TOLD, NONE), "a machine", file);

        assertThat(Figures.read(file)).isEqualTo(List.of(MET, MISSED, TOLD_ROUNDED, NONE));
        assertThat(Figures.machine(file)).isEqualTo("a machine");
    }

    private static final Row TOLD_ROUNDED =
            new Row.Measured(Bar.told("messages", "messages", Bar.A_SECOND), Figure.exact(123_500));

    @Test
    void rows_ofAFileThatIsNotThere_areNone(@TempDir Path folder) throws IOException {
        assertThat(Figures.read(folder.resolve("bench.json"))).isEmpty();
    }

    @Test
    void reason_ofARowNotMeasured_isOneLineThatNamesNoFolderOfThisMachine() {
        assertThat(Row.NotMeasured.because(NONE.bar(), "it | ended,\n see /home/me/p/x.log", Path.of("/home/me/p")))
                .isEqualTo(new Row.NotMeasured(NONE.bar(), "it / ended, see x.log"));
    }

    @Test
    void figure_ofRuns_isTheirMedianBetweenTheQuartiles() {
        assertThat(Figure.of(9, 1, 8, 2, 7, 3, 6, 4, 5, 10, 11)).isEqualTo(new Figure(6, 3, 9, 11, ""));
    }

    @Test
    void figure_ofTwoSeries_isTheMedianOfTheRatiosOfTheRounds() {
        assertThat(Figure.ratio(new double[] {1, 4, 9}, new double[] {2, 4, 3}))
                .isEqualTo(new Figure(1, 0.5, 3, 3, ""));
    }
}
