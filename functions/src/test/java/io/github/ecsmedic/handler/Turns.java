package io.github.ecsmedic.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/** Lets one of several workers run at a time, each from one call of a port to the next: the same seed, the same order. */
final class Turns {
    /** A worker that dies where it stands. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("crash", null, false, false);
        }
    }

    private final Random random;
    private final Semaphore turn = new Semaphore(0);
    private final List<Worker> workers = new ArrayList<>();
    private Worker running;
    int crashPerMille;

    Turns(Random random) {
        this.random = random;
    }

    private static final class Worker {
        private final Semaphore go = new Semaphore(0);
        private boolean ended;
    }

    void add(Runnable work) {
        Worker worker = new Worker();
        workers.add(worker);
        Thread.ofVirtual().start(() -> {
            worker.go.acquireUninterruptibly();
            try {
                work.run();
            } finally {
                worker.ended = true;
                turn.release();
            }
        });
    }

    /** Until all have ended; {@code between} runs after each turn. */
    void run(Runnable between) {
        while (!workers.isEmpty()) {
            running = workers.get(random.nextInt(workers.size()));
            running.go.release();
            turn.acquireUninterruptibly();
            if (running.ended) {
                workers.remove(running);
            }
            between.run();
        }
    }

    /** At each call of a port: others may run, and the worker may die. */
    void port() {
        Worker self = running;
        if (self == null || workers.isEmpty()) {
            return;
        }
        turn.release();
        self.go.acquireUninterruptibly();
        if (random.nextInt(1000) < crashPerMille) {
            throw new Crash();
        }
    }
}
