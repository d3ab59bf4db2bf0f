package io.github.ecsmedic.check;

import io.github.ecsmedic.check.LogBlock.Saying;
import io.github.ecsmedic.check.LogBlock.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rust's panics, and the error that {@code main} returns with what caused it. */
final class RustLog implements LogFamily {
    @Override
    public Optional<LogBlock> at(LogText log, int i) {
        String line = log.text(i);
        if (line.startsWith("thread '") && line.contains("panicked at ")) {
            return Optional.of(panic(log, i));
        }
        boolean returned = line.startsWith("Error: ") && log.stripped(i + 1).equals("Caused by:");
        return returned ? Optional.of(chain(log, i)) : Optional.empty();
    }

    private static LogBlock panic(LogText log, int from) {
        int said = log.text(from).endsWith(":") && log.continues(from + 1) ? from + 1 : from;
        int i = said + 1;
        int own = -1;
        while (log.continues(i)
                && (log.indented(i)
                        || log.text(i).startsWith("note: ")
                        || log.text(i).startsWith("stack backtrace"))) {
            own = own < 0 && log.stripped(i).startsWith("at ./") ? i : own;
            i++;
        }
        List<Integer> beside = new ArrayList<>(List.of(from));
        if (own >= 0) {
            beside.add(own);
        }
        boolean main = log.text(from).startsWith("thread 'main'");
        return new LogBlock(
                from, i, main ? Weight.UNCAUGHT : Weight.FATAL, List.of(new Saying(said, 0, List.of())), beside);
    }

    private static LogBlock chain(LogText log, int from) {
        List<Saying> says = new ArrayList<>(List.of(new Saying(from, 0, List.of())));
        int i = from + 2;
        while (log.continues(i) && log.indented(i)) {
            says.addFirst(new Saying(i, 0, List.of()));
            i++;
        }
        return new LogBlock(from, i, Weight.UNCAUGHT, says, List.of(from));
    }
}
