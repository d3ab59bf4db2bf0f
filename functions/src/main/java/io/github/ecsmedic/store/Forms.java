package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.aws.Table.Row;
import io.github.ecsmedic.incident.LedgerException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * In which form each kind of row is written. A row carries its form's number as {@code schema}; one without it is of
 * the first form.
 *
 * <p>A form's number rises when a row gets a field that a writer of the form before would drop, or when one changes its
 * meaning. Every older form is read still; a newer one is neither read nor written nor deleted.
 *
 * @param later the kinds whose form is no longer the first
 * @param left hears of each row that a list leaves out because its form is newer
 */
public record Forms(Map<String, Long> later, Consumer<String> left) {
    /** Those of this version; nobody hears of what is left out. */
    public static final Forms NOW = new Forms(Map.of(), left -> {});

    static final String SCHEMA = "schema";

    private static final long FIRST = 1;

    public Forms {
        later = Map.copyOf(later);
    }

    /** The same, and that hears of what is left out. */
    public Forms saying(Consumer<String> hears) {
        return new Forms(later, hears);
    }

    long of(Table.Key key) {
        return later.getOrDefault(kind(key), FIRST);
    }

    /** An incident's own row and those of its messages share a partition. */
    static String kind(Table.Key key) {
        int hash = key.pk().indexOf('#');
        String kind = hash < 0 ? key.pk() : key.pk().substring(0, hash);
        return kind.equals("INCIDENT") && !key.sk().equals(Rows.ONLY) ? "SINK" : kind;
    }

    boolean newer(Row row) {
        return row.number(SCHEMA) > of(row.key());
    }

    /** The row, unless it is newer than what is known. */
    Row known(Row row) {
        if (newer(row)) {
            throw LedgerException.newer(says(row));
        }
        return row;
    }

    String says(Row row) {
        return "row " + row.key().pk() + " " + row.key().sk() + " has form " + row.number(SCHEMA) + ", newer than "
                + of(row.key()) + ", the newest that this version knows: it is left to the version that wrote it";
    }
}
