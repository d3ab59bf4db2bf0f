package io.github.ecsmedic.infra;

import io.github.ecsmedic.handler.Metric;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/** What a stopped task makes the installation do: counted by a test of the functions, measured once, or assumed. */
final class Measured {
    /** Counted by MeasuredTest. */
    private static final Path COUNTED = Path.of("../functions/src/test/resources/cost/measured.properties");

    /** Milliseconds of the warm function, measured on one machine in the emulated AWS, rounded up. */
    static final int FAILURE_MILLIS = 500;

    static final int REPEATED_MILLIS = 50;
    static final int SWEEP_MILLIS = 1_000;

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

    Measured() throws IOException {
        try (Reader text = Files.newBufferedReader(COUNTED)) {
            counted.load(text);
        }
    }

    long of(String name) {
        return Long.parseLong(counted.getProperty(name));
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
