package io.github.ecsmedic.handler;

import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.handler.Intake.Arrival;
import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Joining;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Found;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Sighting;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Symptom;
import io.github.ecsmedic.notify.KeptDiagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Equal failures of one batch on their way into the ledger: diagnosed once at most, and stored by one write.
 *
 * <p>The write holds the version of each event's resource and the incident with all of them counted. So it is carried out
 * as a whole or not at all, and an event that comes again finds its own version, whichever batch it comes with.
 */
final class Failures {
    /** A failure like one that was explained so lately is counted without being diagnosed once more. */
    static final Duration EXPLAINED = Duration.ofMinutes(10);

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int ATTEMPTS = 20;

    private final Intake.Desk desk;
    private final Symptom symptom;
    private final Fingerprint bySymptom;
    private final List<Failure> all = new ArrayList<>();
    private final Function<EcsEvent, Outcome> diagnosing;
    private @Nullable Failure diagnosed;
    private @Nullable Outcome outcome;
    private @Nullable Diagnosis kept;

    /** {@code arrivals} show the same symptom. */
    Failures(Intake.Desk desk, Symptom symptom, List<Arrival> arrivals, Function<EcsEvent, Outcome> diagnosing) {
        this.desk = desk;
        this.symptom = symptom;
        this.bySymptom = Fingerprint.ofSymptom(symptom);
        this.diagnosing = diagnosing;
        arrivals.forEach(arrival -> all.add(failure(all.size(), arrival)));
    }

    /** One of them. */
    private record Failure(int place, EcsEvent event, boolean first, EventKey key, Instant at) {
        boolean near(Failure other) {
            return Duration.between(at, other.at).abs().compareTo(EXPLAINED) < 0;
        }
    }

    private Failure failure(int place, Arrival arrival) {
        Instant happened = EventKeys.at(arrival.event());
        return new Failure(
                place,
                arrival.event(),
                arrival.first(),
                EventKeys.key(arrival.event()),
                happened == null ? desk.parts().clock().instant() : happened);
    }

    /** In their order; empty for one that has to be worked on by itself, which a single one never has. */
    List<Optional<Fate>> fates() {
        try {
            return recorded();
        } catch (LedgerException e) {
            Optional<Failure> told =
                    all.stream().filter(f -> f.first() && !e.newer()).findFirst();
            return all.stream()
                    .map(f -> told.filter(f::equals).isPresent() ? unrecorded(f, e) : Intake.unreachable(e))
                    .map(Optional::of)
                    .toList();
        }
    }

    /**
     * Others may write to the same incident at the same time: then it is read and joined anew. Those of this process
     * that meet wait for each other.
     */
    private List<Optional<Fate>> recorded() {
        Optional<List<Optional<Fate>>> done = once();
        for (int attempt = 1; done.isEmpty() && attempt < ATTEMPTS; attempt++) {
            desk.meeting().lock();
            try {
                done = once();
            } finally {
                desk.meeting().unlock();
            }
        }
        String why = "the incident was changed by others " + ATTEMPTS + " times meanwhile";
        return done.orElseGet(() ->
                all.stream().map(_ -> Optional.<Fate>of(new Fate.Returned(why))).toList());
    }

    /** Empty when somebody else was faster. */
    private Optional<List<Optional<Fate>>> once() {
        Found found = find();
        List<Failure> fresh = fresh(found);
        if (!fresh.isEmpty() && outcome == null && !explained(found, fresh.getFirst())) {
            diagnosed = fresh.getFirst();
            outcome = diagnosing.apply(diagnosed.event());
            if (!nothing()) {
                found = find();
                fresh = fresh(found);
            }
        }
        if (outcome != null && nothing()) {
            return Optional.of(fates(fresh, only(fresh, Intake.quiet(outcome))));
        }
        List<Failure> together = together(found, fresh);
        if (together.isEmpty()) {
            return Optional.of(fates(fresh, Map.of()));
        }
        List<Failure> rest = fresh;
        return commit(found, together).map(fates -> fates(rest, fates));
    }

    private Found find() {
        return desk.parts().ledger().find(all.stream().map(Failure::key).toList(), keys());
    }

    /** Those that say something new: of two about the same version of a task the second says nothing. */
    private List<Failure> fresh(Found found) {
        Map<String, Long> seen = new HashMap<>(found.seen());
        List<Failure> fresh = new ArrayList<>();
        for (Failure failure : all) {
            EventKey key = failure.key();
            if (!key.oldBeside(seen.getOrDefault(key.resource(), 0L))) {
                seen.put(key.resource(), key.version());
                fresh.add(failure);
            }
        }
        return fresh;
    }

    private Map<Integer, Fate> only(List<Failure> fresh, Fate fate) {
        Failure one = diagnosed;
        return one != null && fresh.contains(one) ? Map.of(one.place(), fate) : Map.of();
    }

    /** Those that are counted with what is known, what was diagnosed first. */
    private List<Failure> together(Found found, List<Failure> fresh) {
        Failure one = diagnosed;
        if (one == null) {
            return fresh.stream().filter(f -> explained(found, f)).toList();
        }
        return fresh.contains(one)
                ? Stream.concat(Stream.of(one), fresh.stream().filter(f -> !f.equals(one) && f.near(one)))
                        .toList()
                : List.of(); // somebody else has worked it in: what was found is his
    }

    private List<Optional<Fate>> fates(List<Failure> fresh, Map<Integer, Fate> done) {
        return all.stream()
                .map(f -> fresh.contains(f)
                        ? Optional.ofNullable(done.get(f.place()))
                        : Optional.<Fate>of(new Fate.Ignored("seen before")))
                .toList();
    }

    private Fate unrecorded(Failure failure, LedgerException e) {
        Outcome known = outcome == null ? diagnosing.apply(failure.event()) : outcome;
        outcome = known;
        if (nothing()) {
            return Intake.quiet(known);
        }
        Diagnosis diagnosis = diagnosis().orElseThrow();
        return new Fate.Unrecorded(
                Incident.open(
                        desk.parts().ids().get(),
                        byCause().orElse(bySymptom),
                        sighting(failure, false, diagnosis()),
                        diagnosis,
                        List.of()),
                "ledger: " + e.getMessage());
    }

    /** All by which the incident may be found. */
    private List<Fingerprint> keys() {
        List<Fingerprint> keys = new ArrayList<>(List.of(bySymptom));
        byCause().ifPresent(keys::add);
        Fingerprint.ofFamily(symptom.subject()).ifPresent(keys::add);
        return keys;
    }

    private boolean nothing() {
        return diagnosis().filter(d -> d.alert() != AlertClass.BENIGN).isEmpty();
    }

    private Optional<Diagnosis> diagnosis() {
        if (kept == null && outcome instanceof Outcome.Diagnosed(Diagnosis diagnosis)) {
            kept = KeptDiagnosis.of(diagnosis, desk.parts().logLines());
        }
        return Optional.ofNullable(kept);
    }

    private Optional<Fingerprint> byCause() {
        return diagnosis().flatMap(Fingerprint::ofCause);
    }

    private boolean explained(Found found, Failure failure) {
        return found.under(bySymptom)
                .filter(i -> i.ending() == null)
                .filter(i -> Fingerprint.ofCause(i.diagnosis()).isPresent())
                .map(i -> i.diagnosis().failedAt())
                .filter(last -> Duration.between(last, failure.at()).compareTo(EXPLAINED) < 0)
                .isPresent();
    }

    private Sighting sighting(Failure failure, boolean knownTask, Optional<Diagnosis> fresh) {
        return new Sighting(
                failure.key(), failure.at(), EventKeys.createdAt(failure.event()), symptom, knownTask, fresh);
    }

    private List<Sighting> sightings(Found found, List<Failure> together) {
        List<Sighting> sightings = new ArrayList<>();
        Map<String, Long> seen = new HashMap<>(found.seen());
        for (Failure failure : together) {
            boolean known = seen.put(failure.key().resource(), failure.key().version()) != null;
            sightings.add(sighting(failure, known, sightings.isEmpty() ? diagnosis() : Optional.empty()));
        }
        return sightings;
    }

    /** What became of those that were counted; empty when somebody else was faster. */
    private Optional<Map<Integer, Fate>> commit(Found found, List<Failure> together) {
        List<Sighting> sightings = sightings(found, together);
        Sighting first = sightings.getFirst();
        Optional<Incident> alike = found.under(bySymptom);
        Joining joining = diagnosis()
                .map(d -> Joining.of(first, d, byCause().flatMap(found::under), alike))
                .orElseGet(() -> new Joining.Joins(
                        alike.orElseThrow(), alike.orElseThrow().fingerprint()));
        Incident before = joining instanceof Joining.Joins joins ? joins.incident() : null;
        Incident joined = switch (joining) {
            case Joining.Joins(Incident incident, Fingerprint by) ->
                incident.again(first).refined(by);
            case Joining.Opens(Fingerprint by) ->
                Incident.open(desk.parts().ids().get(), by, first, diagnosis().orElseThrow(), past(found, first));
        };
        // of one that is over it is not known that the others belong to it
        int counted = joined.ending() == null ? sightings.size() : 1;
        Incident after = joined;
        for (Sighting more : sightings.subList(1, counted)) {
            after = after.again(more);
        }
        Incident wanted =
                desk.parts().wishes().listed(after, desk.parts().clock().instant());
        Sighting newest = sightings.subList(0, counted).stream()
                .max(Comparator.comparing(Sighting::at))
                .orElse(first);
        StormWatch.Weather weather = desk.storms().after(before, wanted, newest);
        Commit commit = together(found, together.subList(0, counted), change(found, before, wanted), weather);
        return desk.commits(commit, desk.audience().of(before, wanted, weather.notBefore()))
                ? Optional.of(recorded(together.subList(0, counted), before, wanted))
                : Optional.empty();
    }

    /** The first brings all that is new; the others are counted. */
    private Map<Integer, Fate> recorded(List<Failure> counted, @Nullable Incident before, Incident wanted) {
        Map<Integer, Fate> fates = new HashMap<>();
        for (Failure failure : counted) {
            fates.put(
                    failure.place(),
                    fates.isEmpty()
                            ? new Fate.Recorded(wanted, News.since(before, wanted), diagnosis())
                            : new Fate.Recorded(wanted, News.COUNTED, Optional.empty()));
        }
        return fates;
    }

    private Change change(Found found, @Nullable Incident before, Incident wanted) {
        Map<Fingerprint, String> under = new HashMap<>();
        keys().stream()
                .filter(f -> wanted.ending() == null || !newer(found.under(f), wanted))
                .forEach(f -> under.put(f, found.idUnder(f)));
        return new Change(before == null ? 0 : before.version(), wanted, under);
    }

    private static Commit together(Found found, List<Failure> counted, Change change, StormWatch.Weather weather) {
        Map<String, EventKey> seen = new LinkedHashMap<>();
        counted.forEach(f -> seen.merge(
                f.key().resource(),
                f.key().over(found.seenVersion(f.key())),
                (one, other) -> one.version() > other.version() ? one : other));
        List<Change> changes = new ArrayList<>(List.of(change));
        changes.addAll(weather.changes());
        return new Commit(List.copyOf(seen.values()), changes, weather.told(), weather.winds());
    }

    /** A late event of an incident that is over must not hide the one that has begun since. */
    private static boolean newer(Optional<Incident> known, Incident joined) {
        return known.filter(other -> other.openedAt().isAfter(joined.openedAt()))
                .isPresent();
    }

    /** How it ended before, newest first. */
    private List<Ending> past(Found found, Sighting first) {
        return byCause()
                .flatMap(found::under)
                .or(() -> found.under(bySymptom))
                .map(last -> Stream.concat(Stream.ofNullable(last.ending()), last.past().stream())
                        .filter(ending ->
                                Duration.between(ending.at(), first.at()).compareTo(WEEK) < 0)
                        .toList())
                .orElse(List.of());
    }
}
