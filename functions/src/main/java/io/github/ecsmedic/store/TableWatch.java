package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.aws.Table.Condition;
import io.github.ecsmedic.aws.Table.Row;
import io.github.ecsmedic.aws.Table.Write;
import io.github.ecsmedic.incident.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The watch in the table of the ledger. */
public final class TableWatch implements Watch {
    /** A service that is deleted leaves its row behind. */
    private static final Duration KEEP = Duration.ofDays(30);

    private static final int WRITES = 50;

    private final FormedTable table;
    private final Clock clock;

    public TableWatch(Table table, Clock clock) {
        this(table, clock, Forms.NOW);
    }

    public TableWatch(Table table, Clock clock, Forms forms) {
        this.table = new FormedTable(table, forms);
        this.clock = clock;
    }

    @Override
    public Map<String, Instant> lacking(String place) {
        return TableLedger.asked(() -> {
            Map<String, Instant> since = new HashMap<>();
            table.partition(partition(place))
                    .forEach(row -> since.put(row.key().sk(), Instant.ofEpochMilli(row.number(Rows.SINCE))));
            return since;
        });
    }

    /** Not all at once: what a run could not store the next one stores. */
    @Override
    public void change(String place, Map<String, Instant> began, Set<String> ended) {
        List<Write> writes = new ArrayList<>();
        long expires = clock.instant().plus(KEEP).getEpochSecond();
        began.forEach((scope, at) -> writes.add(new Write.Put(
                new Row(key(place, scope), Map.of(Rows.SINCE, at.toEpochMilli(), Rows.EXPIRES, expires)),
                Condition.NONE)));
        ended.forEach(scope -> writes.add(new Write.Delete(key(place, scope))));
        for (int from = 0; from < writes.size(); from += WRITES) {
            List<Write> some = writes.subList(from, Math.min(writes.size(), from + WRITES));
            boolean done = TableLedger.asked(() -> table.write(some));
            if (!done) {
                return;
            }
        }
    }

    private static Table.Key key(String place, String scope) {
        return new Table.Key(partition(place), scope);
    }

    private static String partition(String place) {
        return "WATCH#" + place;
    }
}
