package io.github.ecsmedic.signature;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A condition on a message. Literals are looked for in the squeezed text, patterns (RE2/J, linear time) in the text with
 * single spaces.
 */
public sealed interface Clue {
    /**
     * The text holds the literal, whatever its case, wrapping and quoting, or was cut off inside its end.
     *
     * @param literal squeezed
     * @param least so much of the literal must be there where the text was cut off: most of it, and the beginning of its
     *     last word, which often decides ({@code unable to retrieve secret}, {@code unable to retrieve ecr})
     */
    record Has(String literal, int least) implements Clue {
        private static final int OF_LAST_WORD = 3;

        public Has(String words) {
            this(Text.squeeze(words), least(words));
        }

        private static int least(String words) {
            int whole = Text.squeeze(words).length();
            int before =
                    Text.squeeze(words.substring(0, words.lastIndexOf(' ') + 1)).length();
            int enough = Math.max(Math.max(Literals.SHORTEST, whole * 3 / 4), before == 0 ? 0 : before + OF_LAST_WORD);
            return Math.min(enough, whole);
        }
    }

    /** The pattern is found in the text. */
    record Finds(LazyPattern pattern) implements Clue {}

    /** The pattern, itself written lower case and without white space and quotes, is found in the squeezed text. */
    record FindsTight(LazyPattern pattern) implements Clue {}

    /** All of them. */
    record All(List<Clue> clues) implements Clue {
        public All {
            clues = List.copyOf(clues);
        }
    }

    /** At least one of them. */
    record Any(List<Clue> clues) implements Clue {
        public Any {
            clues = List.copyOf(clues);
        }
    }

    /** Not this. */
    record Not(Clue clue) implements Clue {}

    /** A condition on what surrounds the text. */
    sealed interface Around extends Clue {
        boolean holds(Message message);
    }

    /** The task's stop code is one of these. */
    record StopCode(Set<String> codes) implements Around {
        public StopCode {
            codes = Set.copyOf(codes);
        }

        @Override
        public boolean holds(Message message) {
            return codes.contains(message.stopCode());
        }
    }

    /** The exit code lies between these, both included. */
    record Exit(int from, int to) implements Around {
        @Override
        public boolean holds(Message message) {
            Integer exit = message.exitCode();
            return exit != null && exit >= from && exit <= to;
        }
    }

    /** No exit code is known. */
    record NoExit() implements Around {
        @Override
        public boolean holds(Message message) {
            return message.exitCode() == null;
        }
    }

    /** The message stood in one of these fields. */
    record In(Set<Field> fields) implements Around {
        public In {
            fields = Set.copyOf(fields);
        }

        @Override
        public boolean holds(Message message) {
            return fields.contains(message.field());
        }
    }

    /** The task belongs to a service ({@code true}) or to none ({@code false}); an unknown group is neither. */
    record OfService(boolean service) implements Around {
        @Override
        public boolean holds(Message message) {
            return !message.group().isEmpty() && message.group().startsWith("service:") == service;
        }
    }

    /** All of these literals. */
    static Clue has(String... literals) {
        List<Clue> all = Arrays.stream(literals).<Clue>map(Has::new).toList();
        return all.size() == 1 ? all.getFirst() : new All(all);
    }

    /** One of these literals. */
    static Clue hasAny(String... literals) {
        return new Any(Arrays.stream(literals).<Clue>map(Has::new).toList());
    }

    /** The pattern, case-insensitive. */
    static Clue finds(String regex) {
        return new Finds(new LazyPattern(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }

    /** The pattern in the squeezed text, so that wrapping inside words does not hide it: {@code hasstarted[0-9]+tasks}. */
    static Clue tight(String regex) {
        return new FindsTight(new LazyPattern(regex, Pattern.DOTALL));
    }

    /** A bare reason code of the scheduler such as {@code AGENT}: in capitals, alone, in a log only where it says so. */
    static Clue reason(String code) {
        return all(
                has(code),
                any(
                        new Finds(new LazyPattern("(?:^|[^A-Za-z0-9_/.-])" + code + "(?:$|[^A-Za-z0-9_/-])", 0)),
                        tight("reasons?:\\[" + Text.squeeze(code) + "[],]")),
                any(not(in(Field.LOG)), hasAny("reason", "failure")));
    }

    static Clue all(Clue... clues) {
        return new All(List.of(clues));
    }

    static Clue any(Clue... clues) {
        return new Any(List.of(clues));
    }

    static Clue not(Clue clue) {
        return new Not(clue);
    }

    static Clue stopCode(String... codes) {
        return new StopCode(Set.of(codes));
    }

    static Clue exit(int code) {
        return new Exit(code, code);
    }

    static Clue exit(int from, int to) {
        return new Exit(from, to);
    }

    static Clue noExit() {
        return new NoExit();
    }

    static Clue ofService(boolean service) {
        return new OfService(service);
    }

    static Clue in(Field... fields) {
        return new In(Set.of(fields));
    }
}
