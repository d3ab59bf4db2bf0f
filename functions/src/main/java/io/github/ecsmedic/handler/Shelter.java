package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.incident.Storm;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.notify.Sink;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the message about a single incident back while, or because, the message about a storm stands for it. */
final class Shelter {
    /** When it is looked at again. */
    static final Duration AGAIN = Duration.ofMinutes(15);

    private Shelter() {}

    /**
     * Empty when it is told now: no storm tells of it, it was told before and is over, or after the storm it fails still or
     * is not well. Machines are told of each incident.
     */
    static Optional<Silence> of(Incident incident, Telling mine, Sink sink, Ledger ledger, Instant now) {
        if (incident.fingerprint().storm() || !sink.forPeople()) {
            return Optional.empty();
        }
        Storm storm = ledger.storm(incident.fingerprint().place());
        // a message that was tried may have been taken though its answer was lost
        boolean untold = mine.told().version() == 0 && mine.attempts() == 0;
        boolean over = incident.ending() != null;
        boolean recovers = incident.state() == Incident.State.QUIET && incident.well();
        boolean waits = over ? untold : storm.tells() || (untold && recovers);
        return waits && covers(storm, incident, ledger)
                ? Optional.of(
                        new Silence("incident " + storm.head().incident() + ", a storm, tells of it", now.plus(AGAIN)))
                : Optional.empty();
    }

    private static boolean covers(Storm storm, Incident incident, Ledger ledger) {
        if (storm.tells()) {
            return storm.covers(incident);
        }
        return !storm.head().incident().isEmpty()
                && ledger.incident(storm.head().incident())
                        .filter(last -> covered(last, incident))
                        .isPresent();
    }

    /** By a storm that is over. */
    private static boolean covered(Incident storm, Incident incident) {
        Set<String> hit = storm.members().stream().map(Member::scope).collect(Collectors.toCollection(HashSet::new));
        boolean within = !incident.openedAt().isBefore(storm.openedAt().minus(Storm.WINDOW))
                && Optional.ofNullable(storm.ending())
                        .filter(ending -> !incident.openedAt().isAfter(ending.at()))
                        .isPresent();
        return within && incident.members().stream().map(Member::scope).allMatch(hit::contains);
    }
}
