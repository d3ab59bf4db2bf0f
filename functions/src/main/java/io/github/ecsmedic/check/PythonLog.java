package io.github.ecsmedic.check;

import io.github.ecsmedic.check.LogBlock.Saying;
import io.github.ecsmedic.check.LogBlock.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Python's tracebacks, whose last line says what happened, with the tracebacks from which they were raised. */
final class PythonLog implements LogFamily {
    private static final String TRACEBACK = "Traceback (most recent call last):";
    private static final List<String> CHAINED =
            List.of("During handling of the above exception", "The above exception was the direct cause of");
    private static final List<String> FOREIGN =
            List.of("site-packages", "dist-packages", "/lib/python", "/lib64/python", "\"<", "/runpy.py");
    private static final List<String> SIDE =
            List.of("exception ignored in", "error in atexit", "--- logging error ---", "at shutdown");
    private static final List<String> STARTS = List.of(
            "exception in worker process",
            "failed to start",
            "startup failed",
            "error during startup",
            "fatal",
            "critical");

    @Override
    public Optional<LogBlock> at(LogText log, int i) {
        boolean begins = log.text(i).contains(TRACEBACK)
                || (log.stripped(i).startsWith("File \"") && log.text(i).contains(", line "));
        return begins ? Optional.of(block(log, i)) : Optional.empty();
    }

    private static LogBlock block(LogText log, int from) {
        List<Saying> chain = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        int i = log.text(from).contains(TRACEBACK) ? from + 1 : from;
        while (i < log.size()) {
            int own = -1;
            while (i < log.size() && (log.indented(i) || log.stripped(i).startsWith("[Previous line repeated"))) {
                own = own(bare(log, i)) ? i : own;
                i++;
            }
            if (i >= log.size()) {
                break;
            }
            int said = i;
            i = message(log, said + 1);
            chain.addFirst(new Saying(said, i - said - 1, own < 0 ? List.of() : List.of(own)));
            if (own >= 0 && log.continues(own + 1) && !bare(log, own + 1).startsWith("File \"")) {
                sources.addFirst(own + 1);
            }
            if (!chained(log, i)) {
                break;
            }
            i += 2;
        }
        // a log may end, or be cut, within a traceback
        return chain.isEmpty()
                ? new LogBlock(from, i, Weight.ERROR, List.of(new Saying(i - 1, 0, List.of())), List.of())
                : block(log, from, i, chain, sources);
    }

    private static LogBlock block(LogText log, int from, int to, List<Saying> chain, List<Integer> sources) {
        List<Integer> beside = new ArrayList<>(chain.getFirst().frames());
        // the exception from which all began, and where
        beside.add(chain.getLast().line());
        beside.addAll(chain.getLast().frames());
        sources.stream().limit(1).forEach(beside::add);
        if (log.level(from - 1).compareTo(LogLevel.ERROR) >= 0) {
            beside.add(from - 1);
        }
        return new LogBlock(from, to, weight(log, from, chain.getFirst().line()), chain, beside);
    }

    private static Weight weight(LogText log, int from, int said) {
        int above = from - 1;
        if (log.says(above, SIDE)) {
            return Weight.BACKGROUND;
        }
        if (log.text(said).startsWith("SystemExit") || log.text(said).startsWith("KeyboardInterrupt")) {
            return Weight.GENERIC;
        }
        if (log.text(above).startsWith("Exception in thread") || log.text(above).startsWith("Process ")) {
            return Weight.FATAL;
        }
        LogLevel level = log.text(from).startsWith(TRACEBACK) ? log.level(above) : log.level(from);
        boolean starts = log.says(above, STARTS);
        boolean never = log.text(above).contains("was never retrieved");
        return switch (level) {
            case FATAL -> Weight.UNCAUGHT;
            case ERROR -> starts ? Weight.UNCAUGHT : Weight.TRACE;
            case WARNING -> Weight.CALM;
            case CALM, NONE -> never ? Weight.TRACE : Weight.UNCAUGHT;
        };
    }

    /** The line after a message that may take several lines, as those of settings do. */
    private static int message(LogText log, int from) {
        int i = from;
        while (i < from + 12
                && log.continues(i)
                && !log.text(i).contains(TRACEBACK)
                && !chained(log, i)
                && (log.indented(i)
                        || (log.indented(i + 1)
                                && log.continues(i + 1)
                                && !log.stripped(i + 1).startsWith("File \"")))) {
            i++;
        }
        return i;
    }

    private static boolean chained(LogText log, int i) {
        return CHAINED.stream().anyMatch(bare(log, i)::startsWith)
                && log.text(i + 1).contains(TRACEBACK);
    }

    /** Groups of exceptions draw a bar before each line. */
    private static String bare(LogText log, int i) {
        String line = log.stripped(i);
        return line.startsWith("| ") ? line.substring(2).strip() : line;
    }

    private static boolean own(String line) {
        return line.startsWith("File \"") && FOREIGN.stream().noneMatch(line::contains);
    }
}
