package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Incident;
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
 * while, and once more when the ledger is back.
 */
final class Stopgap {
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final Clock clock;
    private final Routing routing;
    private final SideBySide sideBySide;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

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
                told.put(incident.fingerprint().key(), clock.instant());
            }
            deliveries.add(delivery);
        }
        return deliveries;
    }

    private boolean isNew(Incident incident) {
        Instant last = told.get(incident.fingerprint().key());
        return last == null || Duration.between(last, clock.instant()).compareTo(AGAIN) >= 0;
    }
}
