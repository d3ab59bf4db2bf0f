package io.github.ecsmedic.check;

import com.google.re2j.Pattern;
import io.github.ecsmedic.check.LogFault.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What the end of an application's log says: the lines that explain, which are seldom the last ones.
 *
 * <p>A line weighs by what it names (a {@link LogFault}), by how fatal it sounds and, between equals, by how late it
 * stands. The heaviest is the root; beside it stand the head of its stack trace, the frame in the application's own code
 * and lines nearby that speak of the same thing.
 *
 * @param fault a {@link LogFault}'s word, or {@code ""} when the lines name none that is known
 * @param name what is missing or cannot be reached: a variable, a module, host and port; or {@code ""}
 * @param decisive the root, or {@code ""} when none sounds like a failure
 * @param lines in their order, at most five; the last ones when none sounds like a failure
 */
public record LogReading(String fault, String name, String decisive, List<String> lines) {
    /** How many lines are shown. */
    public static final int SHOWN = 5;

    private static final int LINE = 400;
    private static final int NEAR = 12;
    private static final int ALARMING = 15;

    private static final Pattern COLOUR = Pattern.compile("\\x1b\\[[0-9;]*[A-Za-z]");
    private static final Pattern FATAL =
            Pattern.compile("(?i)\\bfatal\\b|\\bpanic\\b|\\[(?:emerg|alert|crit)\\]|\\bcritical\\b|"
                    + "uncaught|unhandled|Exception in thread|run failed|^Caused by:|(?:cannot|can't|could not|unable to|failed to) start|"
                    + "^\\s*(?:Traceback \\(most recent|goroutine 1 )|terminating|\\babort(?:ed|ing)?\\b");
    private static final Pattern HEAD = Pattern.compile(
            "^(?:[\\w.$]+\\.)?\\w*(?:Error|Exception|Exit|Interrupt|Panic)(?:: | \\[|$)|^\\S+:\\d+:in [`'][^\\n]*\\(\\w+(?:::\\w+)*\\)$|"
                    + "^Unhandled exception\\. ");
    private static final Pattern ERROR = Pattern.compile(
            "(?i)\\berr(?:or)?\\b|\\w(?:Error|Exception)\\b|\"level\":\\s*\"?(?:50|60)|\\bsevere\\b|\\bfail(?:ed|ure)?\\b");
    private static final Pattern CALM = Pattern.compile(
            "(?i)\\b(?:warn|warning|info|debug|trace|notice)\\b|retry|retrying|attempt \\d|deprecat|ignor(?:ed|ing)|skipp|recovered");
    private static final Pattern LISTS = Pattern.compile(
            "(?i)(?:missing|required|undefined|invalid)(?: \\w+)? (?:environment|env|config\\w*) ?(?:variables?|vars?|keys?|values?)?:\\s*$");
    private static final Pattern FRAME = Pattern.compile(
            "^\\s+(?:at |throw |File \"|from |in |\\.{3} \\d+ )|^\\s+(?:/|\\^)|^\\t|^node:|^\\s*[\\w./-]+\\.\\w+:\\d+(?::\\d+)?$");
    private static final Pattern FOREIGN = Pattern.compile(
            "node:|node_modules|\\bat (?:java|javax|jakarta|jdk|sun|com\\.sun|org\\.springframework|org\\.apache|org\\.hibernate|"
                    + "io\\.netty|System|Microsoft)\\b|site-packages|/lib/python|/usr/local/|/gems/|/runtime/|\\.{3} \\d+ |<frozen");

    public LogReading {
        lines = List.copyOf(lines);
    }

    /** Reads the newest lines of a log, oldest first; one entry may hold several lines. */
    public static LogReading of(List<String> entries) {
        List<String> lines = entries.stream()
                .flatMap(String::lines)
                .map(line -> COLOUR.matcher(line).replaceAll(""))
                .map(line -> line.length() > LINE ? line.substring(0, LINE) + "…" : line)
                .filter(line -> !line.isBlank())
                .toList();
        int[] weights =
                IntStream.range(0, lines.size()).map(i -> weight(lines, i)).toArray();
        int root = root(weights);
        if (root < 0 || weights[root] < ALARMING) {
            return new LogReading("", "", "", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
        }
        Optional<Said> said = said(lines, root);
        List<String> chosen =
                chosen(lines, weights, root).stream().map(lines::get).toList();
        return new LogReading(
                said.map(s -> s.fault().word()).orElse(""),
                said.map(Said::name).orElse(""),
                lines.get(root).strip(),
                chosen);
    }

    private static int root(int[] weights) {
        return IntStream.range(0, weights.length)
                .boxed()
                .max(Comparator.<Integer>comparingInt(i -> weights[i]).thenComparing(Comparator.naturalOrder()))
                .orElse(-1);
    }

    private static int weight(List<String> lines, int index) {
        String line = lines.get(index);
        boolean framed = index + 1 < lines.size() && frame(lines, index + 1);
        boolean ended = index > 0 && frame(lines, index - 1);
        int weight = said(lines, index).isPresent() ? 60 : 0;
        if (frame(lines, index)) {
            return weight == 0 ? 0 : weight / 2;
        }
        weight += FATAL.matcher(line).find() ? 30 : 0;
        weight += HEAD.matcher(line).find() && (framed || ended) ? 30 : 0;
        weight += ERROR.matcher(line).find() ? ALARMING : 0;
        weight -= CALM.matcher(line).find() ? 40 : 0;
        return weight;
    }

    /** What a line names; two frameworks say on a second line which setting it is. */
    private static Optional<Said> said(List<String> lines, int index) {
        String line = lines.get(index);
        if (line.strip().startsWith("Field required") && index > 0) {
            return Optional.of(new Said(
                    LogFault.MISSING_CONFIGURATION, lines.get(index - 1).strip()));
        }
        if (LISTS.matcher(line).find() && index + 1 < lines.size()) {
            String next = lines.get(index + 1).strip();
            int end = next.indexOf(':');
            return Optional.of(new Said(
                    LogFault.MISSING_CONFIGURATION,
                    (end < 0 ? next : next.substring(0, end)).replaceFirst("^[-*•] *", "")));
        }
        return LogFault.in(line);
    }

    private static SortedSet<Integer> chosen(List<String> lines, int[] weights, int root) {
        SortedSet<Integer> chosen = new TreeSet<>(List.of(root));
        List<Integer> wanted = new ArrayList<>();
        if (said(lines, root).isPresent() && !LogFault.in(lines.get(root)).isPresent()) {
            wanted.add(lines.get(root).strip().startsWith("Field required") ? root - 1 : root + 1);
        }
        int head = head(lines, root);
        if (head >= 0 && weights[head] >= ALARMING) {
            wanted.add(head);
        }
        wanted.add(own(lines, root));
        IntStream.range(Math.max(0, root - NEAR), Math.min(lines.size(), root + NEAR + 1))
                .boxed()
                .filter(i ->
                        weights[i] >= ALARMING && !CALM.matcher(lines.get(i)).find())
                .sorted(Comparator.comparingInt((Integer i) -> -weights[i]).thenComparingInt(i -> Math.abs(i - root)))
                .forEach(wanted::add);
        for (int index : wanted) {
            if (index >= 0 && index < lines.size() && chosen.size() < SHOWN) {
                chosen.add(index);
            }
        }
        return chosen;
    }

    /** The first line of the trace that ends or continues at the root, or -1. */
    private static int head(List<String> lines, int root) {
        int i = root - 1;
        while (i >= 0 && (frame(lines, i) || lines.get(i).startsWith("Caused by:"))) {
            i--;
        }
        return i < root - 1 ? i : -1;
    }

    /** The frame of the application's own code: the first below the root, else the last above it (Python). */
    private static int own(List<String> lines, int root) {
        for (int i = root + 1; i < lines.size() && frame(lines, i); i++) {
            if (!FOREIGN.matcher(lines.get(i)).find()) {
                return i;
            }
        }
        for (int i = root - 1; i >= 0 && frame(lines, i); i--) {
            boolean place = lines.get(i).strip().startsWith("File \"");
            if (place && !FOREIGN.matcher(lines.get(i)).find()) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a line is part of a stack trace below its head; Python shows the source below each place. */
    private static boolean frame(List<String> lines, int index) {
        String line = lines.get(index);
        boolean source = index > 0
                && line.startsWith("  ")
                && lines.get(index - 1).strip().startsWith("File \"");
        return source || FRAME.matcher(line).find();
    }
}
