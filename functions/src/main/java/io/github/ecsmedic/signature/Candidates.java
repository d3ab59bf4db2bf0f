package io.github.ecsmedic.signature;

import java.util.List;

/** Clues in their order, each looked at only when the text holds a literal that it needs. */
final class Candidates {
    private final Prepared[] clues;
    /** Those of which no needed literal is known, as bits. */
    private final long[] always;
    /** By number of a literal, the clues that need it or one of its fellows; empty for those that decide nothing. */
    private final long[][] of;

    Candidates(List<Clue> all) {
        Preparation preparation = new Preparation();
        clues = all.stream().map(preparation::of).toArray(Prepared[]::new);
        always = none();
        of = new long[Literals.known().size()][0];
        for (int i = 0; i < clues.length; i++) {
            int clue = i;
            LiteralSet needs = clues[i].needs();
            if (needs == null) {
                set(always, clue);
            } else {
                needs.forEach(number -> need(number, clue));
            }
        }
    }

    /** The first that holds, -1 for none. */
    int first(Message message, Text text) {
        long[] some = always.clone();
        text.found().forEach(number -> {
            long[] more = of[number];
            for (int i = 0; i < more.length; i++) {
                some[i] |= more[i];
            }
        });
        for (int i = 0; i < some.length; i++) {
            for (long left = some[i]; left != 0; left &= left - 1) {
                int clue = (i << 6) + Long.numberOfTrailingZeros(left);
                if (clues[clue].holds(message, text)) {
                    return clue;
                }
            }
        }
        return -1;
    }

    private void need(int number, int clue) {
        if (of[number].length == 0) {
            of[number] = none();
        }
        set(of[number], clue);
    }

    private long[] none() {
        return new long[(clues.length + Long.SIZE - 1) / Long.SIZE];
    }

    private static void set(long[] bits, int bit) {
        bits[bit >> 6] |= 1L << bit;
    }
}
