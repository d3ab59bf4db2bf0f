package io.github.ecsmedic.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A class of the tests that measures by itself in a process of its own, and ends with a line of JSON.
 *
 * @param command flags of the JVM, the class, and its arguments
 */
record MainExperiment(Stand stand, String name, List<String> command, List<Reading> readings) implements Experiment {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MINUTES = 5;

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

    private JsonNode line() throws IOException {
        List<String> java = new ArrayList<>(List.of(
                stand.project().java(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        java.addAll(1, command.stream().filter(part -> part.startsWith("-X")).toList());
        java.addAll(command.stream().filter(part -> !part.startsWith("-X")).toList());
        Process process = new ProcessBuilder(java)
                .directory(stand.project().root().resolve("functions").toFile())
                .redirectError(stand.log(name).toFile())
                .start();
        process.onExit().orTimeout(MINUTES, TimeUnit.MINUTES).exceptionally(_ -> process.destroyForcibly());
        // its threads may keep it alive when it has said all
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.startsWith("{")) {
                line = out.readLine();
            }
            if (line == null) {
                throw new IOException(
                        "it printed no line of JSON, see " + stand.log(name).getFileName());
            }
            return JSON.readTree(line);
        } finally {
            process.destroy();
        }
    }
}
