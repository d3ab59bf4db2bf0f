package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.AuditText;
import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.aws.Table.Condition;
import io.github.ecsmedic.aws.Table.Row;
import io.github.ecsmedic.aws.Table.Write;
import io.github.ecsmedic.incident.AuditHead;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.LedgerException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The audit in rows: one a record, which is never written again, and one a place for its last one. */
final class AuditRows {
    private static final String HEADS = "AUDIT";
    private static final String SEQUENCE = "sequence";
    private static final String HASH = "hash";
    private static final String COPIED = "copied";

    private AuditRows() {}

    static List<AuditHead> heads(FormedTable table) {
        return table.partition(HEADS).stream()
                .map(row -> new AuditHead(row.key().sk(), row.number(SEQUENCE), row.text(HASH), row.number(COPIED)))
                .toList();
    }

    static List<AuditRecord> last(FormedTable table, String place, int limit) {
        return table.last(partition(place), limit).stream().map(AuditRows::read).toList();
    }

    private static AuditRecord read(Row row) {
        return AuditText.read(row.text(Rows.BODY))
                .orElseThrow(() -> new LedgerException(
                        "record " + row.key().sk() + " of the audit cannot be read: it is not what was written"));
    }

    static List<Write> writes(AuditRecord record) {
        return List.of(
                new Write.Put(
                        new Row(
                                new Table.Key(partition(record.place()), key(record.sequence())),
                                Map.of(Rows.BODY, AuditText.of(record))),
                        Condition.ABSENT),
                new Write.Set(
                        new Row(head(record.place()), Map.of(SEQUENCE, record.sequence(), HASH, record.hash())),
                        record.sequence() == 1
                                ? Condition.ABSENT
                                : Condition.is(HASH, record.previous())
                                        .and(Condition.is(SEQUENCE, record.sequence() - 1))));
    }

    static Write copied(String place, long sequence) {
        return new Write.Set(new Row(head(place), Map.of(COPIED, sequence)), Condition.below(COPIED, sequence));
    }

    private static Table.Key head(String place) {
        return new Table.Key(HEADS, place);
    }

    private static String partition(String place) {
        return HEADS + "#" + place;
    }

    /** So that texts stand in the order of numbers. */
    private static String key(long sequence) {
        return String.format(Locale.ROOT, "%019d", sequence);
    }
}
