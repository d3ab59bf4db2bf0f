package io.github.ecsmedic.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A class of the tests that measures by itself in a process of its own, and ends with a line of JSON.
 *
 * @param command flags of the JVM, the class, and its arguments
 */
record MainExperiment(Stand stand, String name, List<String> command, List<Reading> readings) implements Experiment {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Where a figure stands in the line: a number, or an object with {@code median}, {@code low} and {@code high}.
     *
     * @param notes further fields that are worth showing
     */
    record Reading(Bar bar, String field, List<String> notes) {
        Reading(Bar bar, String field, String... notes) {
            this(bar, field, List.of(notes));
        }
    }

    @Override
    public List<Bar> bars() {
        return readings.stream().map(Reading::bar).toList();
    }

    @Override
    public Map<String, Figure> measure() throws Exception {
        JsonNode line = line();
        Map<String, Figure> figures = new HashMap<>();
        for (Reading reading : readings) {
            JsonNode value = line.at(reading.field());
            String note = reading.notes().stream()
                    .map(field -> name(field) + " " + line.at(field).asText())
                    .collect(Collectors.joining(", "));
            figures.put(reading.bar().id(), figure(value, line.path("rounds").asInt(1), note));
        }
        return figures;
    }

    private static Figure figure(JsonNode value, int rounds, String note) {
        return value.isMissingNode()
                ? Figure.none("the measuring class does not tell it")
                : value.isObject()
                        ? new Figure(
                                value.path("median").asDouble(),
                                value.path("low").asDouble(),
                                value.path("high").asDouble(),
                                rounds,
                                note)
                        : Figure.exact(value.asDouble()).noting(note);
    }

    private static String name(String field) {
        return field.substring(field.lastIndexOf('/') + 1);
    }

    private JsonNode line() throws IOException, InterruptedException {
        List<String> java = new ArrayList<>(List.of(
                stand.project().java(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        java.addAll(1, command.stream().filter(part -> part.startsWith("-X")).toList());
        java.addAll(command.stream().filter(part -> !part.startsWith("-X")).toList());
        Path out = stand.log(name);
        Process process = new ProcessBuilder(java)
                .directory(stand.project().root().resolve("functions").toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("it ended with " + process.exitValue() + ", see " + out.getFileName());
        }
        String last = Files.readAllLines(out).stream()
                .filter(text -> text.startsWith("{"))
                .reduce("", (_, text) -> text);
        if (last.isEmpty()) {
            throw new IOException("it printed no line of JSON, see " + out.getFileName());
        }
        return JSON.readTree(last);
    }
}
