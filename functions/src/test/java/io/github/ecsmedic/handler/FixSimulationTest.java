package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Treatment.State;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FixSimulationTest {
    private static final int SCHEDULES = Integer.getInteger("schedules", 20_000);
    private static final int UNTIL_FOUND = 10_000;

    /** The same in every build, so that a gate says the same twice; the property {@code seed} tries others. */
    private static final long SEED = Long.getLong("seed", 20_261_120);

    @Test
    void schedules_ofTheRealMender_neverFixTwiceNorSayFixedTooEarly() {
        long begun = System.nanoTime();
        Map<State, Integer> ends = FixSchedule.none();
        for (int i = 0; i < SCHEDULES; i++) {
            long seed = SEED + i;
            try {
                new FixSchedule(seed, Flaw.NONE, ends).run();
            } catch (AssertionError | RuntimeException fault) {
                throw new AssertionError("-Dseed=" + seed + " -Dschedules=1 fails", fault);
            }
        }
        System.out.printf(
                "simulation of fixes: %,d schedules from -Dseed=%d in %.1f s, 0 violations%n  %s%n",
                SCHEDULES, SEED, (System.nanoTime() - begun) / 1e9, ends);
        if (SCHEDULES >= 1_000) {
            assertThat(ends.keySet())
                    .as("how fixes ended")
                    .contains(
                            State.FIXED,
                            State.NOT_FIXED,
                            State.UNDONE,
                            State.UNVERIFIED,
                            State.UNKNOWN,
                            State.FAILED,
                            State.REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void flaw_thatIsPlanted_isFound(Flaw flaw) {
        int schedules = 0;
        String how = "";
        while (how.isEmpty() && schedules < UNTIL_FOUND) {
            try {
                new FixSchedule(SEED + schedules++, flaw, FixSchedule.none()).run();
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
