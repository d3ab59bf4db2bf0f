package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FixSimulationTest {
    private static final int SCHEDULES = Integer.getInteger("schedules", 100_000);
    private static final int UNTIL_FOUND = 10_000;

    /** The same in every build, so that a gate says the same twice; the property {@code seed} tries others. */
    private static final long SEED = Long.getLong("seed", 20_261_120);

    @Test
    void schedules_ofTheRealMender_neverFixTwiceNorSayFixedTooEarly() throws Exception {
        long begun = System.nanoTime();
        Coverage coverage = SideOfCores.run(
                SCHEDULES, SEED, Coverage::ofFixes, (seed, seen) -> new FixSchedule(seed, Flaw.NONE, seen).run());
        System.out.printf(
                "simulation of fixes: %,d schedules from -Dseed=%d in %.1f s, 0 violations%n  %s%n",
                SCHEDULES, SEED, (System.nanoTime() - begun) / 1e9, coverage);
        if (SCHEDULES >= 1_000) {
            assertThat(coverage.missing()).as("what was met too seldom").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void flaw_thatIsPlanted_isFound(Flaw flaw) {
        int schedules = 0;
        String how = "";
        while (how.isEmpty() && schedules < UNTIL_FOUND) {
            try {
                new FixSchedule(SEED + schedules++, flaw, Coverage.ofFixes()).run();
            } catch (AssertionError | RuntimeException found) {
                how = String.valueOf(found.getMessage())
                        .strip()
                        .lines()
                        .findFirst()
                        .orElse("?");
            }
        }
        System.out.printf("planted: %s, found after %,d schedules: %s%n", flaw, schedules, how);
        assertThat(how).as("%s is not found in %,d schedules", flaw, schedules).isNotEmpty();
    }
}
