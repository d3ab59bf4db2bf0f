package io.github.ecsmedic.handler;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int SCHEDULES = 2_000;

    /** Of the run, or that of the property {@code seed} to repeat one. */
    private static final long SEED = Long.getLong("seed", new Random().nextLong());

    @Test
    void schedules_ofTwoWorkers_loseNothingAndTellNothingTwice() {
        for (int i = 0; i < SCHEDULES; i++) {
            long seed = SEED + i;
            try {
                new Schedule(seed).run();
            } catch (AssertionError | RuntimeException fault) {
                throw new AssertionError("-Dseed=" + seed + " fails", fault);
            }
        }
    }
}
