package io.github.ecsmedic.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Runs many schedules, as many at a time as there are cores; the first that fails ends all, and says its seed. */
final class SideOfCores {
    private SideOfCores() {}

    /** One schedule. */
    interface Life {
        void of(long seed, Coverage coverage);
    }

    static Coverage run(int schedules, long first, Supplier<Coverage> none, Life life) throws InterruptedException {
        int workers = Runtime.getRuntime().availableProcessors();
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<Coverage>> shares = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int worker = 0; worker < workers; worker++) {
                int from = worker;
                shares.add(threads.submit(() -> {
                    Coverage coverage = none.get();
                    for (int i = from; i < schedules && !failed.get(); i += workers) {
                        try {
                            one(first + i, life, coverage);
                        } catch (AssertionError | RuntimeException fault) {
                            failed.set(true);
                            throw fault;
                        }
                    }
                    return coverage;
                }));
            }
        }
        Coverage all = none.get();
        for (Future<Coverage> share : shares) {
            try {
                all.add(share.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof AssertionError error ? error : new AssertionError(e.getCause());
            }
        }
        return all;
    }

    private static void one(long seed, Life life, Coverage coverage) {
        try {
            life.of(seed, coverage);
        } catch (AssertionError | RuntimeException fault) {
            throw new AssertionError("-Dseed=" + seed + " -Dschedules=1 fails", fault);
        }
    }
}
