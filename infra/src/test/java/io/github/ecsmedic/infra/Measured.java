package io.github.ecsmedic.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.ecsmedic.handler.Metric;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What a stopped task makes the installation do: counted by a test of the functions, measured once, or assumed. */
final class Measured {
    /** Counted by MeasuredTest. */
    private static final Path COUNTED = Path.of("../functions/src/test/resources/cost/measured.properties");

    /** Written by scripts/bench, when it has run. */
    private static final Path BENCH = Path.of("../docs/bench.json");

    /** Milliseconds of the warm function, as long as no bench says others; of a message or of a batch of equal ones. */
    private static final int FAILURE_MILLIS = 500;

    private static final int REPEATED_MILLIS = 50;
    static final int SWEEP_MILLIS = 1_000;

    /** Messages that the function is handed at once when there are many. */
    static final int BATCH = 10;

    /** A diagnosis with its path weighs more than the one that is counted with. */
    static final int INCIDENT_BYTES = 8_000;

    static final int LOG_BYTES = 3_000;

    /** Opened, changed, over. */
    static final int MESSAGES = 3;

    /** Five pollers of Lambda ask a queue every 20 seconds. */
    static final int POLLS_A_MONTH = 5 * 3 * 60 * 24 * 30;

    static final int SWEEPS_A_MONTH = 12 * 24 * 30;
    static final int MONTHS_KEPT = 3;

    /** Families of labels with a certainty each, and sinks, that a busy account has. */
    private static final int FAMILIES = 10;

    private static final int SINKS = 3;

    /** Those that the sweep writes as well. */
    private static final int OF_THE_SWEEP = 5;

    private final Properties counted = new Properties();
    private final JsonNode bench;

    Measured() throws IOException {
        try (Reader text = Files.newBufferedReader(COUNTED)) {
            counted.load(text);
        }
        bench = Files.exists(BENCH) ? new ObjectMapper().readTree(BENCH.toFile()) : MissingNode.getInstance();
    }

    long of(String name) {
        return Long.parseLong(counted.getProperty(name));
    }

    /** Milliseconds of the function for a new failure. */
    int failureMillis() {
        return benched("cost.failure", FAILURE_MILLIS);
    }

    /** For one that is told already, or for a batch of them. */
    int repeatedMillis() {
        return benched("cost.repeated", REPEATED_MILLIS);
    }

    /** Whether the milliseconds are those of a bench. */
    boolean benched() {
        return bench.findValuesAsText("id").containsAll(List.of("cost.failure", "cost.repeated"));
    }

    private int benched(String row, int assumed) {
        return bench.path("rows")
                .valueStream()
                .filter(one -> one.path("id").asText().equals(row) && one.has("value"))
                .mapToInt(one -> (int) Math.ceil(one.path("value").asDouble()))
                .findFirst()
                .orElse(assumed);
    }

    /** Requests to DynamoDB. */
    long requests(String what) {
        return counted.stringPropertyNames().stream()
                .filter(name -> name.startsWith(what + ".requests."))
                .mapToLong(this::of)
                .sum();
    }

    static long metrics() {
        long plain = Stream.of(Metric.values())
                .filter(metric -> metric.dimensions().isEmpty())
                .count();
        return plain + OF_THE_SWEEP + FAMILIES + SINKS;
    }
}
