package io.github.ecsmedic.check;

import io.github.ecsmedic.check.LogBlock.Saying;
import io.github.ecsmedic.check.LogFault.Said;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the end of an application's log says: the lines that explain, which are seldom the last ones.
 *
 * <p>The log is divided into reports of failures ({@link LogBlock}), each by the family of runtimes that writes so. The
 * report that is nearest to the end of the process wins; see {@link LogRanking}.
 *
 * @param fault a {@link LogFault}'s word, or {@code ""} when the lines name none that is known
 * @param named what is missing, taken or cannot be reached, by kind: {@code setting}, {@code module}, {@code host},
 *     {@code port}, {@code path}, {@code config-file}, {@code command}, {@code action}
 * @param decisive the line that says what happened, or {@code ""} when none sounds like a failure
 * @param lines in the order of the log, at most five; the last ones when none sounds like a failure
 */
public record LogReading(String fault, Resources named, String decisive, List<String> lines) {
    /** How many lines are shown. */
    public static final int SHOWN = 5;

    private static final List<LogFamily> FAMILIES = List.of(
            new PythonLog(),
            new JvmLog(),
            new NodeLog(),
            new GoLog(),
            new RubyLog(),
            new DotnetLog(),
            new PhpLog(),
            new RustLog(),
            new PlainLog());

    public LogReading {
        lines = List.copyOf(lines);
    }

    /** Reads the newest lines of a log, oldest first; one entry may hold several lines. */
    public static LogReading of(List<String> entries) {
        LogText log = LogText.of(entries);
        Optional<LogRanking.Ranked> root = LogRanking.first(log, blocks(log));
        return root.map(r -> of(log, r)).orElseGet(() -> nothing(log));
    }

    private static LogReading nothing(LogText log) {
        return new LogReading(
                "",
                Resources.NONE,
                "",
                log.lines().subList(Math.max(0, log.size() - SHOWN), log.size()).stream()
                        .map(LogLine::shown)
                        .toList());
    }

    private static List<LogBlock> blocks(LogText log) {
        List<LogBlock> found = new ArrayList<>();
        int i = 0;
        while (i < log.size()) {
            int line = i;
            Optional<LogBlock> block =
                    FAMILIES.stream().flatMap(f -> f.at(log, line).stream()).findFirst();
            block.ifPresent(found::add);
            i = Math.max(i + 1, block.map(LogBlock::to).orElse(0));
        }
        return found;
    }

    private static LogReading of(LogText log, LogRanking.Ranked root) {
        Saying saying = root.saying();
        Set<Integer> shown = new LinkedHashSet<>(List.of(saying.line()));
        Set<String> texts = new LinkedHashSet<>(List.of(LogLine.message(log.text(saying.line()))));
        List<Integer> wanted = new ArrayList<>(naming(log, root));
        wanted.addAll(saying.frames());
        root.block().says().stream().limit(1).map(Saying::line).forEach(wanted::add);
        wanted.addAll(root.block().beside());
        wanted.addAll(root.beside());
        for (int line : wanted) {
            if (shown.size() < SHOWN && !shown.contains(line) && texts.add(LogLine.message(log.text(line)))) {
                shown.add(line);
            }
        }
        return new LogReading(
                root.said().map(s -> s.fault().word()).orElse(""),
                root.said().map(Said::named).orElse(Resources.NONE),
                decisive(log, root),
                shown.stream().sorted().map(i -> log.lines().get(i).shown()).toList());
    }

    /** A head that only names the exception's class gives way to the message below it. */
    private static String decisive(LogText log, LogRanking.Ranked root) {
        Saying saying = root.saying();
        String head = log.stripped(saying.line());
        int below = naming(log, root).stream().findFirst().orElse(saying.line() + 1);
        boolean bare = saying.more() > 0 && head.endsWith(":") && head.indexOf(' ') < 0;
        int line = bare && below <= saying.line() + saying.more() ? below : saying.line();
        return log.lines().get(line).shown().strip();
    }

    /** The lines that hold the names, where the decisive line does not: below it, or elsewhere in the report. */
    private static List<Integer> naming(LogText log, LogRanking.Ranked root) {
        int line = root.saying().line();
        List<Integer> found = new ArrayList<>();
        for (String name : root.said().map(s -> s.named().ids()).orElse(List.of())) {
            int below = holds(log, line, line + root.saying().more() + 1, name);
            int place = below >= 0
                    ? below
                    : holds(log, root.block().from(), root.block().to(), name);
            if (place >= 0) {
                found.add(place);
            }
            // "redis_url", and what is the matter with it on the next line
            if (place > line && place < line + root.saying().more()) {
                found.add(place + 1);
            }
        }
        return found;
    }

    private static int holds(LogText log, int from, int to, String name) {
        return IntStream.range(from, to)
                .filter(i -> log.text(i).contains(name))
                .findFirst()
                .orElse(-1);
    }
}
