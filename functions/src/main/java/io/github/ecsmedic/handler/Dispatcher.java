package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.notify.Routing;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import io.github.ecsmedic.notify.SinkFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** After so many refusals of a message somebody is told who can be. */
    static final int STUBBORN = 4;

    private static final int AT_ONCE = 100;

    private final Ledger ledger;
    private final Clock clock;
    private final String owner;
    private final Routing routing;
    private final SideBySide sideBySide;

    /** {@code owner} is a name that no other worker has. */
    Dispatcher(Ledger ledger, Clock clock, String owner) {
        this(ledger, clock, owner, Routing.TAGS, SideBySide.THREADS);
    }

    /** Under a new name. */
    Dispatcher(Parts parts) {
        this(parts.ledger(), parts.clock(), parts.ids().get(), parts.routing(), parts.sideBySide());
    }

    private Dispatcher(Ledger ledger, Clock clock, String owner, Routing routing, SideBySide sideBySide) {
        this.ledger = ledger;
        this.clock = clock;
        this.owner = owner;
        this.routing = routing;
        this.sideBySide = sideBySide;
    }

    /**
     * Sends what is due, to each sink one message after the other, oldest first, and to those that follow it after it;
     * one answer for each message that was tried. A sink that does not answer takes no other along.
     */
    List<Delivery> send(List<? extends Sink> sinks, Duration atMost) {
        Collection<Delivery> done = new ConcurrentLinkedQueue<>();
        List<Telling> due;
        try {
            due = ledger.due(clock.instant(), AT_ONCE);
        } catch (LedgerException e) {
            return List.of(Delivery.refused("", "", "", e));
        }
        List<List<Sink>> lanes = lanes(sinks);
        List<Callable<Boolean>> pieces = lanes.stream()
                .<Callable<Boolean>>map(lane -> () -> lane(lane, due, atMost, done))
                .toList();
        List<Future<Boolean>> ends = sideBySide.run(pieces, atMost);
        List<Delivery> all = new ArrayList<>(done);
        for (int i = 0; i < ends.size(); i++) {
            if (ends.get(i).state() != Future.State.SUCCESS) {
                all.add(Delivery.of(lanes.get(i).getFirst().name(), "", "", ends.get(i)));
            }
        }
        standIns(List.copyOf(all), sinks).ifPresent(all::add);
        all.addAll(new SwitchedOff(ledger, clock, owner).drop(due, sinks));
        return all;
    }

    /** Each sink with those that go with its messages. */
    private static List<List<Sink>> lanes(List<? extends Sink> sinks) {
        List<List<Sink>> lanes = new ArrayList<>();
        for (Sink sink : sinks) {
            if (sink.follows().isEmpty() || sink.standsIn()) {
                List<Sink> lane = new ArrayList<>(List.of(sink));
                sinks.stream()
                        .filter(other -> other.follows().equals(sink.name()) && !other.standsIn())
                        .forEach(lane::add);
                lanes.add(lane);
            }
        }
        return lanes;
    }

    private boolean lane(List<Sink> lane, List<Telling> due, Duration atMost, Collection<Delivery> done) {
        for (Sink sink : lane) {
            for (Telling one : due) {
                if (one.sink().equals(sink.name()) && !enough(one, sink, atMost, done)) {
                    break;
                }
            }
        }
        return true;
    }

    /** False when the sink takes no more for now. */
    private boolean enough(Telling one, Sink sink, Duration atMost, Collection<Delivery> done) {
        Callable<Optional<Delivery>> sending = () -> one(one, sink);
        Future<Optional<Delivery>> sent =
                sideBySide.run(List.of(sending), atMost).getFirst();
        if (sent.state() == Future.State.FAILED && sent.exceptionNow() instanceof LedgerException e) {
            throw e;
        }
        Optional<Delivery> delivery = sent.state() == Future.State.SUCCESS
                ? sent.resultNow()
                : Optional.of(Delivery.of(sink.name(), one.incident(), "", sent));
        delivery.ifPresent(done::add);
        return delivery.filter(d -> d.kind().equals(SinkFault.TOO_MANY.word())).isEmpty();
    }

    /** What a sink does not take is wanted of those that stand in for it. */
    private Optional<Delivery> standIns(List<Delivery> done, List<? extends Sink> sinks) {
        try {
            for (Delivery failed : done.stream().filter(d -> !d.sent()).toList()) {
                for (Sink sink : sinks) {
                    if (sink.standsIn() && sink.follows().equals(failed.sink())) {
                        ledger.telling(failed.incident(), failed.sink())
                                .filter(t -> t.attempts() >= STUBBORN || needsAPerson(failed))
                                .map(t -> new Wanted(t.incident(), sink.name(), t.wanted(), clock.instant()))
                                .ifPresent(w -> ledger.commit(new Commit(List.of(), List.of(), List.of(w))));
                    }
                }
            }
            return Optional.empty();
        } catch (LedgerException e) {
            return Optional.of(Delivery.refused("", "", "", e));
        }
    }

    /** Or may have been told to nobody. */
    private static boolean needsAPerson(Delivery failed) {
        return Arrays.stream(SinkFault.values())
                .filter(fault -> fault.word().equals(failed.kind()))
                .anyMatch(fault -> fault.lasting() || fault == SinkFault.UNANSWERED);
    }

    /** Empty when another worker has it, or when its time has not come. */
    Optional<Delivery> one(Telling due, Sink sink) {
        Instant now = clock.instant();
        return ledger.take(due, owner, now, now.plus(LEASE)).flatMap(mine -> tell(mine, sink));
    }

    private Optional<Delivery> tell(Telling mine, Sink sink) {
        Optional<Incident> kept;
        try {
            kept = ledger.incident(mine.incident());
        } catch (LedgerException e) {
            return Optional.of(leave(mine, e));
        }
        if (kept.isEmpty()) {
            ledger.settle(mine.accepted(forgotten(mine)), owner);
            String why = "the incident is no longer kept";
            return Optional.of(new Delivery(sink.name(), mine.incident(), "", why, "bug"));
        }
        Bulletin bulletin = bulletin(kept.get(), mine, sink);
        Instant now = clock.instant();
        Optional<Silence> silence = Silence.of(bulletin.direction(), kept.get(), mine.told(), sink, now)
                .or(() -> Shelter.of(kept.get(), mine, sink, ledger, now));
        if (silence.isPresent()) {
            return Optional.of(hold(mine, bulletin, silence.get()));
        }
        if (!sink.follows().isEmpty() && !sink.standsIn() && reference(bulletin).isEmpty()) {
            ledger.settle(mine.putOff(clock.instant().plus(FIRST_WAIT)), owner);
            return Optional.empty();
        }
        News news = bulletin.news();
        if (!sink.wants(bulletin)) {
            ledger.settle(mine.passedOver(passedOver(mine, kept.get()), clock.instant()), owner);
            return Optional.of(new Delivery(sink.name(), mine.incident(), news.word()));
        }
        try {
            String reference = sink.tell(bulletin);
            ledger.settle(mine.accepted(told(mine, kept.get(), reference, clock.instant())), owner);
            Duration lag = news == News.OPENED ? Duration.between(kept.get().openedAt(), clock.instant()) : null;
            return Optional.of(new Delivery(sink.name(), mine.incident(), news.word(), "", "", lag, ""));
        } catch (SinkException e) {
            Delivery failed = Delivery.refused(sink.name(), mine.incident(), news.word(), e);
            ledger.settle(mine.refused(clock.instant().plus(wait(mine, e)), failed.fault()), owner);
            return Optional.of(failed);
        }
    }

    /** A message about an incident of a newer form is that version's to send. */
    private Delivery leave(Telling mine, LedgerException e) {
        if (!e.newer()) {
            throw e;
        }
        ledger.settle(mine.putOff(clock.instant().plus(FIRST_WAIT)), owner);
        return Delivery.withheld(mine.sink(), mine.incident(), "", String.valueOf(e.getMessage()));
    }

    private Bulletin bulletin(Incident incident, Telling mine, Sink sink) {
        Optional<Telling> followed =
                sink.follows().isEmpty() ? Optional.empty() : ledger.telling(incident.id(), sink.follows());
        Instant now = clock.instant();
        return new Bulletin(incident, mine.told(), routing.of(incident, now), now, followed);
    }

    private static String reference(Bulletin bulletin) {
        return bulletin.followed().map(root -> root.told().reference()).orElse("");
    }

    private Delivery hold(Telling mine, Bulletin bulletin, Silence silence) {
        Incident incident = bulletin.incident();
        ledger.settle(
                Silence.forGood(incident, mine.told())
                        ? mine.passedOver(passedOver(mine, incident), clock.instant())
                        : mine.putOff(silence.until()),
                owner);
        return Delivery.withheld(mine.sink(), mine.incident(), bulletin.news().word(), silence.why());
    }

    /** What the sink knows is what was sent: an incident that has changed meanwhile is told once more. */
    private static Telling.Told told(Telling mine, Incident sent, String reference, Instant at) {
        return new Telling.Told(
                Math.max(sent.version(), mine.told().version()), sent.state(), News.gist(sent), reference, at);
    }

    /** It counts as known, and was not said. */
    private static Telling.Told passedOver(Telling mine, Incident incident) {
        return told(mine, incident, mine.told().reference(), mine.told().at());
    }

    private Telling.Told forgotten(Telling mine) {
        return new Telling.Told(mine.wanted(), mine.told().state(), "", "", clock.instant());
    }

    /** Longer after each refusal, and at least as long as the sink asks. */
    private static Duration wait(Telling mine, SinkException refused) {
        Duration wait = wait(mine.attempts());
        return refused.retryAfter().compareTo(wait) > 0 ? refused.retryAfter() : wait;
    }

    static Duration wait(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
