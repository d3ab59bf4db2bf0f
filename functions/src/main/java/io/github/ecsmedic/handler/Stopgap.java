package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.notify.Direction;
import io.github.ecsmedic.notify.Routing;
import io.github.ecsmedic.notify.Sink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/**
 * Tells what the ledger could not take. Nothing is remembered but by this process: the same fault is told once in a
 * while, and once more when another process records it.
 */
final class Stopgap {
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final Clock clock;
    private final Routing routing;
    private final SideBySide sideBySide;
    private final Map<Heard, Telling.Told> told = new ConcurrentHashMap<>();

    /** A fault of which a sink was told. */
    private record Heard(String fingerprint, String sink) {}

    Stopgap(Parts parts) {
        this.clock = parts.clock();
        this.routing = parts.routing();
        this.sideBySide = parts.sideBySide();
    }

    List<Delivery> tell(List<Incident> incidents, List<? extends Sink> sinks, Duration atMost) {
        Map<String, Incident> open = new LinkedHashMap<>();
        incidents.stream()
                .filter(this::isNew)
                .forEach(i -> open.putIfAbsent(i.fingerprint().key(), i));
        Instant now = clock.instant();
        List<Delivery> deliveries = new ArrayList<>();
        List<Incident> tellings = new ArrayList<>();
        List<Sink> to = new ArrayList<>();
        List<Callable<String>> pieces = new ArrayList<>();
        for (Incident incident : open.values()) {
            Direction direction = routing.of(incident, now);
            // what follows a message needs the ledger to find it
            for (Sink sink : sinks.stream().filter(s -> s.follows().isEmpty()).toList()) {
                Optional<Silence> silence = Silence.of(direction, incident, Telling.Told.NOTHING, sink, now);
                if (silence.isPresent()) {
                    deliveries.add(Delivery.withheld(
                            sink.name(),
                            incident.id(),
                            News.OPENED.word(),
                            silence.get().why()));
                } else {
                    tellings.add(incident);
                    to.add(sink);
                    pieces.add(() ->
                            sink.tell(new Bulletin(incident, Telling.Told.NOTHING, direction, now, Optional.empty())));
                }
            }
        }
        List<Future<String>> sent = sideBySide.run(pieces, atMost);
        for (int i = 0; i < sent.size(); i++) {
            Incident incident = tellings.get(i);
            Delivery delivery = Delivery.of(to.get(i).name(), incident.id(), News.OPENED.word(), sent.get(i));
            if (delivery.sent()) {
                told.put(
                        new Heard(incident.fingerprint().key(), to.get(i).name()),
                        new Telling.Told(
                                incident.version(),
                                incident.state(),
                                News.gist(incident),
                                sent.get(i).resultNow(),
                                clock.instant()));
            }
            deliveries.add(delivery);
        }
        return deliveries;
    }

    private boolean isNew(Incident incident) {
        return told.entrySet().stream()
                .filter(e ->
                        e.getKey().fingerprint().equals(incident.fingerprint().key()))
                .noneMatch(e -> lately(e.getValue()));
    }

    private boolean lately(Telling.Told last) {
        return Duration.between(last.at(), clock.instant()).compareTo(AGAIN) < 0;
    }

    /**
     * The ledger has taken the incident: a sink that this process told of it knows it already, unless it is by another
     * service that the fault hits.
     *
     * <p>Another process that records it does not know, and tells it once more.
     */
    void recorded(Incident incident, Ledger ledger, String owner) {
        Instant now = clock.instant();
        told.forEach((heard, last) -> {
            boolean same = heard.fingerprint().equals(incident.fingerprint().key())
                    && last.content().equals(News.gist(incident));
            if (same && lately(last)) {
                ledger.telling(incident.id(), heard.sink())
                        .filter(t -> t.told().version() == 0)
                        .flatMap(t -> ledger.take(t, owner, now, now.plus(Dispatcher.LEASE)))
                        .ifPresent(mine -> ledger.settle(mine.accepted(last), owner));
            }
        });
    }
}
