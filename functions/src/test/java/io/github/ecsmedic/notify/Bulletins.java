package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Health;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Sighting;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Symptom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Incidents in each of their states, as sinks are told of them. */
public final class Bulletins {
    private static final Instant START = Instant.parse("2026-11-20T03:10:00Z");

    private Bulletins() {}

    /** Not told before. */
    public static Bulletin opened(Diagnosis diagnosis) {
        return new Bulletin(incident(diagnosis, List.of()), Telling.Told.NOTHING);
    }

    /** Eleven failures more until the first message leaves, also of others; the fault was there twice before. */
    static Bulletin openedLate(Diagnosis diagnosis) {
        List<Ending> past = List.of(
                new Ending(START.minus(Duration.ofDays(2)), Ending.How.DEPLOYED, "api:41"),
                new Ending(START.minus(Duration.ofDays(5)), Ending.How.STAYED_WELL));
        Incident incident = incident(diagnosis, past);
        for (int i = 1; i <= 9; i++) {
            incident = incident.again(sighting(diagnosis, diagnosis.subject(), i));
        }
        return new Bulletin(
                incident.again(sighting(diagnosis, other(diagnosis, "web"), 11))
                        .again(sighting(diagnosis, other(diagnosis, "worker"), 12)),
                Telling.Told.NOTHING);
    }

    /** Told before without a cause. */
    static Bulletin changed(Diagnosis diagnosis) {
        Incident incident = incident(diagnosis, List.of()).again(sighting(diagnosis, diagnosis.subject(), 2));
        return new Bulletin(incident, new Telling.Told(1, Incident.State.OPEN, "unknown possible | x", "", START));
    }

    /** Told before of one service alone. */
    static Bulletin spread(Diagnosis diagnosis) {
        Incident alone = incident(diagnosis, List.of());
        Incident incident = alone.again(sighting(diagnosis, other(diagnosis, "web"), 2));
        return new Bulletin(incident, new Telling.Told(1, Incident.State.OPEN, News.gist(alone), "", START));
    }

    static Bulletin resolved(Diagnosis diagnosis) {
        Incident incident = incident(diagnosis, List.of()).again(sighting(diagnosis, diagnosis.subject(), 2));
        Map<String, Optional<Health>> gone = Map.of(Fingerprint.scope(diagnosis.subject()), Optional.empty());
        return new Bulletin(
                incident.observed(gone, START.plus(Duration.ofMinutes(42))),
                new Telling.Told(2, Incident.State.OPEN, News.gist(incident), "", START));
    }

    /** Told before; then a fix came as far as that. */
    static Bulletin treated(Diagnosis diagnosis, UnaryOperator<Treatment> course, String... people) {
        Incident incident = incident(diagnosis, List.of());
        Treatment.Basis basis =
                new Treatment.Basis(diagnosis.subject(), "", diagnosis.causes().getFirst(), List.of());
        Treatment wanted = Treatment.wanted(
                diagnosis.fixes().getFirst().id(), "plan-1", basis, List.of(people), START.plusSeconds(600));
        return new Bulletin(
                incident.treated(course.apply(wanted)),
                new Telling.Told(1, Incident.State.OPEN, News.gist(incident), "", START));
    }

    /** The same, failed once more so many minutes after it began. */
    static Bulletin again(Bulletin told, int minute) {
        Diagnosis diagnosis = told.incident().diagnosis();
        return new Bulletin(told.incident().again(sighting(diagnosis, diagnosis.subject(), minute)), told.before());
    }

    /** So many minutes after it began. */
    static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    /** The same for a channel that a tag names. */
    static Bulletin directed(Bulletin told, String channel) {
        return with(told, new Direction(channel, List.of(), null, null, "", List.of()));
    }

    /** The same of owners. */
    static Bulletin owned(Bulletin told, String... owners) {
        return with(told, new Direction("", List.of(owners), null, null, "", List.of()));
    }

    private static Bulletin with(Bulletin told, Direction direction) {
        return new Bulletin(told.incident(), told.before(), direction, told.at(), told.followed());
    }

    private static Incident incident(Diagnosis diagnosis, List<Ending> past) {
        Sighting first = sighting(diagnosis, diagnosis.subject(), 0);
        return Incident.open(
                "i-1",
                Fingerprint.ofCause(diagnosis).orElseGet(() -> Fingerprint.ofSymptom(first.symptom())),
                first,
                diagnosis,
                past);
    }

    private static Sighting sighting(Diagnosis diagnosis, Subject subject, int minute) {
        return new Sighting(
                new EventKey("task-" + minute, 1),
                START.plus(Duration.ofMinutes(minute)),
                new Symptom(subject, diagnosis.label(), diagnosis.alert(), List.of()),
                false,
                Optional.of(diagnosis));
    }

    private static Subject other(Diagnosis diagnosis, String service) {
        Subject s = diagnosis.subject();
        return new Subject(s.account(), s.region(), s.cluster(), service, "", service + ":7");
    }
}
