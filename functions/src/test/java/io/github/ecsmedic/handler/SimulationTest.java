package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
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
        Coverage coverage = side(SCHEDULES);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "simulation: %,d schedules from -Dseed=%d in %.1f s, 0 violations%n  %s%n",
                SCHEDULES, SEED, seconds, coverage);
        if (SCHEDULES >= 1_000) {
            assertThat(coverage.missing()).as("what was met too seldom").isEmpty();
        }
    }

    private static Coverage side(int schedules) throws InterruptedException {
        int workers = Runtime.getRuntime().availableProcessors();
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<Coverage>> shares = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int worker = 0; worker < workers; worker++) {
                int from = worker;
                shares.add(threads.submit(() -> {
                    Coverage coverage = new Coverage();
                    for (int i = from; i < schedules && !failed.get(); i += workers) {
                        try {
                            one(SEED + i, Planted.NONE, coverage);
                        } catch (AssertionError | RuntimeException fault) {
                            failed.set(true);
                            throw fault;
                        }
                    }
                    return coverage;
                }));
            }
        }
        Coverage all = new Coverage();
        for (Future<Coverage> share : shares) {
            try {
                all.add(share.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof AssertionError error ? error : new AssertionError(e.getCause());
            }
        }
        return all;
    }

    private static void one(long seed, Planted planted, Coverage coverage) {
        try {
            new Schedule(seed, planted, coverage).run();
        } catch (AssertionError | RuntimeException fault) {
            throw new AssertionError("-Dseed=" + seed + " -Dschedules=1 fails", fault);
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
                new Schedule(SEED + schedules++, planted, new Coverage()).run();
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
