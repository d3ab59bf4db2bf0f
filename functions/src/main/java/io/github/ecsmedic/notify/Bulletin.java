package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.model.Diagnosis;

/**
 * What a sink is told.
 *
 * @param before what it was told of the same incident last
 */
public record Bulletin(Incident incident, Telling.Told before) {
    /** What is new for this sink. */
    public News news() {
        return News.since(before, incident);
    }

    Diagnosis diagnosis() {
        return incident.diagnosis();
    }
}
