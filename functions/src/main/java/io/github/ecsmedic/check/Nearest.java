package io.github.ecsmedic.check;

import com.google.re2j.Pattern;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a name that does not exist was meant to be: the same number, the start of the same hash, or a slip away. */
final class Nearest {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,40}(?:\\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,9})?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{7,64}");
    private static final int LONGEST = 256;

    private Nearest() {}

    /** A name and what it stands for. */
    record Candidate<T>(String name, T value) {}

    /**
     * The nearest; of several at the same distance the first in {@code order}, then by name. Empty when none is near.
     */
    static <T> Optional<Candidate<T>> of(String wanted, List<Candidate<T>> candidates, Comparator<T> order) {
        return wanted.length() > LONGEST
                ? Optional.empty()
                : candidates.stream()
                        .filter(c -> c.name().length() <= LONGEST && near(wanted, c.name()))
                        .min(Comparator.<Candidate<T>, Integer>comparing(c -> rank(wanted, c.name()))
                                .thenComparing(Candidate::value, order)
                                .thenComparing(Candidate::name, Comparator.reverseOrder()));
    }

    private static boolean near(String wanted, String other) {
        return !wanted.equals(other) && rank(wanted, other) <= most(wanted);
    }

    private static int rank(String wanted, String other) {
        return sameButForm(wanted, other)
                ? 0
                : Math.abs(wanted.length() - other.length()) > most(wanted)
                        ? Integer.MAX_VALUE
                        : Slips.distance(wanted, other);
    }

    /** How many letters may differ; two hashes that differ in more than one are two hashes. */
    private static int most(String wanted) {
        boolean single = wanted.length() == 1 && !Character.isDigit(wanted.charAt(0));
        return single ? 0 : wanted.length() < 5 || hash(wanted) ? 1 : wanted.length() < 12 ? 2 : 3;
    }

    private static boolean sameButForm(String wanted, String other) {
        return normal(wanted).equals(normal(other))
                || (number(wanted) && number(other) && Double.compare(value(wanted), value(other)) == 0)
                || (hash(wanted) && hash(other) && (wanted.startsWith(other) || other.startsWith(wanted)));
    }

    private static String normal(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.length() > 1 && lower.charAt(0) == 'v' && Character.isDigit(lower.charAt(1))
                ? lower.substring(1)
                : lower;
    }

    /** YAML reads 1.10 as 1.1 and 0e121124 as 0. */
    private static boolean number(String name) {
        return NUMBER.matches(name);
    }

    private static double value(String number) {
        return Double.parseDouble(number);
    }

    private static boolean hash(String name) {
        return HASH.matches(name)
                && name.chars().anyMatch(Character::isLetter)
                && name.chars().anyMatch(Character::isDigit);
    }
}
