package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.aws.Table.Condition;
import io.github.ecsmedic.aws.Table.Row;
import io.github.ecsmedic.aws.Table.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table by forms: every row that is written carries the number of its form, and a row of a newer form stays as it is,
 * whoever writes.
 */
final class FormedTable {
    private final Table table;
    private final Forms forms;

    FormedTable(Table table, Forms forms) {
        this.table = table;
        this.forms = forms;
    }

    /** The rows that are there; one of a newer form throws. */
    Map<Table.Key, Row> get(Collection<Table.Key> keys) {
        Map<Table.Key, Row> rows = table.get(keys);
        rows.values().forEach(forms::known);
        return rows;
    }

    /** The same, with those of the rows {@code beside} that are there in a form that is known. */
    Map<Table.Key, Row> get(Collection<Table.Key> keys, Collection<Table.Key> beside) {
        List<Table.Key> all = new ArrayList<>(keys);
        all.addAll(beside);
        Map<Table.Key, Row> rows = table.get(all);
        rows.values().removeIf(row -> !keys.contains(row.key()) && forms.newer(row));
        rows.values().forEach(forms::known);
        return rows;
    }

    /** The row, if it is there; one of a newer form throws. */
    Optional<Row> get(Table.Key key) {
        return Optional.ofNullable(get(List.of(key)).get(key));
    }

    /** All rows of a partition; one of a newer form throws, because the others alone would say less than is stored. */
    List<Row> partition(String pk) {
        List<Row> rows = table.partition(pk);
        rows.forEach(forms::known);
        return rows;
    }

    /** As {@link Table#last}; a row of a newer form throws. */
    List<Row> last(String pk, int limit) {
        List<Row> rows = table.last(pk, limit);
        rows.forEach(forms::known);
        return rows;
    }

    /** The rows of a partition that can be worked on one by one, without those of a newer form. */
    List<Row> readable(String pk) {
        return table.partition(pk).stream().filter(this::readable).toList();
    }

    /** Those of the rows, likewise. */
    Map<Table.Key, Row> readable(Collection<Table.Key> keys) {
        Map<Table.Key, Row> rows = table.get(keys);
        rows.values().removeIf(row -> !readable(row));
        return rows;
    }

    private boolean readable(Row row) {
        if (forms.newer(row)) {
            forms.left().accept(forms.says(row));
            return false;
        }
        return true;
    }

    /** As {@link Table#write}; false as well when a row has a newer form. */
    boolean write(List<Write> writes) {
        return table.write(writes.stream().map(this::formed).toList());
    }

    private Write formed(Write write) {
        return switch (write) {
            case Write.Put(Row row, Condition only) -> new Write.Put(numbered(row), guarded(row.key(), only));
            case Write.Set(Row some, Condition only) -> new Write.Set(numbered(some), guarded(some.key(), only));
            case Write.Begin(Row some, Condition only) -> new Write.Begin(numbered(some), guarded(some.key(), only));
            case Write.Delete(Table.Key key, Condition only) -> new Write.Delete(key, guarded(key, only));
        };
    }

    private Row numbered(Row row) {
        Map<String, Object> values = new HashMap<>(row.values());
        values.put(Forms.SCHEMA, forms.of(row.key()));
        return new Row(row.key(), values);
    }

    private Condition guarded(Table.Key key, Condition only) {
        Condition known = Condition.below(Forms.SCHEMA, forms.of(key) + 1);
        return only.equals(Condition.NONE) ? known : only.equals(Condition.ABSENT) ? only : only.and(known);
    }
}
