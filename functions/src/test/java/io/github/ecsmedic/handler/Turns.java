package io.github.ecsmedic.handler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs strands of work one at a time, each from one call of a port to the next, in an order and in a time that the seed
 * decides: a call takes as long as is drawn for it, and the clock stands at the strand whose call ends first.
 */
final class Turns implements SideBySide {
    static final long NEVER = Long.MAX_VALUE;

    final SplittableRandom random;
    private final Instant start;
    private final List<Strand> strands = new ArrayList<>();
    private long now;
    private volatile @Nullable Strand running;
    private volatile boolean over;
    private volatile @Nullable Throwable fault;
    private @Nullable Thread driver;
    int crashPerMille;

    Turns(SplittableRandom random, Instant start) {
        this.random = random;
        this.start = start;
    }

    /** A process that dies where it stands. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("crash", null, false, false);
        }
    }

    /** A piece of work that nobody waits for any more. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("cancelled", null, false, false);
        }
    }

    /** What dies as a whole: one invocation of a function. */
    static final class Life {
        private final long killedAt;
        private boolean dead;
        private boolean ended;

        Life(long killedAt) {
            this.killedAt = killedAt;
        }

        /** Whether nothing that it was told can be of use any more. */
        boolean over() {
            return dead || ended;
        }

        void end() {
            ended = true;
        }
    }

    /** One line of work. */
    static final class Strand {
        private final @Nullable Strand parent;
        private Life process;
        private long deadline;
        private long wakes;
        private int children;
        private @Nullable Thread thread;

        Strand(@Nullable Strand parent, Life process, long deadline) {
            this.parent = parent;
            this.process = process;
            this.deadline = deadline;
        }

        private long next() {
            return children > 0 ? NEVER : Math.min(wakes, Math.min(deadline, process.killedAt));
        }
    }

    /** Milliseconds since the start. */
    long now() {
        return now;
    }

    Life process() {
        return self().process;
    }

    /** Whether the strand that runs has no time left. */
    boolean late(Strand strand) {
        return now >= strand.deadline;
    }

    Strand self() {
        Strand self = running;
        if (self == null) {
            throw new IllegalStateException("nothing runs");
        }
        return self;
    }

    /** A clock that goes wrong by so much. */
    Clock clock(long skewMillis) {
        return new Clock() {
            @Override
            public Instant instant() {
                return start.plusMillis(now + skewMillis);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new IllegalStateException("not asked");
            }
        };
    }

    void add(Runnable work) {
        spawn(new Strand(null, new Life(NEVER), NEVER), work);
    }

    private void spawn(Strand strand, Runnable work) {
        strands.add(strand);
        strand.wakes = now;
        strand.thread = Thread.ofVirtual().unstarted(() -> {
            try {
                await(strand);
                work.run();
            } catch (Crash | Cancelled end) {
                // it is over
            } catch (RuntimeException | AssertionError thrown) {
                fault = fault == null ? thrown : fault;
            } finally {
                leave(strand);
            }
        });
        strand.thread.start();
    }

    /** Until all have ended; throws what one of them threw. */
    void run() {
        driver = Thread.currentThread();
        hand(null);
        while (!over) {
            LockSupport.park(this);
        }
        Throwable thrown = fault;
        if (thrown instanceof AssertionError error) {
            throw error;
        }
        if (thrown instanceof RuntimeException bug) {
            throw bug;
        }
    }

    /** At each call of a port: others may run, time passes, and the process may die. */
    void port() {
        pause(1 + random.nextInt(20));
        if (random.nextInt(1000) < crashPerMille) {
            self().process.dead = true;
            throw new Crash();
        }
    }

    void pause(long millis) {
        Strand self = self();
        self.wakes = now + millis;
        hand(self);
        if (fault != null || self.process.dead || now >= self.process.killedAt) {
            self.process.dead = true;
            throw new Crash();
        }
        if (late(self)) {
            throw new Cancelled();
        }
    }

    /** Runs it as a process of its own, which may take so long; false when it died. */
    boolean invoke(Duration atMost, Runnable work) {
        Strand self = self();
        Life outer = self.process;
        Life inner = new Life(now + atMost.toMillis());
        self.process = inner;
        try {
            work.run();
            return !inner.dead;
        } catch (Crash dead) {
            return false;
        } finally {
            inner.end();
            self.process = outer;
        }
    }

    @Override
    public <T> List<Future<T>> run(List<? extends Callable<T>> pieces, Duration atMost) {
        Strand self = self();
        long deadline = Math.min(self.deadline, now + Math.max(1, atMost.toMillis()));
        List<Future<T>> futures = new ArrayList<>();
        List<Strand> children = new ArrayList<>();
        for (Callable<T> piece : pieces) {
            CompletableFuture<T> future = new CompletableFuture<>();
            futures.add(future);
            if (pieces.size() == 1) {
                long before = self.deadline;
                self.deadline = deadline;
                complete(future, piece);
                self.deadline = before;
            } else {
                Strand child = new Strand(self, self.process, deadline);
                children.add(child);
                spawn(child, () -> complete(future, piece));
            }
        }
        if (!children.isEmpty()) {
            self.children = children.size();
            hand(self);
        }
        return futures;
    }

    @Override
    public Lock lock() {
        return new ReentrantLock() {
            private static final long serialVersionUID = 1L;

            @Override
            public void lock() {
                while (!tryLock()) {
                    pause(1 + random.nextInt(5));
                }
            }
        };
    }

    private static <T> void complete(CompletableFuture<T> future, Callable<T> piece) {
        try {
            future.complete(piece.call());
        } catch (Cancelled late) {
            future.cancel(true);
        } catch (Exception thrown) {
            future.completeExceptionally(thrown);
        }
    }

    private void leave(Strand strand) {
        strands.remove(strand);
        if (strand.parent != null && --strand.parent.children == 0) {
            strand.parent.wakes = now;
        }
        hand(null);
    }

    /** To the strand whose call ends first, which may be the same; {@code from} waits for its turn. */
    private void hand(@Nullable Strand from) {
        Strand next = null;
        for (Strand strand : strands) {
            if (next == null || moment(strand) < moment(next)) {
                next = strand;
            }
        }
        if (next == null) {
            over = true;
            LockSupport.unpark(driver);
            return;
        }
        now = Math.max(now, moment(next));
        running = next;
        if (next != from) {
            LockSupport.unpark(next.thread);
            if (from != null) {
                await(from);
            }
        }
    }

    private long moment(Strand strand) {
        return strand.children == 0 && (strand.process.dead || fault != null) ? now : strand.next();
    }

    private void await(Strand strand) {
        while (running != strand) {
            LockSupport.park(this);
        }
    }
}
