package io.github.ecsmedic.check;

import io.github.ecsmedic.check.LogBlock.Saying;
import io.github.ecsmedic.check.LogBlock.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ruby's uncaught exceptions, whose first line holds the place, the message and the class, and those of rake and Puma. */
final class RubyLog implements LogFamily {
    private static final List<String> FOREIGN = List.of(
            "/gems/", "<internal:", "/usr/lib/ruby", "/usr/local/lib/ruby", "/usr/local/bundle/", "/bin/", "bootsnap");

    @Override
    public Optional<LogBlock> at(LogText log, int i) {
        String line = log.text(i);
        if (line.endsWith("aborted!") && log.continues(i + 1)) {
            return Optional.of(block(log, i, i + 1));
        }
        if (line.contains("! Unable to load application: ")) {
            return Optional.of(LogBlock.line(i, 0, Weight.UNCAUGHT));
        }
        boolean heads = placed(line) && line.endsWith(")") && line.contains(" (") && line.contains(": ");
        return heads && log.continues(i) ? Optional.of(block(log, i, i)) : Optional.empty();
    }

    private static LogBlock block(LogText log, int from, int head) {
        List<Saying> chain = new ArrayList<>();
        int section = head;
        int own = placed(log.text(head)) && own(log.text(head)) ? head : -1;
        int i = head + 1;
        for (; i < log.size() && log.continues(i); i++) {
            String line = log.stripped(i);
            if (line.equals("Caused by:")) {
                chain.addFirst(saying(section, own));
                section = i + 1;
                own = -1;
                i++;
            } else if (placed(line) && line.endsWith(")") && line.contains(": ") && !line.startsWith("from ")) {
                chain.addFirst(saying(section, own));
                section = i;
                own = own(line) ? i : -1;
            } else if (frame(line)) {
                own = own < 0 && own(line) ? i : own;
            } else if (!line.startsWith("Tasks: ")
                    && !line.startsWith("... ")
                    && !line.startsWith("(See full trace")
                    && !line.startsWith("Did you mean?")) {
                break;
            }
        }
        chain.addFirst(saying(section, own));
        List<Integer> beside = new ArrayList<>(chain.getFirst().frames());
        beside.add(head);
        boolean thread = log.text(from - 1).contains("terminated with exception");
        return new LogBlock(from, i, thread ? Weight.FATAL : weight(log, from - 1), chain, beside);
    }

    private static Weight weight(LogText log, int above) {
        return log.level(above) == LogLevel.ERROR && log.text(above).endsWith(":") ? Weight.TRACE : Weight.UNCAUGHT;
    }

    private static Saying saying(int line, int own) {
        return new Saying(line, 0, own < 0 || own == line ? List.of() : List.of(own));
    }

    /** {@code …:12:in `name'}, with a backtick before Ruby 3.4. */
    private static boolean placed(String line) {
        int in = line.indexOf(":in ");
        return in > 0
                && in + 4 < line.length()
                && (line.charAt(in + 4) == '`' || line.charAt(in + 4) == '\'')
                && Character.isDigit(line.charAt(in - 1));
    }

    private static boolean frame(String line) {
        return line.startsWith("from ") || placed(line);
    }

    private static boolean own(String line) {
        return FOREIGN.stream().noneMatch(line::contains);
    }
}
