package io.github.ecsmedic.check;

import io.github.ecsmedic.check.LogBlock.Saying;
import io.github.ecsmedic.check.LogBlock.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exceptions of .NET with those inside them ({@code --->}), uncaught or written by its loggers. */
final class DotnetLog implements LogFamily {
    private static final int MESSAGE = 6;
    private static final String INNER = "---> ";
    private static final List<String> FOREIGN = List.of(
            "at System.",
            "at Microsoft.",
            "at Npgsql.",
            "at StackExchange.",
            "at MySql",
            "at Grpc.",
            "at Polly.",
            "at Serilog.",
            "at Autofac.",
            "at MassTransit.",
            "at RabbitMQ.",
            "at Amazon.",
            "at MongoDB.",
            "at Newtonsoft.",
            "at Oracle.",
            "at Dapper.");
    private static final List<String> ENDS = List.of(
            "hosting failed to start",
            "host terminated unexpectedly",
            "backgroundservice failed",
            "application startup exception",
            "application terminated",
            "failed to start");

    @Override
    public Optional<LogBlock> at(LogText log, int i) {
        String line = log.text(i);
        boolean uncaught = line.startsWith("Unhandled exception") || line.startsWith("Unhandled Exception:");
        if (uncaught) {
            return Optional.of(block(log, i, i));
        }
        if (log.level(i) == LogLevel.NONE || log.level(i) == LogLevel.CALM) {
            return exception(log.text(i)) && trace(log, i) ? Optional.of(block(log, i, i)) : Optional.empty();
        }
        for (int head = i + 1; head < i + MESSAGE && log.continues(head); head++) {
            if (exception(log.stripped(head))) {
                return Optional.of(block(log, i, head));
            }
        }
        // the console's logger writes the category first, the message below it
        return line.endsWith("]") && log.continues(i + 1) && log.text(i + 1).startsWith("      ")
                ? Optional.of(
                        new LogBlock(i, i + 2, console(log, i), List.of(new Saying(i + 1, 0, List.of())), List.of()))
                : Optional.empty();
    }

    private static boolean trace(LogText log, int head) {
        for (int i = head + 1; i < head + MESSAGE && log.continues(i); i++) {
            if (frame(log.stripped(i))) {
                return true;
            }
        }
        return false;
    }

    private static LogBlock block(LogText log, int from, int head) {
        List<Integer> heads = new ArrayList<>(List.of(head));
        List<Integer> own = new ArrayList<>();
        int i = head + 1;
        for (; i < log.size() && log.continues(i); i++) {
            String line = log.stripped(i);
            if (line.startsWith(INNER)) {
                heads.addFirst(i);
            } else if (frame(line)) {
                boolean foreign = FOREIGN.stream().anyMatch(line::startsWith);
                if (!foreign) {
                    own.add(i);
                }
            } else if (!line.startsWith("--- End of ") && !log.indented(i) && !(i <= head + MESSAGE && trace(log, i))) {
                break;
            }
        }
        List<Saying> says = heads.stream()
                .map(h -> new Saying(h, 0, own.stream().limit(1).toList()))
                .toList();
        List<Integer> beside = new ArrayList<>(own.stream().limit(1).toList());
        beside.add(head);
        if (from < head) {
            beside.add(log.text(from).endsWith("]") ? from + 1 : from);
        }
        return new LogBlock(from, i, weight(log, from, head), says, beside);
    }

    private static Weight weight(LogText log, int from, int head) {
        if (log.text(from).startsWith("Unhandled ")) {
            return Weight.UNCAUGHT;
        }
        for (int i = from; i < head; i++) {
            if (log.says(i, ENDS)) {
                return Weight.UNCAUGHT;
            }
        }
        return from == head ? Weight.BARE : console(log, from);
    }

    private static Weight console(LogText log, int from) {
        return switch (log.level(from)) {
            case FATAL -> Weight.FATAL;
            case ERROR -> log.says(from + 1, ENDS) ? Weight.FATAL : Weight.TRACE;
            case NONE, CALM, WARNING -> Weight.CALM;
        };
    }

    /** {@code System.IO.IOException: …} or {@code ---> Npgsql.NpgsqlException (0x80004005): …}. */
    private static boolean exception(String line) {
        String text = line.startsWith(INNER) ? line.substring(INNER.length()) : line;
        int colon = text.indexOf(": ");
        if (colon < 0) {
            return false;
        }
        String name = text.substring(0, colon);
        int code = name.indexOf(" (");
        String kind = code < 0 ? name : name.substring(0, code);
        return kind.indexOf(' ') < 0
                && kind.indexOf('.') > 0
                && kind.endsWith("Exception")
                && Character.isUpperCase(kind.charAt(0));
    }

    private static boolean frame(String line) {
        return line.startsWith("at ")
                && line.indexOf('(') > 0
                && (line.endsWith(")") || line.contains(":line "))
                && !JvmLog.frame(line)
                && !NodeLog.frame(line);
    }
}
