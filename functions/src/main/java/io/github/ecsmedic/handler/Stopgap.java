package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final SideBySide sideBySide;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    Stopgap(Clock clock, SideBySide sideBySide) {
        this.clock = clock;
        this.sideBySide = sideBySide;
    }

    List<Delivery> tell(List<Incident> incidents, List<? extends Sink> sinks, Duration atMost) {
        Map<String, Incident> open = new LinkedHashMap<>();
        incidents.stream()
                .filter(this::isNew)
                .forEach(i -> open.putIfAbsent(i.fingerprint().key(), i));
        List<Incident> tellings = new ArrayList<>();
        List<Sink> to = new ArrayList<>();
        List<Callable<String>> pieces = new ArrayList<>();
        for (Incident incident : open.values()) {
            for (Sink sink : sinks) {
                tellings.add(incident);
                to.add(sink);
                pieces.add(() -> sink.tell(new Bulletin(incident, Telling.Told.NOTHING)));
            }
        }
        List<Future<String>> sent = sideBySide.run(pieces, atMost);
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String fault = fault(sent.get(i));
            if (fault.isEmpty()) {
                told.put(tellings.get(i).fingerprint().key(), clock.instant());
            }
            deliveries.add(new Delivery(to.get(i).name(), tellings.get(i).id(), "opened", fault));
        }
        return deliveries;
    }

    private boolean isNew(Incident incident) {
        Instant last = told.get(incident.fingerprint().key());
        return last == null || Duration.between(last, clock.instant()).compareTo(AGAIN) >= 0;
    }

    private static String fault(Future<String> sent) {
        return switch (sent.state()) {
            case SUCCESS -> "";
            case FAILED -> refusal(sent.exceptionNow());
            case CANCELLED, RUNNING -> "time: it did not answer";
        };
    }

    /** A sink says itself what to do; anything else is a bug. */
    static String refusal(Throwable thrown) {
        String text = thrown instanceof SinkException ? thrown.getMessage() : null;
        return text == null ? "bug: " + SideBySide.fault(thrown) : text;
    }
}
