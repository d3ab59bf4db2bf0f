package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.aws.Table.Condition;
import io.github.ecsmedic.aws.Table.Row;
import io.github.ecsmedic.aws.Table.Write;
import io.github.ecsmedic.incident.Archive;
import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.UnknownText;
import io.github.ecsmedic.model.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The archive in the table of the ledger. */
public final class TableArchive implements Archive {
    private static final Duration KEEP = Duration.ofDays(90);
    private static final int ATTEMPTS = 8;

    private static final String DIGEST = "DIGEST";
    private static final String TEXT = "text";
    private static final String COUNT = "count";
    private static final String FIRST = "firstSeen";
    private static final String LAST = "lastSeen";
    private static final String KEPT = "kept";
    private static final String DROPPED = "dropped";

    private final FormedTable table;

    public TableArchive(Table table) {
        this(table, Forms.NOW);
    }

    public TableArchive(Table table, Forms forms) {
        this.table = new FormedTable(table, forms);
    }

    /** By which an incident that is over is found; it stands as long as the incident itself. */
    static Table.Key ended(Ending ending, String incident) {
        return new Table.Key(endedOn(Archive.day(ending.at())), incident);
    }

    private static String endedOn(LocalDate day) {
        return "ENDED#" + day;
    }

    @Override
    public Instant since(Instant now) {
        Table.Key key = new Table.Key(DIGEST, Rows.ONLY);
        return TableLedger.asked(() -> {
            Optional<Row> known = table.get(key);
            if (known.isEmpty()) {
                table.write(List.of(new Write.Begin(new Row(key, Map.of(Rows.SINCE, now.toEpochMilli())))));
                known = table.get(key);
            }
            return known.map(row -> Instant.ofEpochMilli(row.number(Rows.SINCE)))
                    .orElse(now);
        });
    }

    @Override
    public List<Incident> ended(LocalDate day) {
        return TableLedger.asked(() -> {
            List<Table.Key> keys = table.readable(endedOn(day)).stream()
                    .map(row -> Rows.incident(row.key().sk()))
                    .toList();
            return Rows.incidents(table, keys).stream()
                    .filter(incident -> endedOn(day, incident))
                    .sorted(Comparator.comparing((Incident incident) -> Optional.ofNullable(incident.ending())
                                    .map(Ending::at)
                                    .orElse(Instant.EPOCH))
                            .thenComparing(Incident::id))
                    .toList();
        });
    }

    /** One that has failed again since is not over. */
    private static boolean endedOn(LocalDate day, Incident incident) {
        Ending ending = incident.ending();
        return ending != null && Archive.day(ending.at()).equals(day);
    }

    @Override
    public Optional<Instant> firstTold(String incident) {
        List<Row> told = TableLedger.asked(
                        () -> table.readable(Rows.incident(incident).pk()))
                .stream()
                .filter(row -> row.number(Rows.TOLD_AT) > 0)
                .toList();
        boolean known = told.stream().allMatch(row -> row.number(Rows.FIRST_TOLD_AT) > 0);
        return told.stream()
                .filter(_ -> known)
                .map(row -> Instant.ofEpochMilli(row.number(Rows.FIRST_TOLD_AT)))
                .min(Comparator.naturalOrder());
    }

    @Override
    public void unknown(String text, Instant at) {
        TableLedger.asked(() -> {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (counted(text, at)) {
                    return true;
                }
            }
            throw new LedgerException("a text that nobody recognised was counted by others " + ATTEMPTS + " times");
        });
    }

    /** False when somebody else was faster. */
    private boolean counted(String text, Instant at) {
        String day = unknownOf(Archive.day(at));
        Table.Key head = new Table.Key(day, Rows.ONLY);
        Table.Key key = new Table.Key(day, Sha256.of(UnknownText.shape(text)));
        Map<Table.Key, Row> rows = table.get(List.of(head, key));
        UnknownText seen = new UnknownText(text, at);
        Row before = rows.get(key);
        if (before != null) {
            Condition unchanged = Condition.is(COUNT, before.number(COUNT));
            return table.write(List.of(new Write.Set(row(key, text(before).and(seen)), unchanged)));
        }
        Row counts = rows.getOrDefault(head, new Row(head, Map.of()));
        long kept = counts.number(KEPT);
        Condition unchanged = rows.containsKey(head)
                ? Condition.is(KEPT, kept).and(Condition.is(DROPPED, counts.number(DROPPED)))
                : Condition.ABSENT;
        return kept < TEXTS_A_DAY
                ? table.write(List.of(
                        new Write.Put(row(key, seen), Condition.ABSENT),
                        new Write.Put(counts(head, kept + 1, counts.number(DROPPED), at), unchanged)))
                : table.write(List.of(new Write.Put(counts(head, kept, counts.number(DROPPED) + 1, at), unchanged)));
    }

    @Override
    public Unknown unknown(LocalDate day) {
        List<UnknownText> texts = new ArrayList<>();
        long dropped = 0;
        for (Row row : TableLedger.asked(() -> table.partition(unknownOf(day)))) {
            if (row.key().sk().equals(Rows.ONLY)) {
                dropped = row.number(DROPPED);
            } else {
                texts.add(text(row));
            }
        }
        return new Unknown(texts, dropped);
    }

    @Override
    public boolean take(String digest, String sink, Instant now, Instant until) {
        Table.Key key = new Table.Key(DIGEST, digest + "#" + sink);
        long free = now.toEpochMilli() + 1;
        return TableLedger.asked(() -> {
            boolean taken =
                    table.get(key).filter(row -> row.number(Rows.UNTIL) >= free).isPresent();
            Map<String, Object> values = Map.of(Rows.UNTIL, until.toEpochMilli(), Rows.EXPIRES, expires(now));
            return !taken
                    && table.write(List.of(new Write.Set(new Row(key, values), Condition.below(Rows.UNTIL, free))));
        });
    }

    @Override
    public void sent(String digest, String sink) {
        Row never = new Row(new Table.Key(DIGEST, digest + "#" + sink), Map.of(Rows.UNTIL, Long.MAX_VALUE));
        if (!TableLedger.asked(() -> table.write(List.of(new Write.Set(never, Condition.NONE))))) {
            throw new LedgerException("it could not be stored that " + sink + " took digest " + digest);
        }
    }

    private static String unknownOf(LocalDate day) {
        return "UNKNOWN#" + day;
    }

    private static Row row(Table.Key key, UnknownText text) {
        return new Row(
                key,
                Map.of(
                        TEXT,
                        text.text(),
                        COUNT,
                        text.count(),
                        FIRST,
                        text.firstSeen().toEpochMilli(),
                        LAST,
                        text.lastSeen().toEpochMilli(),
                        Rows.EXPIRES,
                        expires(text.lastSeen())));
    }

    private static UnknownText text(Row row) {
        return new UnknownText(
                row.text(TEXT),
                row.number(COUNT),
                Instant.ofEpochMilli(row.number(FIRST)),
                Instant.ofEpochMilli(row.number(LAST)));
    }

    private static Row counts(Table.Key head, long kept, long dropped, Instant at) {
        return new Row(head, Map.of(KEPT, kept, DROPPED, dropped, Rows.EXPIRES, expires(at)));
    }

    private static long expires(Instant at) {
        return at.plus(KEEP).getEpochSecond();
    }
}
