package io.github.ecsmedic.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does the same with several things at the same time. */
public final class SideBySide {
    private SideBySide() {}

    /** The results in the order of the things. */
    public static <T, R> List<R> of(List<T> things, Function<T, R> work) {
        return of(things, Math.max(1, things.size()), work);
    }

    /** The same, at most so many at a time. */
    static <T, R> List<R> of(List<T> things, int atMost, Function<T, R> work) {
        Semaphore room = new Semaphore(atMost);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> running = things.stream()
                    .map(thing -> threads.submit(() -> {
                        room.acquire();
                        try {
                            return work.apply(thing);
                        } finally {
                            room.release();
                        }
                    }))
                    .toList();
            List<R> results = new ArrayList<>();
            for (Future<R> one : running) {
                results.add(one.get());
            }
            return List.copyOf(results);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while several things were looked at", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("looking at one of several things ended with an error", e);
        }
    }
}
