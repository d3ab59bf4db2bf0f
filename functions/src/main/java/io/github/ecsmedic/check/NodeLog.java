package io.github.ecsmedic.check;

import io.github.ecsmedic.check.LogBlock.Saying;
import io.github.ecsmedic.check.LogBlock.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Errors of Node: with frames, with the source line above when nobody caught them, rejected promises, a full heap. */
final class NodeLog implements LogFamily {
    private static final int NEAR = 8;
    private static final int LONGEST = 60;
    private static final List<String> SOURCES = List.of(
            ".js:", ".mjs:", ".cjs:", ".ts:", ".tsx:", ".jsx:", "node:", "(<anonymous>)", "(native)", "(index ");

    private static final List<String> INNER = List.of("Error: ", "Error]: ", "Exception: ");

    @Override
    public Optional<LogBlock> at(LogText log, int i) {
        String line = log.text(i);
        if (line.contains("FATAL ERROR: ") && line.contains("heap")) {
            return Optional.of(LogBlock.line(i, 0, Weight.UNCAUGHT));
        }
        if (line.contains("UnhandledPromiseRejection") && !frame(log.stripped(i + 1))) {
            return Optional.of(LogBlock.line(i, 0, Weight.FATAL));
        }
        if (place(line)) {
            int head = head(log, i + 1);
            return head < 0 ? Optional.empty() : Optional.of(block(log, i, head, true));
        }
        return !frame(log.stripped(i)) && headed(log, i) ? Optional.of(block(log, i, i, false)) : Optional.empty();
    }

    /** {@code /srv/server.js:12}: the place that stands above an error that nobody caught. */
    private static boolean place(String line) {
        int colon = line.lastIndexOf(':');
        if (colon < 0
                || line.indexOf(' ') >= 0
                || !(line.startsWith("node:") || line.startsWith("/") || line.startsWith("file:"))) {
            return false;
        }
        return colon + 1 < line.length() && line.substring(colon + 1).chars().allMatch(Character::isDigit);
    }

    /** The error's own line below the source that is shown, or -1. */
    private static int head(LogText log, int from) {
        for (int i = from; i < from + NEAR && log.continues(i); i++) {
            if (error(log.text(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean error(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? line : line.substring(0, colon);
        int bracket = name.indexOf(" [");
        String kind = bracket < 0 ? name : name.substring(0, bracket);
        return kind.indexOf(' ') < 0
                && (kind.endsWith("Error") || kind.endsWith("Exception") || kind.startsWith("[Unhandled"));
    }

    /** An error whose frames follow; its message may take some lines, as the "Require stack" does. */
    private static boolean headed(LogText log, int i) {
        String line = log.text(i);
        if (!line.contains("Error") && !line.contains("Exception") && !frame(log.stripped(i + 1))) {
            return false;
        }
        for (int j = i + 1; j < i + NEAR && log.continues(j); j++) {
            if (frame(log.stripped(j))) {
                return true;
            }
        }
        return false;
    }

    private static LogBlock block(LogText log, int from, int head, boolean placed) {
        List<Saying> says = new ArrayList<>();
        List<Integer> own = new ArrayList<>();
        int first = -1;
        int i = head + 1;
        while (i < Math.min(log.size(), head + LONGEST) && part(log, i, first >= 0)) {
            String line = log.stripped(i);
            if (frame(line)) {
                first = first < 0 ? i : first;
                if (own(line)) {
                    own.add(i);
                }
            } else if (first >= 0 && INNER.stream().anyMatch(line::contains)) {
                says.add(new Saying(i, 0, List.of()));
            }
            i++;
        }
        boolean died = log.stripped(i).startsWith("Node.js v");
        says.addFirst(new Saying(head, Math.max(0, first - head - 1), List.of()));
        List<Integer> beside = new ArrayList<>(own.stream().limit(1).toList());
        if (logged(log, head)) {
            beside.add(head - 1);
        }
        return new LogBlock(from, i + (died ? 1 : 0), weight(log, head, placed || died), says, beside);
    }

    /** Frames, the properties of the error in braces, and before all of them the rest of the message. */
    private static boolean part(LogText log, int i, boolean framed) {
        String line = log.text(i);
        return frame(log.stripped(i))
                || line.startsWith("Emitted '")
                || (framed ? line.startsWith(" ") || line.startsWith("}") : log.continues(i));
    }

    /** The entry of a logger stands above: its message, then the error's stack. */
    private static boolean logged(LogText log, int head) {
        return log.level(head - 1).compareTo(LogLevel.ERROR) >= 0
                && (log.text(head - 1).startsWith("ERROR ")
                        || log.text(head - 1).startsWith("FATAL "));
    }

    private static Weight weight(LogText log, int head, boolean died) {
        LogLevel level = logged(log, head) ? log.level(head - 1) : log.level(head);
        return switch (level) {
            case WARNING, CALM -> Weight.CALM;
            case FATAL -> Weight.FATAL;
            case NONE, ERROR ->
                died ? Weight.UNCAUGHT : error(log.text(head)) && !logged(log, head) ? Weight.BARE : Weight.TRACE;
        };
    }

    static boolean frame(String line) {
        return line.startsWith("at ") && SOURCES.stream().anyMatch(line::contains) && !line.contains(".cs:");
    }

    private static boolean own(String line) {
        return !line.contains("node:")
                && !line.contains("node_modules")
                && !line.contains("(<anonymous>)")
                && !line.contains("(native)")
                && !line.contains("(index ");
    }
}
