package io.github.ecsmedic.check;

import static io.github.ecsmedic.check.LogBlock.Weight.BACKGROUND;
import static io.github.ecsmedic.check.LogBlock.Weight.BARE;
import static io.github.ecsmedic.check.LogBlock.Weight.FATAL;
import static io.github.ecsmedic.check.LogBlock.Weight.TRACE;
import static io.github.ecsmedic.check.LogBlock.Weight.UNCAUGHT;

import io.github.ecsmedic.check.LogBlock.Saying;
import io.github.ecsmedic.check.LogBlock.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stack traces of the JVM with their chains of causes, Spring Boot's analysis, and the launcher's own words. */
final class JvmLog implements LogFamily {
    private static final int MESSAGE = 8;
    private static final List<String> SOURCES = List.of(".java:", ".kt:", ".scala:", ".groovy:", ".clj:");
    private static final List<String> HIDDEN = List.of("(Native Method)", "(Unknown Source)", "(<generated>)");
    private static final List<String> FOREIGN = List.of(
            "java.",
            "javax.",
            "jakarta.",
            "jdk.",
            "sun.",
            "com.sun.",
            "kotlin.",
            "kotlinx.",
            "scala.",
            "clojure.",
            "groovy.",
            "org.springframework.",
            "org.apache.",
            "org.hibernate.",
            "org.eclipse.",
            "org.postgresql.",
            "org.flywaydb.",
            "org.jboss.",
            "org.slf4j.",
            "org.mongodb.",
            "org.elasticsearch.",
            "org.codehaus.",
            "io.netty.",
            "io.lettuce.",
            "io.grpc.",
            "io.quarkus.",
            "io.micronaut.",
            "io.vertx.",
            "reactor.",
            "akka.",
            "play.",
            "liquibase.",
            "feign.",
            "okhttp3.",
            "redis.clients.",
            "ch.qos.",
            "com.zaxxer.",
            "com.mysql.",
            "com.mongodb.",
            "com.fasterxml.",
            "com.google.",
            "com.amazonaws.",
            "software.amazon.",
            "com.rabbitmq.",
            "com.microsoft.",
            "oracle.",
            "org.mariadb.");
    private static final List<String> STARTS =
            List.of("application run failed", "failed to start", "startup failed", "unable to start", "error starting");
    private static final List<String> SIDE =
            List.of("shutdownhook", "metrics", "telemetry", "otel", "tracer", "statsd", "exporter");
    private static final List<String> LAUNCHER = List.of(
            "Error: Could not find or load main class",
            "Error: Unable to access jarfile",
            "Error occurred during initialization of VM",
            "Error: Unable to initialize main class",
            "Error: Main method not found",
            "Error: LinkageError",
            "Error: Could not create the Java Virtual Machine",
            "Unrecognized VM option",
            "Terminating due to java.lang.OutOfMemoryError");

    @Override
    public Optional<LogBlock> at(LogText log, int i) {
        String line = log.stripped(i);
        if (line.equals("APPLICATION FAILED TO START")) {
            return Optional.of(SpringAnalysis.at(log, i));
        }
        if (LAUNCHER.stream().anyMatch(line::startsWith)) {
            boolean more = log.continues(i + 1) && !log.text(i + 1).startsWith("Error:");
            return Optional.of(LogBlock.line(i, more ? 1 : 0, UNCAUGHT));
        }
        if (frame(line) || !mayHead(log, i)) {
            return Optional.empty();
        }
        int trace = trace(log, i);
        return trace < 0 ? Optional.empty() : Optional.of(block(log, i, trace));
    }

    /** Cheap: only lines that end before a frame or a cause, or hold the name of a throwable. */
    private static boolean mayHead(LogText log, int i) {
        String line = log.text(i);
        return line.contains("Exception")
                || line.contains("Error")
                || line.contains("Throwable")
                || frame(log.stripped(i + 1))
                || throwable(log, i + 1);
    }

    private static boolean throwable(LogText log, int i) {
        String line = log.text(i);
        int end = line.indexOf(": ");
        String name = end < 0 ? line : line.substring(0, end);
        return log.continues(i)
                && !log.indented(i)
                && name.indexOf('.') > 0
                && name.indexOf(' ') < 0
                && (name.endsWith("Exception") || name.endsWith("Error"));
    }

    /** The first frame below a head whose message may take some lines, or -1. */
    private static int trace(LogText log, int head) {
        for (int i = head + 1; i <= head + MESSAGE && log.continues(i); i++) {
            if (frame(log.stripped(i))) {
                return i;
            }
        }
        return -1;
    }

    private static LogBlock block(LogText log, int from, int trace) {
        // a logger's own line stands above the exception's
        boolean logged = log.level(from) != LogLevel.NONE && throwable(log, from + 1);
        int head = logged ? from + 1 : from;
        List<Saying> chain = new ArrayList<>();
        int section = head;
        int own = -1;
        int i = trace;
        for (; i < log.size(); i++) {
            String line = log.stripped(i);
            if (frame(line)) {
                own = own < 0 && own(line) ? i : own;
            } else if (line.startsWith("Caused by: ")) {
                chain.addFirst(saying(log, section, own));
                section = i;
                own = -1;
            } else if (!line.startsWith("Suppressed: ")
                    && !(line.startsWith("... ") && line.endsWith(" more"))
                    && !line.endsWith("common frames omitted")
                    && !(log.continues(i)
                            && trace(log, i) > 0
                            && log.text(i - 1).contains("Caused by: "))) {
                break;
            }
        }
        chain.addFirst(saying(log, section, own));
        List<Integer> beside = new ArrayList<>();
        chain.stream().flatMap(s -> s.frames().stream()).findFirst().ifPresent(beside::add);
        beside.add(head);
        if (logged) {
            beside.add(from);
        }
        return new LogBlock(from, i, weight(log, from, logged), chain, beside);
    }

    private static Saying saying(LogText log, int line, int own) {
        int more = 0;
        while (more < 3
                && log.continues(line + more + 1)
                && !frame(log.stripped(line + more + 1))
                && !log.stripped(line + more + 1).startsWith("Caused by: ")
                && !log.stripped(line + more + 1).startsWith("... ")) {
            more++;
        }
        return new Saying(line, more, own < 0 ? List.of() : List.of(own));
    }

    private static Weight weight(LogText log, int from, boolean logged) {
        String line = log.text(from);
        if (line.startsWith("Exception in thread \"")) {
            boolean main = line.startsWith("Exception in thread \"main\"");
            return main ? UNCAUGHT : log.says(from, SIDE) ? BACKGROUND : FATAL;
        }
        if (log.level(from) == LogLevel.WARNING || log.level(from) == LogLevel.CALM) {
            return LogBlock.Weight.CALM;
        }
        if (log.says(from, STARTS)) {
            return UNCAUGHT;
        }
        return log.level(from) == LogLevel.FATAL ? FATAL : logged || log.level(from) == LogLevel.ERROR ? TRACE : BARE;
    }

    static boolean frame(String line) {
        return line.startsWith("at ")
                && (SOURCES.stream().anyMatch(line::contains) || HIDDEN.stream().anyMatch(line::contains));
    }

    private static boolean own(String line) {
        String place = line.substring(3);
        int module = place.lastIndexOf('/', place.indexOf('(') < 0 ? place.length() : place.indexOf('('));
        String name = module < 0 ? place : place.substring(module + 1);
        return HIDDEN.stream().noneMatch(line::contains) && FOREIGN.stream().noneMatch(name::startsWith);
    }
}
