package io.github.ecsmedic.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The words that somebody may have meant. */
final class Nearest {
    private static final int AT_MOST = 3;

    private Nearest() {}

    /** {@code ": did you mean x or y?"}, or {@code ""} when nothing is near. */
    static String hint(String word, Collection<String> known) {
        List<String> near = of(word, known);
        return near.isEmpty() ? "" : ": did you mean " + String.join(" or ", near) + "?";
    }

    /** At most three, the nearest first: those that contain the word, and those a few letters away. */
    static List<String> of(String word, Collection<String> known) {
        String asked = word.toLowerCase(Locale.ROOT);
        int limit = Math.max(2, asked.length() / 3);
        return known.stream()
                .distinct()
                .filter(k -> distance(asked, k) <= limit)
                .sorted(Comparator.<String>comparingInt(k -> distance(asked, k)).thenComparing(k -> k))
                .limit(AT_MOST)
                .toList();
    }

    /** Letters to insert, drop or change; one when a word is a whole part of the other. */
    private static int distance(String asked, String known) {
        if (asked.length() >= 3 && known.contains(asked)) {
            return asked.equals(known) ? 0 : 1;
        }
        int[] row = new int[known.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= asked.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (asked.charAt(i - 1) == known.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[known.length()];
    }
}
