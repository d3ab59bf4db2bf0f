package io.github.ecsmedic.check;

import io.github.ecsmedic.check.LogBlock.Saying;
import io.github.ecsmedic.check.LogBlock.Weight;
import java.util.List;
import java.util.Optional;

/** Go's panics with the goroutines below them, its runtime's fatal errors, and the frames that its loggers add. */
final class GoLog implements LogFamily {
    private static final List<String> FOREIGN =
            List.of("/usr/local/go/", "/pkg/mod/", "/vendor/", "/go/src/runtime/", "_testmain");

    @Override
    public Optional<LogBlock> at(LogText log, int i) {
        String line = log.text(i);
        boolean dies = line.startsWith("panic: ")
                || line.startsWith("fatal error: ")
                || line.startsWith("runtime: goroutine stack");
        if (dies) {
            return Optional.of(block(log, i, Weight.UNCAUGHT));
        }
        boolean served = line.contains("http: panic serving ");
        boolean traced = log.level(i).compareTo(LogLevel.ERROR) >= 0 && place(log, i + 2) && log.continues(i + 1);
        if (served || traced) {
            boolean fatal = !served && log.level(i) == LogLevel.FATAL;
            return Optional.of(block(log, i, fatal ? Weight.FATAL : Weight.TRACE));
        }
        return Optional.empty();
    }

    private static LogBlock block(LogText log, int from, Weight weight) {
        int own = -1;
        int said = from;
        int goroutines = 0;
        int i = from + 1;
        for (; i < log.size(); i++) {
            String line = log.text(i);
            goroutines += line.startsWith("goroutine ") ? 1 : 0;
            if (line.strip().startsWith("panic: ")) {
                said = i;
            } else if (!part(log, i)) {
                break;
            }
            if (own < 0 && goroutines <= 1 && place(log, i) && FOREIGN.stream().noneMatch(line::contains)) {
                own = i;
            }
        }
        List<Integer> frames = own < 0 ? List.of() : List.of(own);
        List<Saying> says = said == from
                ? List.of(new Saying(from, 0, frames))
                : List.of(new Saying(from, 0, frames), new Saying(said, 0, frames));
        return new LogBlock(from, i, weight, says, frames);
    }

    private static boolean part(LogText log, int i) {
        String line = log.text(i);
        return log.continues(i)
                && (line.startsWith("goroutine ")
                        || line.startsWith("created by ")
                        || line.startsWith("[signal ")
                        || line.startsWith("exit status ")
                        || line.startsWith("\t")
                        || line.startsWith("runtime: ")
                        || line.startsWith("runtime stack:")
                        || line.startsWith("...")
                        || place(log, i + 1));
    }

    /** {@code \t/src/cmd/api/main.go:31 +0x1d}: where the function of the line above stands. */
    private static boolean place(LogText log, int i) {
        String line = log.text(i);
        return (line.startsWith("\t") || line.startsWith("  ")) && (line.contains(".go:") || line.contains(".s:"));
    }
}
