package io.github.ecsmedic.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs that are made to cost time. */
class HostileLogTest {
    private static final Duration MOST = Duration.ofMillis(50);
    private static final int WARM = 30;
    private static final int MEASURED = 15;

    record Hostile(String name, List<String> log) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> logs() {
        String words =
                "environment variable not set missing required connection refused timed out permission denied no such file "
                        + "already in use cannot parse heap out of memory host port ECONNREFUSED lookup module ";
        return Stream.of(
                many("faults", i -> "ERROR connect ECONNREFUSED 10.0.0." + i % 250 + ":5432 KeyError: 'A_B' " + words),
                many("words", i -> words.repeat(6)),
                many("frames", i -> i % 3 == 0 ? "java.lang.Error: x" : "\\tat a.b.C.d(C.java:" + i + ")"),
                many("causes", i -> "Caused by: a.b.CException: " + words),
                many(
                        "tracebacks",
                        i -> i % 2 == 0 ? "Traceback (most recent call last):" : "  File \"/srv/a.py\", line " + i),
                many("places", i -> "  File \"/srv/a.py\", line " + i),
                many("json", i -> "{\"level\":\"error\",\"msg\":" + "{\"a\":".repeat(200) + "\"" + words),
                many("node", i -> i % 4 == 0 ? "/srv/a.js:1" : "Error: " + words),
                many("long lines", i -> i % 100 == 0 ? "ERROR " + words.repeat(300) : "INFO x"),
                new Hostile(
                        "lines of 64 kB",
                        Collections.nCopies(16, "ERROR " + words.repeat(350).substring(0, 65_000))),
                new Hostile("one entry of 1 MB", List.of((words + "\n").repeat(6_000))),
                new Hostile("one word of 1 MB", List.of("A_".repeat(500_000))));
    }

    private static Hostile many(String name, IntFunction<String> line) {
        return new Hostile(name, IntStream.range(0, 10_000).mapToObj(line).toList());
    }

    @ParameterizedTest
    @MethodSource("logs")
    void log_madeToCostTime_isReadInTime(Hostile hostile) {
        for (int i = 0; i < WARM; i++) {
            LogReading.of(hostile.log());
        }
        long[] nanos = IntStream.range(0, MEASURED)
                .mapToLong(i -> {
                    long from = System.nanoTime();
                    LogReading.of(hostile.log());
                    return System.nanoTime() - from;
                })
                .sorted()
                .toArray();

        // the quickest quarter: what else runs on the machine is not the reader's cost
        assertThat(Duration.ofNanos(nanos[MEASURED / 4])).isLessThan(MOST);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void log_madeToCostTime_isShownInBoundedLines(Hostile hostile) {
        assertThat(LogReading.of(hostile.log()).lines())
                .hasSizeBetween(1, LogReading.SHOWN)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(401));
    }
}
