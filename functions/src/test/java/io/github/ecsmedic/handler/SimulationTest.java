package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
    private static final int SCHEDULES = Integer.getInteger("schedules", 100_000);
    private static final int UNTIL_FOUND = 10_000;

    /** The same in every build, so that a gate says the same twice; the property {@code seed} tries others. */
    private static final long SEED = Long.getLong("seed", 20_261_120);

    @Test
    void schedules_ofTheDeployedFunctions_loseNothingAndTellNothingTwice() throws Exception {
        long begun = System.nanoTime();
        Coverage coverage = SideOfCores.run(
                SCHEDULES, SEED, Coverage::ofEvents, (seed, seen) -> new Schedule(seed, Planted.NONE, seen).run());
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "simulation: %,d schedules from -Dseed=%d in %.1f s, 0 violations%n  %s%n",
                SCHEDULES, SEED, seconds, coverage);
        if (SCHEDULES >= 1_000) {
            assertThat(coverage.missing()).as("what was met too seldom").isEmpty();
        }
    }

    @Test
    void handlers_thatAreDriven_areThoseOfTheList() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/test/resources/simulated-handlers.txt")))
                .isEqualTo(Schedule.HANDLERS.stream().map(Class::getName).toList());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void bug_thatIsPlanted_isFound(Planted planted) {
        int schedules = 0;
        String how = "";
        while (how.isEmpty() && schedules < UNTIL_FOUND) {
            try {
                new Schedule(SEED + schedules++, planted, Coverage.ofEvents()).run();
            } catch (AssertionError | RuntimeException found) {
                how = String.valueOf(found.getMessage())
                        .strip()
                        .lines()
                        .findFirst()
                        .orElse("");
            }
        }
        System.out.printf("planted: %s, found after %,d schedules: %s%n", planted, schedules, how);
        assertThat(how)
                .as("%s is not found in %,d schedules", planted, schedules)
                .isNotEmpty();
    }
}
