package io.github.ecsmedic.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a mistyped one was probably meant to be. */
final class NearName {
    private static final int LONGEST = 256;
    private static final int FARTHEST = 3;

    private NearName() {}

    /** The nearest of the names, case not counted; empty when none is like it. */
    static Optional<String> of(String wanted, Collection<String> names) {
        if (wanted.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.min(FARTHEST, Math.max(1, wanted.length() / 5));
        return names.stream()
                .filter(name -> !name.equals(wanted) && Math.abs(name.length() - wanted.length()) <= most)
                .filter(name -> distance(wanted, name) <= most)
                .min(Comparator.<String>comparingInt(name -> distance(wanted, name))
                        .thenComparingInt(name -> Slips.distance(wanted, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** What names like it may begin with: all up to its last slash, then only its first characters. */
    static List<String> places(String name) {
        int slash = name.lastIndexOf('/');
        String first = name.substring(0, Math.min(2, name.length()));
        String folder = slash > 0 ? name.substring(0, slash + 1) : first;
        return folder.equals(first) ? List.of(first) : List.of(folder, first);
    }

    private static int distance(String a, String b) {
        return Slips.distance(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
    }
}
