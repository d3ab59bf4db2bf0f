package io.github.ecsmedic.handler;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Runs pieces of work at the same time, so that none takes the others along: not by throwing, not by hanging. */
interface SideBySide {
    /** On virtual threads. */
    SideBySide THREADS = new SideBySide() {
        @Override
        public <T> List<Future<T>> run(List<? extends Callable<T>> pieces, Duration atMost) {
            return onThreads(pieces, atMost);
        }
    };

    /**
     * Waits for them at most so long; what has not ended by then is cancelled.
     *
     * @throws IllegalStateException when the waiting itself was interrupted
     */
    <T> List<Future<T>> run(List<? extends Callable<T>> pieces, Duration atMost);

    /** By which those that run side by side wait for each other. */
    default Lock lock() {
        return new ReentrantLock();
    }

    private static <T> List<Future<T>> onThreads(List<? extends Callable<T>> pieces, Duration atMost) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return threads.invokeAll(pieces, Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while messages were being worked on", e);
        } finally {
            // close() would wait for a piece that hangs
            threads.shutdownNow();
        }
    }

    /** What a piece of work threw, in a form for a log: types and places, never a message, which may quote an event. */
    static String fault(Throwable thrown) {
        int deepestCause = 4;
        int frames = 3;
        StringBuilder text = new StringBuilder();
        Throwable one = thrown;
        for (int depth = 0; one != null && depth < deepestCause; depth++) {
            text.append(depth == 0 ? "" : " caused by ").append(one.getClass().getName());
            Arrays.stream(one.getStackTrace())
                    .limit(frames)
                    .forEach(f -> text.append(" at ")
                            .append(f.getClassName())
                            .append('.')
                            .append(f.getMethodName())
                            .append(':')
                            .append(f.getLineNumber()));
            one = one.getCause();
        }
        return text.toString();
    }
}
