package io.github.ecsmedic.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A ledger that knows of this process alone, held to the same contract as the table. */
public final class MemoryLedger implements Ledger {
    private record At(String incident, String sink) {}

    private record Lease(String owner, Instant until) {}

    private final Map<String, Long> events = new HashMap<>();
    private final Map<String, Incident> incidents = new TreeMap<>();
    private final Map<Fingerprint, String> newest = new HashMap<>();
    private final Map<At, Telling> tellings = new HashMap<>();
    private final Map<At, Lease> leases = new HashMap<>();
    private final Map<At, Instant> since = new HashMap<>();
    private final Map<String, Instant> firstTold = new HashMap<>();
    private final Map<String, Storm> storms = new HashMap<>();
    private final Map<String, Lease> holds = new HashMap<>();
    private final Map<String, Action> actions = new TreeMap<>();
    private final Map<String, List<AuditRecord>> audit = new TreeMap<>();
    private final Map<String, Long> copied = new HashMap<>();

    @Override
    public synchronized Found find(Collection<EventKey> asked, Collection<Fingerprint> fingerprints) {
        Map<Fingerprint, Incident> found = new HashMap<>();
        fingerprints.forEach(f ->
                Optional.ofNullable(newest.get(f)).map(incidents::get).ifPresent(incident -> found.put(f, incident)));
        Map<Fingerprint, String> ids = new HashMap<>(newest);
        ids.keySet().retainAll(fingerprints);
        Map<String, Long> seen = new HashMap<>(events);
        seen.keySet().retainAll(asked.stream().map(EventKey::resource).toList());
        return new Found(seen, found, ids);
    }

    @Override
    public synchronized Optional<Incident> incident(String id) {
        return Optional.ofNullable(incidents.get(id));
    }

    /** Those that are over. */
    synchronized List<Incident> ended() {
        return incidents.values().stream().filter(i -> i.ending() != null).toList();
    }

    /** When a sink first took a message about it. */
    synchronized Optional<Instant> firstTold(String incident) {
        return Optional.ofNullable(firstTold.get(incident));
    }

    @Override
    public synchronized List<Incident> living() {
        return incidents.values().stream()
                .filter(i -> i.state() != Incident.State.RESOLVED)
                .sorted(Comparator.comparing(Incident::openedAt).thenComparing(Incident::id))
                .toList();
    }

    @Override
    public synchronized Storm storm(String place) {
        return storms.getOrDefault(place, Storm.NONE);
    }

    private boolean holds(Wind wind) {
        Storm stored = storm(wind.place());
        boolean current = wind.from().failing().entrySet().stream()
                .filter(e -> !wind.to().failing().containsKey(e.getKey()))
                .allMatch(e -> Optional.ofNullable(stored.failing().get(e.getKey()))
                        .filter(plight -> plight.at().equals(e.getValue().at()))
                        .isPresent());
        return current
                && (wind.to().head().equals(wind.from().head())
                        || stored.head().version() == wind.from().head().version());
    }

    private void blow(Wind wind) {
        Storm stored = storm(wind.place());
        Map<String, Plight> failing = new HashMap<>(stored.failing());
        wind.to().failing().forEach((scope, plight) -> {
            if (!plight.equals(wind.from().failing().get(scope))) {
                failing.put(scope, plight);
            }
        });
        wind.from().failing().keySet().stream()
                .filter(scope -> !wind.to().failing().containsKey(scope))
                .forEach(failing::remove);
        boolean decided = !wind.to().head().equals(wind.from().head());
        storms.put(wind.place(), new Storm(decided ? wind.to().head() : stored.head(), failing));
    }

    @Override
    public synchronized boolean commit(Commit commit) {
        boolean events = commit.seen().stream().allMatch(this::follows);
        boolean changes = commit.changes().stream().allMatch(this::holds);
        boolean wanted = commit.told().stream()
                .allMatch(w -> w.version()
                        > Optional.ofNullable(tellings.get(new At(w.incident(), w.sink())))
                                .map(Telling::wanted)
                                .orElse(0L));
        boolean held = commit.deed().held().stream()
                .allMatch(h -> Optional.ofNullable(holds.get(h.name()))
                        .filter(lease -> lease.owner().equals(h.owner()))
                        .isPresent());
        boolean audited = commit.deed().audit().stream().allMatch(this::follows);
        if (!audited
                || !events
                || !changes
                || !wanted
                || !held
                || !commit.winds().stream().allMatch(this::holds)) {
            return false;
        }
        commit.deed().audit().ifPresent(this::keep);
        commit.deed().actions().forEach(action -> actions.put(action.id(), action));
        commit.seen().forEach(e -> this.events.put(e.resource(), e.version()));
        commit.changes().forEach(change -> {
            incidents.put(change.to().id(), change.to());
            change.under().keySet().forEach(f -> newest.put(f, change.to().id()));
        });
        commit.told().forEach(this::want);
        commit.winds().forEach(this::blow);
        return true;
    }

    private boolean follows(EventKey event) {
        long stored = events.getOrDefault(event.resource(), 0L);
        return event.over() == EventKey.ANY_OLDER ? event.version() > stored : event.over() == stored;
    }

    private boolean holds(Change change) {
        return change.from() == version(change.to().id())
                && change.under().entrySet().stream()
                        .allMatch(e -> e.getValue().equals(change.to().id())
                                || e.getValue().equals(newest.getOrDefault(e.getKey(), "")));
    }

    private void want(Wanted w) {
        At at = new At(w.incident(), w.sink());
        Telling old = tellings.getOrDefault(
                at, new Telling(w.incident(), w.sink(), 0, Telling.Told.NOTHING, 0, w.notBefore()));
        since.putIfAbsent(at, w.notBefore());
        tellings.put(
                at,
                new Telling(
                        w.incident(),
                        w.sink(),
                        w.version(),
                        old.told(),
                        old.attempts(),
                        old.done() ? w.notBefore() : old.nextAttempt(),
                        old.fault()));
    }

    @Override
    public synchronized List<Telling> due(Instant now, int limit) {
        List<Telling> due = new ArrayList<>(tellings.values());
        due.removeIf(t -> t.done() || t.nextAttempt().isAfter(now) || leased(new At(t.incident(), t.sink()), now));
        due.sort(Comparator.comparing(Telling::nextAttempt).thenComparing(Telling::incident));
        return due.subList(0, Math.min(limit, due.size()));
    }

    @Override
    public synchronized Optional<Telling> telling(String incident, String sink) {
        return Optional.ofNullable(tellings.get(new At(incident, sink)));
    }

    @Override
    public synchronized Optional<Telling> take(Telling telling, String owner, Instant now, Instant until) {
        At at = new At(telling.incident(), telling.sink());
        Optional<Telling> mine = Optional.ofNullable(tellings.get(at))
                .filter(t -> !leased(at, now) && !t.done() && !t.nextAttempt().isAfter(now));
        mine.ifPresent(_ -> leases.put(at, new Lease(owner, until)));
        return mine;
    }

    @Override
    public synchronized boolean settle(Telling settled, String owner) {
        At at = new At(settled.incident(), settled.sink());
        Lease lease = leases.get(at);
        Telling stored = tellings.get(at);
        if (lease == null || stored == null || !lease.owner().equals(owner)) {
            return false;
        }
        leases.put(at, new Lease(owner, Instant.EPOCH));
        Telling now = new Telling(
                settled.incident(),
                settled.sink(),
                stored.wanted(),
                settled.told(),
                settled.attempts(),
                settled.nextAttempt(),
                settled.fault());
        tellings.put(at, now);
        if (now.told().at().isAfter(Instant.EPOCH)) {
            firstTold.merge(at.incident(), now.told().at(), (a, b) -> a.isBefore(b) ? a : b);
        }
        if (now.done()) {
            since.remove(at);
        } else if (now.attempts() == 0) {
            Instant told = now.told().at();
            since.put(at, now.nextAttempt().isAfter(told) ? now.nextAttempt() : told);
        }
        return true;
    }

    @Override
    public synchronized boolean hold(String name, String owner, Instant now, Instant until) {
        Lease lease = holds.get(name);
        boolean free =
                lease == null || lease.owner().equals(owner) || !lease.until().isAfter(now);
        if (free) {
            holds.put(name, new Lease(owner, until));
        }
        return free;
    }

    @Override
    public synchronized void release(String name, String owner) {
        holds.computeIfPresent(name, (_, lease) -> lease.owner().equals(owner) ? null : lease);
    }

    @Override
    public synchronized List<Action> actions() {
        return actions.values().stream()
                .sorted(Comparator.comparing(Action::at).reversed().thenComparing(Action::id))
                .toList();
    }

    private boolean follows(AuditRecord record) {
        AuditHead head = auditHead(record.place());
        return record.sequence() == head.sequence() + 1 && record.previous().equals(head.hash());
    }

    private void keep(AuditRecord record) {
        audit.computeIfAbsent(record.place(), _ -> new ArrayList<>()).addFirst(record);
    }

    @Override
    public synchronized List<AuditHead> auditHeads() {
        return audit.entrySet().stream()
                .map(e -> new AuditHead(
                        e.getKey(),
                        e.getValue().getFirst().sequence(),
                        e.getValue().getFirst().hash(),
                        copied.getOrDefault(e.getKey(), 0L)))
                .toList();
    }

    @Override
    public synchronized List<AuditRecord> audit(String place, int limit) {
        return audit.getOrDefault(place, List.of()).stream().limit(limit).toList();
    }

    @Override
    public synchronized void copied(String place, long sequence) {
        copied.merge(place, sequence, Math::max);
    }

    @Override
    public synchronized Optional<Instant> waitingSince() {
        return since.values().stream().min(Comparator.naturalOrder());
    }

    private boolean leased(At at, Instant now) {
        Lease lease = leases.get(at);
        return lease != null && lease.until().isAfter(now);
    }

    private long version(String id) {
        return Optional.ofNullable(incidents.get(id)).map(Incident::version).orElse(0L);
    }
}
