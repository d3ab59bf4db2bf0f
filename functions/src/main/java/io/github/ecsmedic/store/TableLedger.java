package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.CallFailed;
import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.aws.Table.Condition;
import io.github.ecsmedic.aws.Table.Row;
import io.github.ecsmedic.aws.Table.Write;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.Telling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The ledger in a table of DynamoDB. */
public final class TableLedger implements Ledger {
    /** Longer than EventBridge or the queue may hold an event back. */
    private static final Duration KEEP_EVENTS = Duration.ofDays(15);

    private static final Duration KEEP_INCIDENTS = Duration.ofDays(90);

    private final Table table;
    private final Clock clock;

    public TableLedger(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Found find(EventKey event, Collection<Fingerprint> fingerprints) {
        return asked(() -> {
            List<Table.Key> keys = new ArrayList<>();
            keys.add(Rows.event(event));
            fingerprints.forEach(f -> keys.add(Rows.under(f)));
            Map<Table.Key, Row> rows = table.get(keys);
            Map<Fingerprint, String> ids = new HashMap<>();
            fingerprints.forEach(f ->
                    Optional.ofNullable(rows.get(Rows.under(f))).ifPresent(row -> ids.put(f, row.text(Rows.INCIDENT))));
            Map<Table.Key, Row> bodies =
                    table.get(ids.values().stream().map(Rows::incident).toList());
            Map<Fingerprint, Incident> incidents = new HashMap<>();
            ids.forEach((f, id) -> Optional.ofNullable(bodies.get(Rows.incident(id)))
                    .ifPresent(row -> incidents.put(f, IncidentRecord.read(row.text(Rows.BODY)))));
            Row seen = rows.get(Rows.event(event));
            return new Found(seen == null ? 0 : seen.number(Rows.VERSION), incidents);
        });
    }

    @Override
    public Optional<Incident> incident(String id) {
        return asked(() -> table.get(Rows.incident(id)).map(row -> IncidentRecord.read(row.text(Rows.BODY))));
    }

    @Override
    public List<Incident> living() {
        return asked(() -> {
            List<Table.Key> keys = table.partition(Rows.LIVING).stream()
                    .map(row -> Rows.incident(row.key().sk()))
                    .toList();
            List<Incident> living = new ArrayList<>();
            for (int from = 0; from < keys.size(); from += 100) {
                table.get(keys.subList(from, Math.min(keys.size(), from + 100)))
                        .values()
                        .forEach(row -> living.add(IncidentRecord.read(row.text(Rows.BODY))));
            }
            living.sort(Comparator.comparing(Incident::openedAt).thenComparing(Incident::id));
            return living;
        });
    }

    @Override
    public boolean commit(Commit commit) {
        List<Write> writes = new ArrayList<>();
        commit.seen()
                .forEach(event -> writes.add(new Write.Set(
                        new Row(
                                Rows.event(event),
                                Map.of(Rows.VERSION, event.version(), "expires", expires(KEEP_EVENTS))),
                        Condition.below(Rows.VERSION, event.version()))));
        commit.changes().forEach(change -> writes.addAll(writes(change)));
        commit.told().forEach(wanted -> writes.addAll(writes(wanted)));
        return asked(() -> table.write(writes));
    }

    @Override
    public List<Telling> due(Instant now, int limit) {
        return asked(() -> {
            List<Row> due = table.partition(Rows.DUE);
            List<Table.Key> keys = due.stream()
                    .filter(row -> row.number("nextAttempt") <= now.toEpochMilli())
                    .sorted(Comparator.comparingLong(row -> row.number("nextAttempt")))
                    .map(row -> Rows.telling(row.text(Rows.INCIDENT), row.text("sink")))
                    .limit(Math.min(limit, 100))
                    .toList();
            Map<Table.Key, Row> rows = table.get(keys);
            return keys.stream()
                    .filter(rows::containsKey)
                    .map(rows::get)
                    .filter(row -> row.number(Rows.UNTIL) <= now.toEpochMilli())
                    .map(Rows::telling)
                    .filter(telling -> !telling.done())
                    .toList();
        });
    }

    @Override
    public Optional<Telling> take(Telling telling, String owner, Instant now, Instant until) {
        return asked(() -> {
            Table.Key key = Rows.telling(telling.incident(), telling.sink());
            boolean mine = table.write(List.of(new Write.Set(
                    new Row(key, Map.of(Rows.OWNER, owner, Rows.UNTIL, until.toEpochMilli())),
                    Condition.below(Rows.UNTIL, now.toEpochMilli() + 1))));
            return mine ? table.get(key).map(Rows::telling).filter(t -> !t.done()) : Optional.empty();
        });
    }

    @Override
    public boolean settle(Telling settled, String owner) {
        Table.Key key = Rows.telling(settled.incident(), settled.sink());
        Map<String, Object> values = new HashMap<>(Rows.values(settled));
        values.put(Rows.UNTIL, 0L);
        Condition stillMine = Condition.is(Rows.OWNER, owner);
        Write due = settled.done()
                ? new Write.Delete(Rows.due(settled.incident(), settled.sink()))
                : due(settled.incident(), settled.sink(), settled.nextAttempt());
        boolean whole = asked(() -> table.write(List.of(
                new Write.Set(new Row(key, values), stillMine.and(Condition.is(Rows.WANTED, settled.wanted()))), due)));
        // more is wanted by now: what was told is kept, and the message stays due
        return whole || asked(() -> table.write(List.of(new Write.Set(new Row(key, values), stillMine))));
    }

    private List<Write> writes(Change change) {
        Incident to = change.to();
        boolean over = to.state() == Incident.State.RESOLVED;
        Map<String, Object> body = new HashMap<>(Map.of(Rows.VERSION, to.version(), Rows.BODY, IncidentRecord.of(to)));
        if (over) {
            body.put("expires", expires(KEEP_INCIDENTS));
        }
        List<Write> writes = new ArrayList<>();
        writes.add(new Write.Put(
                new Row(Rows.incident(to.id()), body),
                change.from() == 0 ? Condition.ABSENT : Condition.is(Rows.VERSION, change.from())));
        change.under()
                .forEach(f -> writes.add(new Write.Put(
                        new Row(Rows.under(f), Map.of(Rows.INCIDENT, to.id(), "fingerprint", f.key())),
                        Condition.NONE)));
        if (over) {
            writes.add(new Write.Delete(Rows.living(to.id())));
        } else if (change.from() == 0) {
            writes.add(new Write.Put(new Row(Rows.living(to.id()), Map.of()), Condition.NONE));
        }
        return writes;
    }

    private List<Write> writes(Wanted wanted) {
        Row telling = new Row(
                Rows.telling(wanted.incident(), wanted.sink()),
                Map.of(
                        Rows.INCIDENT,
                        wanted.incident(),
                        "sink",
                        wanted.sink(),
                        Rows.WANTED,
                        wanted.version(),
                        "nextAttempt",
                        wanted.notBefore().toEpochMilli()));
        return List.of(
                new Write.Set(telling, Condition.below(Rows.WANTED, wanted.version())),
                due(wanted.incident(), wanted.sink(), wanted.notBefore()));
    }

    private static Write due(String incident, String sink, Instant at) {
        return new Write.Put(
                new Row(
                        Rows.due(incident, sink),
                        Map.of(Rows.INCIDENT, incident, "sink", sink, "nextAttempt", at.toEpochMilli())),
                Condition.NONE);
    }

    private long expires(Duration after) {
        return clock.instant().plus(after).getEpochSecond();
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (CallFailed e) {
            throw new LedgerException(String.valueOf(e.getMessage()));
        }
    }
}
