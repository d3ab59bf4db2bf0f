package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Workloads;
import io.github.ecsmedic.incident.Health;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Place;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.treat.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/** Looks at what no event tells: whether the incidents that live are over. */
final class Sweep {
    /** Services that one run looks at: a tenth as many requests. The next run begins where this one ended. */
    static final int SERVICES = 500;

    /** How far apart runs are. */
    static final Duration EVERY = Duration.ofMinutes(5);

    private static final int SERVICES_A_REQUEST = 10;

    private final Parts parts;
    private final Audience audience;

    Sweep(Parts parts, List<? extends Sink> sinks) {
        this.parts = parts;
        this.audience = new Audience(sinks, parts.clock());
    }

    /** A service that an incident hits. */
    private record Hit(Place place, String cluster, String service) implements Comparable<Hit> {
        String scope() {
            return "service/" + cluster + "/" + service;
        }

        @Override
        public int compareTo(Hit other) {
            return (place + "/" + scope()).compareTo(other.place + "/" + other.scope());
        }
    }

    /** What has changed: incidents that have become quiet or are over, and those whose services look otherwise. */
    List<Incident> observe(Duration budget) {
        return observe(budget, List.of());
    }

    /** The same, without asking again for the services that were seen. */
    List<Incident> observe(Duration budget, List<Patrol.Sight> sights) {
        List<Incident> living = parts.ledger().living();
        Instant now = parts.clock().instant();
        Map<Place, Map<String, Optional<Health>>> health = new HashMap<>();
        sights.forEach(seen ->
                health.computeIfAbsent(seen.place(), _ -> new HashMap<>()).putAll(known(seen)));
        List<Hit> open = hits(living.stream()
                .filter(i -> !i.fingerprint().storm())
                .flatMap(i ->
                        i.members().stream().map(m -> new At(i.fingerprint().where(), m)))
                .filter(at -> !health.getOrDefault(at.place(), Map.of())
                        .containsKey(at.member().scope()))
                .toList());
        look(open, now, budget)
                .forEach((place, seen) ->
                        health.computeIfAbsent(place, _ -> new HashMap<>()).putAll(seen));
        List<Incident> changed = new ArrayList<>();
        for (Incident before : living) {
            Incident after =
                    before.observed(health.getOrDefault(before.fingerprint().where(), Map.of()), now);
            // who changed it meanwhile has seen it fail: the next run looks again
            if (after.version() != before.version()
                    && commit(before, after)
                    && News.since(before, after) != News.COUNTED) {
                changed.add(after);
            }
        }
        return changed;
    }

    private static Map<String, Optional<Health>> known(Patrol.Sight seen) {
        Map<String, Optional<Health>> known = new HashMap<>();
        seen.described()
                .forEach(s -> known.put(
                        Lacking.scope(s),
                        Optional.of(s)
                                .filter(is -> !ServiceHealth.gone(is))
                                .map(is -> ServiceHealth.of(is, seen.at()))));
        return known;
    }

    private boolean commit(Incident before, Incident after) {
        Change change = new Change(before.version(), after, Map.of());
        return parts.ledger().commit(new Commit(List.of(), List.of(change), audience.of(before, after)));
    }

    private record At(Place place, Member member) {}

    /** At most {@link #SERVICES}, another part of them each time. */
    private List<Hit> hits(List<At> members) {
        TreeSet<Hit> all = new TreeSet<>();
        members.stream().filter(at -> at.member().service()).forEach(at -> {
            String[] names = at.member().scope().split("/", -1);
            all.add(new Hit(at.place(), names[1], names[2]));
        });
        return Census.turn(List.copyOf(all), SERVICES, parts.clock().instant().toEpochMilli() / EVERY.toMillis());
    }

    /** By place and scope; an account that does not answer keeps no other waiting. */
    private Map<Place, Map<String, Optional<Health>>> look(Collection<Hit> hits, Instant now, Duration budget) {
        SortedMap<String, List<Hit>> places = new TreeMap<>();
        hits.forEach(hit -> places.computeIfAbsent(hit.place().toString(), _ -> new ArrayList<>())
                .add(hit));
        List<List<Hit>> groups = List.copyOf(places.values());
        List<Callable<Map<String, Optional<Health>>>> pieces = groups.stream()
                .<Callable<Map<String, Optional<Health>>>>map(group -> () -> seen(group, now, budget))
                .toList();
        List<Future<Map<String, Optional<Health>>>> ends = parts.sideBySide().run(pieces, budget);
        Map<Place, Map<String, Optional<Health>>> health = new HashMap<>();
        for (int i = 0; i < ends.size(); i++) {
            if (ends.get(i).state() == Future.State.SUCCESS) {
                health.put(groups.get(i).getFirst().place(), ends.get(i).resultNow());
            }
        }
        return health;
    }

    /** Of services of one place. */
    private Map<String, Optional<Health>> seen(List<Hit> hits, Instant now, Duration budget) {
        SortedMap<String, List<Hit>> clusters = new TreeMap<>();
        hits.forEach(hit ->
                clusters.computeIfAbsent(hit.cluster(), _ -> new ArrayList<>()).add(hit));
        Account account = parts.accounts().open(hits.getFirst().place(), budget);
        Map<String, Optional<Health>> seen = new HashMap<>();
        clusters.forEach((cluster, services) -> look(account.workloads(), cluster, services, now, seen));
        return seen;
    }

    /** A request that brought no answer leaves its services out. */
    private static void look(
            Workloads workloads, String cluster, List<Hit> hits, Instant now, Map<String, Optional<Health>> seen) {
        List<Answer<List<Service>>> answers =
                workloads.services(cluster, hits.stream().map(Hit::service).toList());
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof Answer.Known<List<Service>>(List<Service> found, String _)) {
                int from = i * SERVICES_A_REQUEST;
                for (Hit hit : hits.subList(from, Math.min(hits.size(), from + SERVICES_A_REQUEST))) {
                    Optional<Service> service = found.stream()
                            .filter(s -> s.name().equals(hit.service()))
                            .findFirst();
                    Answer<Optional<Service>> sure = service.isPresent()
                            ? new Answer.Known<>(service, "")
                            : workloads.service(cluster, hit.service());
                    if (sure instanceof Answer.Known<Optional<Service>>(Optional<Service> is, String _)) {
                        seen.put(
                                hit.scope(),
                                is.filter(s -> !ServiceHealth.gone(s)).map(s -> ServiceHealth.of(s, now)));
                    }
                }
            }
        }
    }
}
