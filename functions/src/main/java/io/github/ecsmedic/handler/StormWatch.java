package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.incident.Ledger.Wind;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.incident.Plight;
import io.github.ecsmedic.incident.Sighting;
import io.github.ecsmedic.incident.Storm;
import io.github.ecsmedic.incident.StormReport;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.treat.Audience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts the services that fail at once, and opens, rewrites and ends the one message that tells of them. */
final class StormWatch {
    /** A service that goes on failing is counted anew so often: between that it costs no request. */
    static final Duration REFRESH = Duration.ofMinutes(2);

    private static final int ROWS_A_COMMIT = 50;

    private final Ledger ledger;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Audience audience;

    StormWatch(Parts parts, Audience audience) {
        this.ledger = parts.ledger();
        this.clock = parts.clock();
        this.ids = parts.ids();
        this.audience = audience;
    }

    /**
     * What has to be stored with an incident.
     *
     * @param notBefore until then people are not told of the incident itself
     */
    record Weather(List<Change> changes, List<Wanted> told, List<Wind> winds, Instant notBefore) {
        static final Weather FAIR = new Weather(List.of(), List.of(), List.of(), Instant.EPOCH);
    }

    /** With one more sighting, which made {@code after} of {@code before}. */
    Weather after(@Nullable Incident before, Incident after, Sighting sighting) {
        Instant now = clock.instant();
        String scope = Fingerprint.scope(sighting.symptom().subject());
        if (!counts(before, after, sighting, scope, now)) {
            return Weather.FAIR;
        }
        String place = after.fingerprint().place();
        Storm was = ledger.storm(place);
        Storm is = was.with(scope, Plight.of(sighting.at(), after), now, Action.inFlight(ledger.actions()));
        Weather told = told(was, is, after.fingerprint(), doubled(was, is));
        Instant notBefore = told.winds().getFirst().to().tells()
                ? now.plus(Shelter.AGAIN)
                : is.brews(now) ? now.plus(Audience.TOGETHER) : Instant.EPOCH;
        return new Weather(told.changes(), told.told(), told.winds(), notBefore);
    }

    /** A service that fails now, unless it was counted a moment ago for the same incident. */
    private static boolean counts(
            @Nullable Incident before, Incident after, Sighting sighting, String scope, Instant now) {
        Optional<Member> known = before == null ? Optional.empty() : member(before, scope);
        return after.diagnosis().alert() == AlertClass.FAILURE
                && member(after, scope).filter(Member::service).isPresent()
                && Duration.between(sighting.at(), now).compareTo(Storm.WINDOW) < 0
                && known.filter(m -> turn(sighting.at()) <= turn(m.lastSeen())).isEmpty();
    }

    /** Turns do not move with the failures: one that comes back each minute is counted in each turn. */
    private static long turn(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), REFRESH.toMillis());
    }

    private static Optional<Member> member(Incident incident, String scope) {
        return incident.members().stream().filter(m -> m.scope().equals(scope)).findFirst();
    }

    /**
     * As it is now, whether or not something failed.
     *
     * @param lacking scopes of services that lack tasks: one that the storm hit counts as long as it does
     * @param watched how many services there are, when all could be listed
     * @return the storm's incident, when that has changed
     */
    Optional<Incident> look(Fingerprint there, Collection<String> lacking, OptionalInt watched) {
        Instant now = clock.instant();
        Storm was = ledger.storm(there.place());
        Set<String> unwell = new HashSet<>(lacking);
        unwell.retainAll(was.failing().keySet());
        unwell.addAll(Action.inFlight(ledger.actions()));
        Storm at = was.at(now, unwell);
        Storm is = watched.isPresent() ? at.watching(watched.getAsInt()) : at;
        Weather weather = told(was, is, there, true);
        boolean same = weather.changes().isEmpty() && is.equals(was);
        if (!same && !ledger.commit(new Commit(List.of(), weather.changes(), weather.told(), weather.winds()))) {
            return Optional.empty(); // something failed meanwhile: the next run looks again
        }
        prune(there.place(), same ? was : weather.winds().getFirst().to(), now);
        return weather.changes().stream().map(Change::to).findFirst();
    }

    /** Opens the message that it takes, or rewrites or ends the one that there is. */
    private Weather told(Storm was, Storm is, Fingerprint there, boolean rewrite) {
        if (was.tells() && !is.blows()) {
            return over(was, is, there);
        }
        if (is.wantsMessage(clock.instant())) {
            Storm told = is.toldBy(ids.get());
            Incident opened = Incident.storm(
                    told.head().incident(), clock.instant(), StormReport.of(told, there, lead(told)), hit(told));
            return new Weather(
                    List.of(new Change(0, opened, Map.of())),
                    audience.of(null, opened),
                    List.of(new Wind(there.place(), was, told)),
                    Instant.EPOCH);
        }
        Optional<Incident> before =
                is.tells() && rewrite ? ledger.incident(is.head().incident()) : Optional.empty();
        return changed(
                was,
                is,
                there,
                before,
                before.map(i -> i.blowing(StormReport.of(is, there, lead(is)), hit(is), clock.instant())));
    }

    /** A row that grows with the storm is not written for each service that it hits. */
    private static boolean doubled(Storm was, Storm is) {
        return Integer.numberOfLeadingZeros(was.failing().size())
                != Integer.numberOfLeadingZeros(is.failing().size());
    }

    private Weather over(Storm was, Storm is, Fingerprint there) {
        Optional<Incident> before = ledger.incident(was.head().incident());
        return changed(
                was,
                is,
                there,
                before,
                before.map(i -> i.blowing(StormReport.of(was, there, lead(was)), hit(was), clock.instant())
                        .calmed(clock.instant())));
    }

    private Weather changed(
            Storm was, Storm is, Fingerprint there, Optional<Incident> before, Optional<Incident> after) {
        boolean same = before.equals(after);
        return new Weather(
                same ? List.of() : List.of(new Change(before.orElseThrow().version(), after.orElseThrow(), Map.of())),
                same ? List.of() : audience.of(before.orElseThrow(), after.orElseThrow()),
                List.of(new Wind(there.place(), was, is)),
                Instant.EPOCH);
    }

    private Optional<Incident> lead(Storm storm) {
        return StormReport.lead(storm).flatMap(ledger::incident);
    }

    private static Map<String, Instant> hit(Storm storm) {
        return storm.pruned(Instant.MAX).failing().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().at()));
    }

    /** Takes away what counts no more, a transaction's worth at a time. */
    private void prune(String place, Storm is, Instant now) {
        List<String> old = is.failing().keySet().stream()
                .filter(scope -> !is.pruned(now).failing().containsKey(scope))
                .sorted()
                .toList();
        Storm from = is;
        for (int i = 0; i < old.size(); i += ROWS_A_COMMIT) {
            Map<String, Plight> left = new HashMap<>(from.failing());
            left.keySet().removeAll(old.subList(i, Math.min(old.size(), i + ROWS_A_COMMIT)));
            Storm to = new Storm(from.head(), left);
            if (!ledger.commit(new Commit(List.of(), List.of(), List.of(), List.of(new Wind(place, from, to))))) {
                return;
            }
            from = to;
        }
    }
}
