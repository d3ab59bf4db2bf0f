package io.github.ecsmedic.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.ecsmedic.aws.LocalTable;
import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.aws.Table.Condition;
import io.github.ecsmedic.aws.Table.Row;
import io.github.ecsmedic.aws.Table.Write;
import io.github.ecsmedic.incident.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormsTest {
    private static final Path FIELDS = Path.of("src/test/resources/stored/fields.txt");
    private static final Path OLDER = Path.of("src/test/resources/stored/INCIDENT-1.json");
    private static final long NEWER = 99;

    /** What nothing changes once it is there. */
    private static final Set<String> WRITTEN_ONCE = Set.of("ENDED");

    private static Map<Table.Key, Row> rows(Table table) {
        return LocalTable.rows(table).stream().collect(Collectors.toMap(Row::key, row -> row));
    }

    private static Set<String> kinds(Iterable<Table.Key> keys) {
        Set<String> kinds = new TreeSet<>();
        keys.forEach(key -> kinds.add(Forms.kind(key)));
        return kinds;
    }

    static Set<String> kinds() {
        return kinds(rows(new StoredLife().begun().table).keySet());
    }

    private static void put(Table table, Row row) {
        assertThat(table.write(List.of(new Write.Put(row, Condition.NONE)))).isTrue();
    }

    private static Row with(Row row, long schema) {
        Map<String, Object> values = new HashMap<>(row.values());
        values.put(Forms.SCHEMA, schema);
        return new Row(row.key(), values);
    }

    private static Row unnumbered(Row row) {
        Map<String, Object> values = new HashMap<>(row.values());
        values.remove(Forms.SCHEMA);
        return new Row(row.key(), values);
    }

    @Test
    void kinds_areThoseOfTheList() throws IOException {
        String list = Files.readString(Path.of("src/main/java/io/github/ecsmedic/store/Rows.java"));
        assertThat(kinds()).allSatisfy(kind -> assertThat(list).contains(kind));
        assertThat(kinds())
                .containsExactly(
                        "ACTION",
                        "AUDIT",
                        "DIGEST",
                        "DUE",
                        "ENDED",
                        "EVENT",
                        "INCIDENT",
                        "KEY",
                        "LEASE",
                        "LIVING",
                        "SINK",
                        "STORM",
                        "UNKNOWN",
                        "WATCH");
    }

    @Test
    void row_always_hasTheNumberOfItsForm() {
        StoredLife life = new StoredLife().begun();
        assertThat(life.goOn()).isEmpty();
        assertThat(LocalTable.rows(life.table))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.values()).containsEntry(Forms.SCHEMA, Forms.NOW.of(row.key())));
    }

    @Test
    void rows_withoutANumber_areReadAsTheFirstForm_andWorkedOn() {
        StoredLife numbered = new StoredLife().begun();
        StoredLife older = new StoredLife().begun();
        LocalTable.rows(older.table).forEach(row -> put(older.table, unnumbered(row)));
        assertThat(older.goOn()).isEqualTo(numbered.goOn()).isEmpty();
        assertThat(older.left).isEmpty();
        Map<Table.Key, Row> unnumbered = new HashMap<>();
        rows(numbered.table).forEach((key, row) -> unnumbered.put(key, unnumbered(row)));
        Map<Table.Key, Row> after = new HashMap<>();
        rows(older.table).forEach((key, row) -> after.put(key, unnumbered(row)));
        assertThat(after).isEqualTo(unnumbered);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void rows_ofANewerForm_stayAsTheyAre_andItIsSaid(String kind) {
        StoredLife life = new StoredLife().begun();
        LocalTable.rows(life.table).stream()
                .filter(row -> Forms.kind(row.key()).equals(kind))
                .forEach(row -> put(life.table, with(row, NEWER)));
        Map<Table.Key, Row> newer = new HashMap<>(rows(life.table));
        newer.keySet().removeIf(key -> !Forms.kind(key).equals(kind));
        List<StoredLife.Refusal> refusals = life.goOn();
        assertThat(rows(life.table)).containsAllEntriesOf(newer);
        Set<String> said = new HashSet<>(life.left);
        refusals.forEach(refusal -> said.add(refusal.why()));
        // a lease that cannot be taken is somebody's
        if (!kind.equals("LEASE")) {
            assertThat(said)
                    .anySatisfy(text -> assertThat(text)
                            .contains("has form 99, newer than 1, the newest that this version knows: it is left to"));
        }
    }

    @Test
    void rows_ofAKnownForm_areChangedOrDeletedByTheSame() {
        StoredLife life = new StoredLife().begun();
        Map<Table.Key, Row> before = rows(life.table);
        life.goOn();
        Map<Table.Key, Row> after = rows(life.table);
        Set<Table.Key> changed = new HashSet<>(before.keySet());
        changed.removeIf(key -> before.get(key).equals(after.get(key)));
        Set<String> kept = kinds(before.keySet());
        kept.removeAll(kinds(changed));
        assertThat(kept).isEqualTo(WRITTEN_ONCE);
    }

    /** Who adds a field raises the number of its form, writes the file anew, and keeps a record of the form before. */
    @Test
    void fields_ofEveryForm_areThoseThatAreWrittenDown() throws IOException {
        Map<String, Set<String>> fields = new TreeMap<>();
        StoredLife life = new StoredLife().begun();
        for (Row row : LocalTable.rows(life.table)) {
            String kind = Forms.kind(row.key()) + " " + Forms.NOW.of(row.key());
            Set<String> names = fields.computeIfAbsent(kind, _ -> new TreeSet<>());
            row.values().forEach((name, value) -> {
                names.add(name);
                if (name.equals(Rows.BODY)) {
                    flat(name, parsed(String.valueOf(value)), names);
                }
            });
        }
        String text = fields.entrySet().stream()
                .map(kind -> kind.getKey() + "\n  " + String.join("\n  ", kind.getValue()) + "\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FIELDS.getParent());
            Files.writeString(FIELDS, text);
        }
        assertThat(FIELDS).hasContent(text);
    }

    private static JsonNode parsed(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void flat(String path, JsonNode node, Set<String> names) {
        if (node.isObject()) {
            node.properties().forEach(field -> flat(path + "." + field.getKey(), field.getValue(), names));
        } else if (node.isArray()) {
            node.forEach(element -> flat(path + "[]", element, names));
        } else {
            names.add(path);
        }
    }

    /** The file is as the first form was written; it is never written anew. */
    @Test
    void incident_ofTheFirstForm_isReadAsItWas() throws IOException {
        StoredLife life = new StoredLife();
        if (Boolean.getBoolean("golden.write") && Files.notExists(OLDER)) {
            Files.writeString(OLDER, IncidentRecord.of(StoredLife.full()) + "\n");
        }
        String body = Files.readString(OLDER).strip();
        put(life.table, new Row(Rows.incident("i-1"), Map.of(Rows.VERSION, 1L, Rows.BODY, body)));
        Incident read =
                new TableLedger(life.table, Clock.systemUTC()).incident("i-1").orElseThrow();
        assertThat(read).isEqualTo(StoredLife.full());
    }
}
