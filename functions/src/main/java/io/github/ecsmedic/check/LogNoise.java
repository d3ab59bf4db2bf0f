package io.github.ecsmedic.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands in every log and ends no process: helpers that fail, and what fails once and then works. */
final class LogNoise {
    private static final int SAME = 4;
    private static final List<String> SIDE = List.of(
            "metric",
            "statsd",
            "telemetry",
            "otel",
            "otlp",
            "tracing",
            "tracer",
            "trace export",
            "span",
            "datadog",
            "dd-agent",
            "newrelic",
            "new relic",
            "sentry",
            "analytics",
            "prometheus",
            "x-ray",
            "xray",
            "health probe",
            "healthcheck",
            "health check",
            "healthz",
            "/health",
            "livez",
            "readyz",
            "favicon",
            "robots.txt",
            "deprecat",
            "feature flag",
            "shutdown hook",
            "during shutdown",
            "while shutting down",
            "on shutdown",
            "draining",
            "fluentd",
            "fluent-bit",
            "logstash",
            "heartbeat",
            "geoip",
            "usage report",
            "update check",
            "version check",
            "newsletter",
            "exporter");
    private static final List<String> ENDING = List.of(
            "exiting",
            "exited with",
            "exit code",
            "exit status",
            "shutting down",
            "shutdown",
            "failed to start",
            "failed to boot",
            "startup failed",
            "could not start",
            "cannot start",
            "unable to start",
            "giving up",
            "gave up",
            "terminated unexpectedly",
            "terminating",
            "bootstrap failed",
            "initialization failed",
            "run failed",
            "aborting",
            "process.exit",
            "systemexit",
            "non-zero exit",
            "stopped unexpectedly",
            "startup aborted",
            "not started",
            "failed to initialize",
            "early termination",
            "fatal errors found",
            "backoff limit",
            "goodbye",
            "invalid environment variables",
            "environment validation");
    private static final List<String> WORKED = List.of(
            "connected",
            "recovered",
            "succeeded",
            "success",
            "established",
            "is back",
            "available again",
            "healthy again",
            "is up",
            "ready after",
            "ok after",
            "connection restored",
            "resolved to");
    private static final List<String> UNDONE = List.of("disconnected", "not connected", "unsuccess", "not established");
    private static final Set<String> COMMON = Set.of(
            "connection",
            "connect",
            "connecting",
            "connected",
            "refused",
            "error",
            "errors",
            "failed",
            "retrying",
            "retry",
            "attempt",
            "attempts",
            "warn",
            "warning",
            "info",
            "with",
            "from",
            "after",
            "time",
            "timeout",
            "timed",
            "could",
            "cannot",
            "unable",
            "econnrefused",
            "enotfound",
            "getaddrinfo",
            "dial",
            "lookup",
            "such",
            "host",
            "again",
            "into",
            "main",
            "com",
            "example");

    private final List<Worked> worked;

    private record Worked(int line, Set<String> words) {}

    LogNoise(LogText log) {
        List<Worked> found = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            if (log.level(i).compareTo(LogLevel.WARNING) < 0 && log.says(i, WORKED) && !log.says(i, UNDONE)) {
                found.add(new Worked(i, words(log.lower(i))));
            }
        }
        worked = List.copyOf(found);
    }

    /** Whether a helper speaks, which may fail without harm. */
    static boolean side(String text) {
        return among(SIDE, text);
    }

    /** Whether it only says that it ends. */
    static boolean ending(String text) {
        return among(ENDING, text);
    }

    /** Whether what a report complains about is said to work in a later line. */
    boolean recovered(LogBlock block, String complaint) {
        Set<String> words = words(complaint.toLowerCase(Locale.ROOT));
        return worked.stream()
                .anyMatch(w -> w.line() >= block.to() && w.words().stream().anyMatch(words::contains));
    }

    private static Set<String> words(String lower) {
        Set<String> words = new HashSet<>();
        int from = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean letter = i < lower.length() && Character.isLetter(lower.charAt(i));
            if (letter && from < 0) {
                from = i;
            } else if (!letter && from >= 0) {
                if (i - from >= SAME && !COMMON.contains(lower.substring(from, i))) {
                    words.add(lower.substring(from, i));
                }
                from = -1;
            }
        }
        return words;
    }

    private static boolean among(List<String> words, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
