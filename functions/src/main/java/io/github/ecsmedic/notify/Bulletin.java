package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.model.Diagnosis;
import java.time.Instant;
import java.util.Optional;

/**
 * What a sink is told.
 *
 * @param before what it was told of the same incident last
 * @param direction where and how loudly; muted and ignored ones do not come here
 * @param at when it is told
 * @param followed what the sink that it follows knows of it; empty when that one was never told, or there is none
 */
public record Bulletin(
        Incident incident, Telling.Told before, Direction direction, Instant at, Optional<Telling> followed) {
    /** For a sink that follows no other one, at the time of the last failure. */
    public Bulletin(Incident incident, Telling.Told before, Direction direction) {
        this(incident, before, direction, incident.lastSeen(), Optional.empty());
    }

    /** The same as the stack's settings say. */
    public Bulletin(Incident incident, Telling.Told before) {
        this(incident, before, Direction.NONE);
    }

    /** What is new for this sink. */
    public News news() {
        return News.since(before, incident);
    }

    /** How much it presses; what is over or has been fixed presses nobody. */
    public Severity severity() {
        return incident.ending() == null && !fixed() ? direction.severity(Severity.of(diagnosis())) : Severity.INFO;
    }

    /** Whether the last fix has helped, and nothing has failed since. */
    boolean fixed() {
        return !incident.treatments().isEmpty()
                && incident.treatments().getLast().state() == Treatment.State.FIXED
                && !incident.lastSeen().isAfter(incident.treatments().getLast().at());
    }

    Diagnosis diagnosis() {
        return TreatmentLine.decided(incident);
    }
}
