package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.CallFailed;
import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.aws.Table.Condition;
import io.github.ecsmedic.aws.Table.Row;
import io.github.ecsmedic.aws.Table.Write;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.AuditHead;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.Storm;
import io.github.ecsmedic.incident.Telling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The ledger in a table of DynamoDB. */
public final class TableLedger implements Ledger {
    /** Longer than EventBridge or the queue may hold an event back. */
    private static final Duration KEEP_EVENTS = Duration.ofDays(15);

    private static final Duration KEEP_INCIDENTS = Duration.ofDays(90);

    /** Longer than an incident that is over: what is found by it is found as long as it is there. */
    private static final Duration KEEP_KEYS = Duration.ofDays(400);

    private static final Duration KEEP_ACTIONS = Duration.ofDays(90);

    private static final int SETTLING = 8;

    private static final int GUESSES = 1_000;

    private final FormedTable table;
    private final Clock clock;

    /** What this process found last: a guess that saves a request while it holds, and says nothing. */
    private final Map<Fingerprint, String> lately = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Fingerprint, String> eldest) {
            return size() > GUESSES;
        }
    });

    public TableLedger(Table table, Clock clock) {
        this(table, clock, Forms.NOW);
    }

    public TableLedger(Table table, Clock clock, Forms forms) {
        this.table = new FormedTable(table, forms);
        this.clock = clock;
    }

    /** One request for what is found again where it was, two for anything else. */
    @Override
    public Found find(Collection<EventKey> events, Collection<Fingerprint> fingerprints) {
        return asked(() -> {
            List<Table.Key> keys =
                    new ArrayList<>(events.stream().map(Rows::event).toList());
            fingerprints.forEach(f -> keys.add(Rows.under(f)));
            Map<Table.Key, Row> rows = table.get(keys, guessed(fingerprints));
            Map<Fingerprint, String> ids = new HashMap<>();
            fingerprints.forEach(f ->
                    Optional.ofNullable(rows.get(Rows.under(f))).ifPresent(row -> ids.put(f, row.text(Rows.INCIDENT))));
            lately.putAll(ids);
            Map<Table.Key, Row> bodies = new HashMap<>(rows);
            bodies.putAll(table.get(ids.values().stream()
                    .map(Rows::incident)
                    .filter(key -> !rows.containsKey(key))
                    .toList()));
            Map<Fingerprint, Incident> incidents = new HashMap<>();
            ids.forEach((f, id) -> Optional.ofNullable(bodies.get(Rows.incident(id)))
                    .ifPresent(row -> incidents.put(f, IncidentRecord.read(row.text(Rows.BODY)))));
            Map<String, Long> seen = new HashMap<>();
            events.forEach(event -> Optional.ofNullable(rows.get(Rows.event(event)))
                    .ifPresent(row -> seen.put(event.resource(), row.number(Rows.VERSION))));
            return new Found(seen, incidents, ids);
        });
    }

    private List<Table.Key> guessed(Collection<Fingerprint> fingerprints) {
        return fingerprints.stream()
                .flatMap(f -> Optional.ofNullable(lately.get(f)).stream())
                .distinct()
                .map(Rows::incident)
                .toList();
    }

    @Override
    public Optional<Incident> incident(String id) {
        return asked(() -> table.get(Rows.incident(id)).map(row -> IncidentRecord.read(row.text(Rows.BODY))));
    }

    @Override
    public List<Incident> living() {
        return asked(() -> {
            List<Table.Key> keys = table.readable(Rows.LIVING).stream()
                    .map(row -> Rows.incident(row.key().sk()))
                    .toList();
            List<Incident> living = Rows.incidents(table, keys);
            living.sort(Comparator.comparing(Incident::openedAt).thenComparing(Incident::id));
            return living;
        });
    }

    @Override
    public Storm storm(String place) {
        return asked(() -> StormRows.read(table.partition(StormRows.partition(place))));
    }

    @Override
    public boolean commit(Commit commit) {
        List<Write> writes = new ArrayList<>();
        commit.seen()
                .forEach(event -> writes.add(new Write.Set(
                        new Row(
                                Rows.event(event),
                                Map.of(Rows.VERSION, event.version(), Rows.EXPIRES, expires(KEEP_EVENTS))),
                        over(event))));
        commit.changes().forEach(change -> writes.addAll(writes(change)));
        commit.told().forEach(wanted -> writes.addAll(writes(wanted)));
        commit.winds().forEach(wind -> writes.addAll(StormRows.writes(wind, clock.instant())));
        commit.deed()
                .actions()
                .forEach(action -> writes.add(new Write.Put(
                        new Row(
                                Rows.action(action.id()),
                                Map.of(
                                        Rows.BODY, ActionRecord.of(action),
                                        Rows.EXPIRES, expires(KEEP_ACTIONS))),
                        Condition.NONE)));
        commit.deed()
                .held()
                .ifPresent(held -> writes.add(new Write.Set(
                        new Row(Rows.lease(held.name()), Map.of(Rows.OWNER, held.owner())),
                        Condition.is(Rows.OWNER, held.owner()))));
        commit.deed().audit().ifPresent(record -> writes.addAll(AuditRows.writes(record)));
        boolean done = asked(() -> table.write(writes));
        if (done) {
            commit.changes()
                    .forEach(change -> change.under()
                            .keySet()
                            .forEach(f -> lately.put(f, change.to().id())));
        }
        return done;
    }

    private static Condition over(EventKey event) {
        return event.over() == EventKey.ANY_OLDER
                ? Condition.below(Rows.VERSION, event.version())
                : event.over() == 0 ? Condition.ABSENT : Condition.is(Rows.VERSION, event.over());
    }

    @Override
    public List<Telling> due(Instant now, int limit) {
        return asked(() -> {
            Map<Table.Key, Instant> due = new LinkedHashMap<>();
            table.readable(Rows.DUE).stream()
                    .filter(row -> row.number(Rows.NEXT) <= now.toEpochMilli())
                    .sorted(Comparator.comparingLong(row -> row.number(Rows.NEXT)))
                    .limit(Math.min(limit, Table.KEYS_A_READ))
                    .forEach(row -> due.put(Rows.telling(row.text(Rows.INCIDENT), row.text(Rows.SINK)), next(row)));
            Map<Table.Key, Row> rows = table.readable(due.keySet());
            List<Telling> tellings = new ArrayList<>();
            due.forEach((key, next) -> Optional.ofNullable(rows.get(key))
                    .filter(row -> row.number(Rows.UNTIL) <= now.toEpochMilli())
                    .map(row -> Rows.telling(row, next))
                    .filter(telling -> !telling.done())
                    .ifPresent(tellings::add));
            return tellings;
        });
    }

    @Override
    public Optional<Telling> telling(String incident, String sink) {
        Table.Key key = Rows.telling(incident, sink);
        Table.Key due = Rows.due(incident, sink);
        return asked(() -> {
            Map<Table.Key, Row> rows = table.get(List.of(key, due));
            Instant next =
                    Optional.ofNullable(rows.get(due)).map(TableLedger::next).orElse(Instant.EPOCH);
            return Optional.ofNullable(rows.get(key)).map(row -> Rows.telling(row, next));
        });
    }

    @Override
    public Optional<Telling> take(Telling telling, String owner, Instant now, Instant until) {
        Table.Key key = Rows.telling(telling.incident(), telling.sink());
        Table.Key due = Rows.due(telling.incident(), telling.sink());
        return asked(() -> {
            boolean mine = table.write(List.of(new Write.Set(
                    new Row(key, Map.of(Rows.OWNER, owner, Rows.UNTIL, until.toEpochMilli())),
                    Condition.below(Rows.UNTIL, now.toEpochMilli() + 1))));
            if (!mine) {
                return Optional.empty();
            }
            Map<Table.Key, Row> rows = table.get(List.of(key, due));
            Optional<Telling> taken = Optional.ofNullable(rows.get(due))
                    .map(TableLedger::next)
                    .filter(next -> !next.isAfter(now))
                    .flatMap(next -> Optional.ofNullable(rows.get(key)).map(row -> Rows.telling(row, next)))
                    .filter(t -> !t.done());
            if (taken.isEmpty()) {
                table.write(List.of(
                        new Write.Set(new Row(key, Map.of(Rows.UNTIL, 0L)), Condition.is(Rows.OWNER, owner))));
            }
            return taken;
        });
    }

    /** What is wanted may rise meanwhile: whether the message is done is decided with what is wanted then. */
    @Override
    public boolean settle(Telling settled, String owner) {
        Table.Key key = Rows.telling(settled.incident(), settled.sink());
        Map<String, Object> values = new HashMap<>(Rows.values(settled));
        values.put(Rows.UNTIL, 0L);
        return asked(() -> {
            for (int attempt = 0; attempt < SETTLING; attempt++) {
                Optional<Row> now =
                        table.get(key).filter(row -> row.text(Rows.OWNER).equals(owner));
                if (now.isEmpty()) {
                    return false;
                }
                long wanted = now.get().number(Rows.WANTED);
                if (now.get().number(Rows.TOLD_AT) == 0 && settled.told().at().isAfter(Instant.EPOCH)) {
                    values.put(Rows.FIRST_TOLD_AT, settled.told().at().toEpochMilli());
                }
                Condition unchanged = Condition.is(Rows.OWNER, owner).and(Condition.is(Rows.WANTED, wanted));
                if (table.write(List.of(
                        new Write.Set(new Row(key, values), unchanged),
                        settled.told().version() >= wanted
                                ? new Write.Delete(Rows.due(settled.incident(), settled.sink()))
                                : again(settled)))) {
                    return true;
                }
            }
            throw new LedgerException("the message about " + settled.incident() + " to " + settled.sink()
                    + " was changed by others " + SETTLING + " times");
        });
    }

    @Override
    public boolean hold(String name, String owner, Instant now, Instant until) {
        return asked(() -> table.write(List.of(new Write.Set(
                new Row(Rows.lease(name), Map.of(Rows.OWNER, owner, Rows.UNTIL, until.toEpochMilli())),
                Condition.below(Rows.UNTIL, now.toEpochMilli() + 1).or(Condition.is(Rows.OWNER, owner))))));
    }

    @Override
    public void release(String name, String owner) {
        asked(() -> table.write(List.of(new Write.Set(
                new Row(Rows.lease(name), Map.of(Rows.OWNER, "", Rows.UNTIL, 0L)), Condition.is(Rows.OWNER, owner)))));
    }

    /** Rows that DynamoDB has not deleted yet do not count any more. */
    @Override
    public List<Action> actions() {
        Instant oldest = clock.instant().minus(KEEP_ACTIONS);
        return asked(() -> table.partition(Rows.ACTION).stream()
                .map(row -> ActionRecord.read(row.key().sk(), row.text(Rows.BODY)))
                .filter(action -> !action.at().isBefore(oldest))
                .sorted(Comparator.comparing(Action::at).reversed().thenComparing(Action::id))
                .toList());
    }

    @Override
    public List<AuditHead> auditHeads() {
        return asked(() -> AuditRows.heads(table));
    }

    @Override
    public List<AuditRecord> audit(String place, int limit) {
        return asked(() -> AuditRows.last(table, place, limit));
    }

    @Override
    public void copied(String place, long sequence) {
        asked(() -> table.write(List.of(AuditRows.copied(place, sequence))));
    }

    @Override
    public Optional<Instant> waitingSince() {
        return asked(() -> table.readable(Rows.DUE).stream()
                .map(row -> Instant.ofEpochMilli(row.number(Rows.SINCE)))
                .min(Comparator.naturalOrder()));
    }

    /**
     * A sink that refused it keeps it waiting; one that took it has to be told what has come since; what was put off
     * waits for nobody until then.
     */
    private static Write again(Telling settled) {
        Map<String, Object> due =
                new HashMap<>(Map.of(Rows.NEXT, settled.nextAttempt().toEpochMilli()));
        if (settled.attempts() == 0) {
            due.put(
                    Rows.SINCE,
                    Math.max(
                            settled.told().at().toEpochMilli(),
                            settled.nextAttempt().toEpochMilli()));
        }
        return new Write.Set(new Row(Rows.due(settled.incident(), settled.sink()), due), Condition.NONE);
    }

    private static Instant next(Row due) {
        return Instant.ofEpochMilli(due.number(Rows.NEXT));
    }

    private List<Write> writes(Change change) {
        Incident to = change.to();
        boolean over = to.state() == Incident.State.RESOLVED;
        Map<String, Object> body = new HashMap<>(Map.of(Rows.VERSION, to.version(), Rows.BODY, IncidentRecord.of(to)));
        if (over) {
            body.put(Rows.EXPIRES, expires(KEEP_INCIDENTS));
        }
        List<Write> writes = new ArrayList<>();
        writes.add(new Write.Put(
                new Row(Rows.incident(to.id()), body),
                change.from() == 0 ? Condition.ABSENT : Condition.is(Rows.VERSION, change.from())));
        change.under().forEach((f, found) -> {
            if (!found.equals(to.id())) {
                writes.add(new Write.Put(
                        new Row(Rows.under(f), Map.of(Rows.INCIDENT, to.id(), Rows.EXPIRES, expires(KEEP_KEYS))),
                        found.isEmpty() ? Condition.ABSENT : Condition.is(Rows.INCIDENT, found)));
            }
        });
        Ending ending = to.ending();
        if (ending != null) {
            writes.add(new Write.Put(
                    new Row(TableArchive.ended(ending, to.id()), Map.of(Rows.EXPIRES, expires(KEEP_INCIDENTS))),
                    Condition.NONE));
        }
        if (over) {
            writes.add(new Write.Delete(Rows.living(to.id())));
        } else if (change.from() == 0) {
            writes.add(new Write.Put(new Row(Rows.living(to.id()), Map.of()), Condition.NONE));
        }
        return writes;
    }

    private List<Write> writes(Wanted wanted) {
        long at = wanted.notBefore().toEpochMilli();
        Map<String, Object> telling = Map.of(
                Rows.INCIDENT,
                wanted.incident(),
                Rows.SINK,
                wanted.sink(),
                Rows.WANTED,
                wanted.version(),
                Rows.EXPIRES,
                expires(KEEP_KEYS));
        Map<String, Object> due =
                Map.of(Rows.INCIDENT, wanted.incident(), Rows.SINK, wanted.sink(), Rows.NEXT, at, Rows.SINCE, at);
        return List.of(
                new Write.Set(
                        new Row(Rows.telling(wanted.incident(), wanted.sink()), telling),
                        Condition.below(Rows.WANTED, wanted.version())),
                new Write.Begin(new Row(Rows.due(wanted.incident(), wanted.sink()), due)));
    }

    private long expires(Duration after) {
        return clock.instant().plus(after).getEpochSecond();
    }

    static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (CallFailed e) {
            throw new LedgerException(String.valueOf(e.getMessage()));
        }
    }
}
