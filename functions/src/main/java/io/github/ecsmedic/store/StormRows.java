package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.aws.Table.Condition;
import io.github.ecsmedic.aws.Table.Row;
import io.github.ecsmedic.aws.Table.Write;
import io.github.ecsmedic.incident.Ledger.Wind;
import io.github.ecsmedic.incident.Plight;
import io.github.ecsmedic.incident.Storm;
import io.github.ecsmedic.incident.StormHead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A storm in rows: one for what is decided of it, one for each service, so that no row grows with the fleet. */
final class StormRows {
    private static final String SERVICE = "@";
    private static final String SINCE = "since";
    private static final String CALM = "calmSince";
    private static final String WATCHED = "watched";
    private static final String AT = "at";
    private static final String LABEL = "label";
    private static final String CAUSE = "cause";
    private static final String SUMMARY = "summary";
    private static final String SHARED = "shared";
    private static final String OBJECTS = "objects";

    /** The sweep takes away what no longer counts; this is for when it does not run. */
    private static final Duration KEEP = Duration.ofDays(7);

    private StormRows() {}

    static String partition(String place) {
        return "STORM#" + place;
    }

    static Storm read(List<Row> rows) {
        StormHead head = Storm.NONE.head();
        Map<String, Plight> failing = new HashMap<>();
        for (Row row : rows) {
            if (row.key().sk().equals(Rows.ONLY)) {
                head = head(row);
            } else {
                failing.put(row.key().sk().substring(SERVICE.length()), plight(row));
            }
        }
        return new Storm(head, failing);
    }

    static List<Write> writes(Wind wind, Instant now) {
        List<Write> writes = new ArrayList<>();
        StormHead was = wind.from().head();
        if (!wind.to().head().equals(was)) {
            writes.add(new Write.Put(
                    row(wind.place(), wind.to().head()),
                    was.version() == 0 ? Condition.ABSENT : Condition.is(Rows.VERSION, was.version())));
        }
        wind.to().failing().forEach((scope, plight) -> {
            if (!plight.equals(wind.from().failing().get(scope))) {
                writes.add(new Write.Put(row(wind.place(), scope, plight, now), Condition.NONE));
            }
        });
        wind.from().failing().keySet().stream()
                .filter(scope -> !wind.to().failing().containsKey(scope))
                .sorted()
                .forEach(scope -> writes.add(
                        new Write.Delete(key(wind.place(), scope), Condition.is(AT, at(wind.from(), scope)))));
        return writes;
    }

    private static long at(Storm storm, String scope) {
        return Optional.ofNullable(storm.failing().get(scope))
                .map(Plight::at)
                .orElse(Instant.EPOCH)
                .toEpochMilli();
    }

    private static Row row(String place, StormHead head) {
        return new Row(
                new Table.Key(partition(place), Rows.ONLY),
                Map.of(
                        Rows.VERSION,
                        head.version(),
                        WATCHED,
                        (long) head.watched(),
                        SINCE,
                        millis(head.since()),
                        CALM,
                        millis(head.calmSince()),
                        Rows.INCIDENT,
                        head.incident()));
    }

    private static StormHead head(Row row) {
        return new StormHead(
                row.number(Rows.VERSION),
                (int) row.number(WATCHED),
                time(row.number(SINCE)),
                time(row.number(CALM)),
                row.text(Rows.INCIDENT));
    }

    private static Row row(String place, String scope, Plight plight, Instant now) {
        return new Row(
                key(place, scope),
                Map.of(
                        AT,
                        plight.at().toEpochMilli(),
                        Rows.INCIDENT,
                        plight.incident(),
                        LABEL,
                        plight.label(),
                        CAUSE,
                        plight.cause(),
                        SUMMARY,
                        plight.summary(),
                        SHARED,
                        plight.shared() ? 1L : 0L,
                        OBJECTS,
                        String.join("\n", plight.objects()),
                        Rows.EXPIRES,
                        now.plus(KEEP).getEpochSecond()));
    }

    private static Plight plight(Row row) {
        return new Plight(
                Instant.ofEpochMilli(row.number(AT)),
                row.text(Rows.INCIDENT),
                row.text(LABEL),
                row.text(CAUSE),
                row.text(SUMMARY),
                row.number(SHARED) == 1,
                row.text(OBJECTS).lines().toList());
    }

    private static Table.Key key(String place, String scope) {
        return new Table.Key(partition(place), SERVICE + scope);
    }

    private static long millis(@Nullable Instant time) {
        return time == null ? 0 : time.toEpochMilli();
    }

    private static @Nullable Instant time(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
