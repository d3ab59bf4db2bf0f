package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;

/** Sends what has still to be told: each message by one worker at a time, until its sink has taken it. */
final class Dispatcher {
    /** Longer than a worker lives, so that nobody takes a message over from one that still sends it. */
    static final Duration LEASE = Duration.ofMinutes(3);

    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private static final int AT_ONCE = 100;

    private final Ledger ledger;
    private final Clock clock;
    private final String owner;
    private final SideBySide sideBySide;

    /** {@code owner} is a name that no other worker has. */
    Dispatcher(Ledger ledger, Clock clock, String owner) {
        this(ledger, clock, owner, SideBySide.THREADS);
    }

    /** Under a new name. */
    Dispatcher(Parts parts) {
        this(parts.ledger(), parts.clock(), parts.ids().get(), parts.sideBySide());
    }

    private Dispatcher(Ledger ledger, Clock clock, String owner, SideBySide sideBySide) {
        this.ledger = ledger;
        this.clock = clock;
        this.owner = owner;
        this.sideBySide = sideBySide;
    }

    /**
     * Sends what is due, to each sink one message after the other, oldest first; one answer for each message that was
     * tried. A sink that does not answer takes no other along.
     */
    List<Delivery> send(List<? extends Sink> sinks, Duration atMost) {
        Collection<Delivery> done = new ConcurrentLinkedQueue<>();
        List<Telling> due;
        try {
            due = ledger.due(clock.instant(), AT_ONCE);
        } catch (LedgerException e) {
            return List.of(new Delivery("", "", "", unreachable(e)));
        }
        List<Callable<Boolean>> lanes = sinks.stream()
                .<Callable<Boolean>>map(sink -> () -> lane(sink, due, atMost, done))
                .toList();
        List<Future<Boolean>> ends = sideBySide.run(lanes, atMost);
        List<Delivery> all = new ArrayList<>(done);
        for (int i = 0; i < ends.size(); i++) {
            if (ends.get(i).state() != Future.State.SUCCESS) {
                all.add(new Delivery(sinks.get(i).name(), "", "", end(ends.get(i))));
            }
        }
        return all;
    }

    private boolean lane(Sink sink, List<Telling> due, Duration atMost, Collection<Delivery> done) {
        for (Telling one : due) {
            if (!one.sink().equals(sink.name())) {
                continue;
            }
            Callable<Optional<Delivery>> sending = () -> one(one, sink);
            Future<Optional<Delivery>> sent =
                    sideBySide.run(List.of(sending), atMost).getFirst();
            if (sent.state() == Future.State.SUCCESS) {
                sent.resultNow().ifPresent(done::add);
            } else if (sent.state() == Future.State.FAILED && sent.exceptionNow() instanceof LedgerException e) {
                throw e;
            } else {
                done.add(new Delivery(sink.name(), one.incident(), "", end(sent)));
            }
        }
        return true;
    }

    /** Empty when another worker has it. */
    Optional<Delivery> one(Telling due, Sink sink) {
        Instant now = clock.instant();
        return ledger.take(due, owner, now, now.plus(LEASE)).map(mine -> tell(mine, sink));
    }

    private Delivery tell(Telling mine, Sink sink) {
        Optional<Incident> kept = ledger.incident(mine.incident());
        if (kept.isEmpty()) {
            ledger.settle(mine.accepted(forgotten(mine)), owner);
            return new Delivery(sink.name(), mine.incident(), "", "the incident is no longer kept");
        }
        Bulletin bulletin = new Bulletin(kept.get(), mine.told());
        News news = bulletin.news();
        // what was wanted may have been undone since
        if (!sink.wants(news)) {
            ledger.settle(mine.accepted(told(mine, kept.get(), mine.told().reference())), owner);
            return new Delivery(sink.name(), mine.incident(), news.word(), "");
        }
        try {
            String reference = sink.tell(bulletin);
            ledger.settle(mine.accepted(told(mine, kept.get(), reference)), owner);
            return new Delivery(sink.name(), mine.incident(), news.word(), "");
        } catch (SinkException e) {
            ledger.settle(mine.refused(clock.instant().plus(wait(mine.attempts()))), owner);
            return new Delivery(sink.name(), mine.incident(), news.word(), String.valueOf(e.getMessage()));
        }
    }

    /** What the sink knows is what was sent: an incident that has changed meanwhile is told once more. */
    private Telling.Told told(Telling mine, Incident sent, String reference) {
        return new Telling.Told(
                Math.max(sent.version(), mine.told().version()),
                sent.state(),
                News.gist(sent),
                reference,
                clock.instant());
    }

    private Telling.Told forgotten(Telling mine) {
        return new Telling.Told(mine.wanted(), mine.told().state(), "", "", clock.instant());
    }

    private static String end(Future<?> sent) {
        return switch (sent.state()) {
            case FAILED ->
                sent.exceptionNow() instanceof LedgerException e
                        ? unreachable(e)
                        : "bug: " + SideBySide.fault(sent.exceptionNow());
            case SUCCESS, CANCELLED, RUNNING -> "time: it did not answer";
        };
    }

    private static String unreachable(LedgerException e) {
        return "ledger: " + e.getMessage();
    }

    static Duration wait(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
