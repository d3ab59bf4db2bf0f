package io.github.ecsmedic.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The file of a run: {@code docs/bench.json} is that of which the pages tell. */
final class Figures {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Figures() {}

    static void write(List<Row> rows, String where, Path file) throws IOException {
        ObjectNode all = JSON.createObjectNode().put("machine", where);
        for (Row row : rows) {
            Bar bar = row.bar();
            ObjectNode one = all.withArrayProperty("rows")
                    .addObject()
                    .put("id", bar.id())
                    .put("what", bar.what())
                    .put("unit", bar.unit());
            if (bar.promised()) {
                one.put("bar", bar.atMost());
            }
            switch (row) {
                case Row.Measured(Bar _, Figure figure) ->
                    one.put("value", rounded(figure.value()))
                            .put("low", rounded(figure.low()))
                            .put("high", rounded(figure.high()))
                            .put("runs", figure.runs())
                            .put("note", figure.note());
                case Row.NotMeasured(Bar _, String why) -> one.put("notMeasured", why);
            }
        }
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    }

    /** Four digits. */
    private static double rounded(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(4))
                .doubleValue();
    }

    static List<Row> read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        if (!Files.exists(file)) {
            return rows;
        }
        for (JsonNode one : JSON.readTree(file.toFile()).path("rows")) {
            Bar bar = new Bar(
                    one.path("id").asText(),
                    one.path("what").asText(),
                    one.path("unit").asText(),
                    one.path("bar").asDouble(Double.NaN));
            rows.add(
                    one.has("notMeasured")
                            ? new Row.NotMeasured(bar, one.path("notMeasured").asText())
                            : new Row.Measured(
                                    bar,
                                    new Figure(
                                            one.path("value").asDouble(),
                                            one.path("low").asDouble(),
                                            one.path("high").asDouble(),
                                            one.path("runs").asInt(),
                                            one.path("note").asText())));
        }
        return rows;
    }

    /** The machine on which they were measured. */
    static String machine(Path file) throws IOException {
        return Files.exists(file) ? JSON.readTree(file.toFile()).path("machine").asText() : "";
    }

    static Map<String, Double> values(List<Row> rows) {
        Map<String, Double> values = new HashMap<>();
        rows.forEach(row -> {
            if (row instanceof Row.Measured(Bar bar, Figure figure)) {
                values.put(bar.id(), figure.value());
            }
        });
        return values;
    }
}
