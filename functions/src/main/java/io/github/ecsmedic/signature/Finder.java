package io.github.ecsmedic.signature;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One way in which a text states a fact. The pattern's first group is the fact.
 *
 * @param guards literals of which a text holds one where the pattern matches; none where no such are known
 * @param shape turns what was found into the fact, {@code ""} when it is none
 */
record Finder(List<Literal> guards, LazyPattern pattern, UnaryOperator<String> shape) {
    /** Quotes and the backslashes that escape them, any number. */
    static final String QUOTES = "[\"'\\\\]*";

    /** So many places of a text are looked at. */
    private static final int PLACES = 16;

    static Finder seek(String guards, String regex) {
        return seek(guards, regex, UnaryOperator.identity());
    }

    /** The guards stand between bars. */
    static Finder seek(String guards, String regex, UnaryOperator<String> shape) {
        return new Finder(
                guards.isEmpty()
                        ? List.of()
                        : Stream.of(guards.split("\\|")).map(Literal::of).toList(),
                new LazyPattern(regex, Pattern.CASE_INSENSITIVE),
                shape);
    }

    /**
     * The first fact found, or {@code ""}. A find at which the text was cut off ({@code "…"}, {@code "..."}) counts for
     * nothing.
     */
    String find(Text text) {
        return possible(text) ? find(text.lines()) : "";
    }

    /** The same, sought without a look at the guards. */
    String find(String text) {
        Matcher matcher = pattern.get().matcher(text);
        for (int i = 0; i < PLACES && matcher.find(); i++) {
            if (!cutAt(text, matcher.end(1))) {
                String fact = shape.apply(bare(matcher.group(1)));
                if (!fact.isEmpty()) {
                    return fact;
                }
            }
        }
        return "";
    }

    private boolean possible(Text text) {
        for (Literal guard : guards) {
            if (guard.in(text)) {
                return true;
            }
        }
        return guards.isEmpty();
    }

    /** Without the punctuation of the sentence around it. */
    static String bare(String found) {
        int end = found.length();
        while (end > 0 && ".,:;)]}'\"`\\".indexOf(found.charAt(end - 1)) >= 0) {
            end--;
        }
        return found.substring(0, end);
    }

    private static boolean cutAt(String text, int end) {
        String before = text.substring(Math.max(0, end - 2), end);
        return before.equals("..") || before.endsWith("…") || text.startsWith("..", end) || text.startsWith("…", end);
    }
}
