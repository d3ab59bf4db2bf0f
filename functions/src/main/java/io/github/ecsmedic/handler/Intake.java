package io.github.ecsmedic.handler;

import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Joining;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Found;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Sighting;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Place;
import io.github.ecsmedic.model.Symptom;
import io.github.ecsmedic.notify.KeptDiagnosis;
import io.github.ecsmedic.notify.Redaction;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.treat.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes an event to the ledger: once, into the incident to which it belongs, together with what has to be told of it. */
final class Intake {
    /** A failure like one that was explained so lately is counted without being diagnosed once more. */
    static final Duration EXPLAINED = Duration.ofMinutes(10);

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int ATTEMPTS = 20;

    private final Parts parts;
    private final Audience audience;
    private final NextRun nextRun;
    private final StormWatch storms;
    private final Lock meeting;

    Intake(Parts parts, List<? extends Sink> sinks) {
        this.parts = parts;
        this.audience = new Audience(sinks, parts.clock());
        this.nextRun = new NextRun(parts.ledger(), audience);
        this.meeting = parts.sideBySide().lock();
        this.storms = new StormWatch(parts, audience);
    }

    /**
     * What becomes of the event.
     *
     * @param first whether it was not worked on before: then it is told even if the ledger cannot be reached
     */
    Fate of(EcsEvent event, Duration budget, boolean first) {
        Optional<Symptom> shown = parts.engine().symptom(event);
        if (shown.isEmpty()) {
            return quiet(diagnosed(event, budget));
        }
        Symptom symptom = keepable(shown.get());
        if (NextRun.endedWell(event)) {
            try {
                List<Incident> ended = nextRun.ends(symptom.subject(), event);
                if (!ended.isEmpty()) {
                    return new Fate.Recorded(ended.getFirst(), News.RESOLVED, Optional.empty());
                }
            } catch (LedgerException e) {
                return unreachable(e);
            }
        }
        return symptom.alert() == AlertClass.BENIGN
                ? quiet(diagnosed(event, budget))
                : new One(event, symptom, budget).fate(first);
    }

    /** Its words become the incident's fingerprint. */
    private static Symptom keepable(Symptom shown) {
        return new Symptom(
                shown.subject(),
                shown.label(),
                shown.alert(),
                shown.named().stream().map(Redaction::text).toList());
    }

    private Outcome diagnosed(EcsEvent event, Duration budget) {
        return parts.engine()
                .diagnose(event, parts.accounts().open(new Place(event.account(), event.region()), budget));
    }

    private static Fate quiet(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ignored(String why) -> new Fate.Ignored(why);
            case Outcome.Diagnosed(Diagnosis diagnosis) -> new Fate.Quiet(diagnosis);
        };
    }

    private static Fate unreachable(LedgerException e) {
        return new Fate.Returned("ledger: " + e.getMessage());
    }

    /** One event on its way. */
    private final class One {
        private final EcsEvent event;
        private final Symptom symptom;
        private final Duration budget;
        private final EventKey key;
        private final Instant at;
        private @Nullable Outcome outcome;
        private @Nullable Diagnosis kept;

        One(EcsEvent event, Symptom symptom, Duration budget) {
            this.event = event;
            this.symptom = symptom;
            this.budget = budget;
            this.key = EventKeys.key(event);
            Instant happened = EventKeys.at(event);
            this.at = happened == null ? parts.clock().instant() : happened;
        }

        Fate fate(boolean first) {
            try {
                return recorded();
            } catch (LedgerException e) {
                return first && !e.newer() ? unrecorded(e) : unreachable(e);
            }
        }

        /**
         * Others may write to the same incident at the same time: then it is read and joined anew. Those of this process
         * that meet wait for each other.
         */
        private Fate recorded() {
            Optional<Fate> done = once();
            for (int attempt = 1; done.isEmpty() && attempt < ATTEMPTS; attempt++) {
                meeting.lock();
                try {
                    done = once();
                } finally {
                    meeting.unlock();
                }
            }
            return done.orElseGet(
                    () -> new Fate.Returned("the incident was changed by others " + ATTEMPTS + " times meanwhile"));
        }

        /** Empty when somebody else was faster. */
        private Optional<Fate> once() {
            Fingerprint bySymptom = Fingerprint.ofSymptom(symptom);
            Found found = parts.ledger().find(key, keys(bySymptom));
            if (key.oldBeside(found.seenVersion())) {
                return Optional.of(new Fate.Ignored("seen before"));
            }
            if (outcome == null && !explained(found.under(bySymptom))) {
                outcome = diagnosed(event, budget);
                if (nothing()) {
                    return Optional.of(quiet(outcome));
                }
                found = parts.ledger().find(key, keys(bySymptom));
            }
            return commit(found, bySymptom);
        }

        private Fate unrecorded(LedgerException e) {
            Outcome known = outcome == null ? diagnosed(event, budget) : outcome;
            outcome = known;
            if (nothing()) {
                return quiet(known);
            }
            Diagnosis diagnosis = diagnosis().orElseThrow();
            return new Fate.Unrecorded(
                    Incident.open(
                            parts.ids().get(),
                            byCause().orElseGet(() -> Fingerprint.ofSymptom(symptom)),
                            new Sighting(key, at, EventKeys.createdAt(event), symptom, false, diagnosis()),
                            diagnosis,
                            List.of()),
                    "ledger: " + e.getMessage());
        }

        /** All by which the incident may be found. */
        private List<Fingerprint> keys(Fingerprint bySymptom) {
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
                kept = KeptDiagnosis.of(diagnosis, parts.logLines());
            }
            return Optional.ofNullable(kept);
        }

        private Optional<Fingerprint> byCause() {
            return diagnosis().flatMap(Fingerprint::ofCause);
        }

        private boolean explained(Optional<Incident> alike) {
            return alike.filter(i -> i.ending() == null)
                    .filter(i -> Fingerprint.ofCause(i.diagnosis()).isPresent())
                    .map(i -> i.diagnosis().failedAt())
                    .filter(last -> Duration.between(last, at).compareTo(EXPLAINED) < 0)
                    .isPresent();
        }

        private Optional<Fate> commit(Found found, Fingerprint bySymptom) {
            Sighting sighting =
                    new Sighting(key, at, EventKeys.createdAt(event), symptom, found.seenVersion() > 0, diagnosis());
            Optional<Incident> alike = found.under(bySymptom);
            Joining joining = diagnosis()
                    .map(d -> Joining.of(sighting, d, byCause().flatMap(found::under), alike))
                    .orElseGet(() -> new Joining.Joins(
                            alike.orElseThrow(), alike.orElseThrow().fingerprint()));
            Incident before = joining instanceof Joining.Joins joins ? joins.incident() : null;
            Incident after = switch (joining) {
                case Joining.Joins(Incident incident, Fingerprint by) ->
                    incident.again(sighting).refined(by);
                case Joining.Opens(Fingerprint by) ->
                    Incident.open(parts.ids().get(), by, sighting, diagnosis().orElseThrow(), past(found));
            };
            Incident wanted = parts.wishes().listed(after, parts.clock().instant());
            Map<Fingerprint, String> under = new HashMap<>();
            keys(bySymptom).stream()
                    .filter(f -> after.ending() == null || !newer(found.under(f), after))
                    .forEach(f -> under.put(f, found.idUnder(f)));
            Change change = new Change(before == null ? 0 : before.version(), wanted, under);
            StormWatch.Weather weather = storms.after(before, wanted, sighting);
            return parts.ledger()
                            .commit(together(found, change, audience.of(before, wanted, weather.notBefore()), weather))
                    ? Optional.of(new Fate.Recorded(wanted, News.since(before, wanted), diagnosis()))
                    : Optional.empty();
        }

        private Commit together(Found found, Change change, List<Wanted> wanted, StormWatch.Weather weather) {
            List<Change> changes = new ArrayList<>(List.of(change));
            changes.addAll(weather.changes());
            List<Wanted> told = new ArrayList<>(wanted);
            told.addAll(weather.told());
            return new Commit(List.of(key.over(found.seenVersion())), changes, told, weather.winds());
        }

        /** A late event of an incident that is over must not hide the one that has begun since. */
        private static boolean newer(Optional<Incident> known, Incident joined) {
            return known.filter(other -> other.openedAt().isAfter(joined.openedAt()))
                    .isPresent();
        }

        /** How it ended before, newest first. */
        private List<Ending> past(Found found) {
            return byCause()
                    .flatMap(found::under)
                    .or(() -> found.under(Fingerprint.ofSymptom(symptom)))
                    .map(last -> Stream.concat(Stream.ofNullable(last.ending()), last.past().stream())
                            .filter(ending -> Duration.between(ending.at(), at).compareTo(WEEK) < 0)
                            .toList())
                    .orElse(List.of());
        }
    }
}
