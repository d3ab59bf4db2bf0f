package io.github.ecsmedic.bench;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A median, between which quartiles the runs lie, how many they were, and what is worth saying of it. */
record Figure(double value, double low, double high, int runs, String note) {
    static Figure of(double... runs) {
        double[] sorted = runs.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new Figure(sorted[sorted.length / 2], sorted[last / 4], sorted[last - last / 4], sorted.length, "");
    }

    /** The ratio of each round by itself. */
    static Figure ratio(double[] ours, double[] theirs) {
        return of(IntStream.range(0, ours.length)
                .mapToDouble(i -> ours[i] / theirs[i])
                .toArray());
    }

    /** It could not be measured. */
    static Figure none(String why) {
        return new Figure(Double.NaN, Double.NaN, Double.NaN, 0, why);
    }

    /** Counted, not measured. */
    static Figure exact(double value) {
        return new Figure(value, value, value, 1, "");
    }

    Figure noting(String what) {
        return new Figure(value, low, high, runs, note.isEmpty() ? what : note + "; " + what);
    }
}
