package io.github.ecsmedic.bench;

/**
 * A row of the table before it is measured.
 *
 * @param what is measured, against what
 * @param unit of the figure; {@link #RATIO} is compared with the last run
 * @param atMost NaN where nothing is promised
 */
record Bar(String id, String what, String unit, double atMost) {
    static final String RATIO = "×";
    static final String MILLIS = "ms";
    static final String MICROS = "µs";
    static final String MEGABYTES = "MB";
    static final String A_SECOND = "/s";
    static final String PIECES = "";

    /** Within one run, so that no machine and no load counts. */
    static Bar ratio(String id, String what, double atMost) {
        return new Bar(id, what, RATIO, atMost);
    }

    /** Told without a promise. */
    static Bar told(String id, String what, String unit) {
        return new Bar(id, what, unit, Double.NaN);
    }

    boolean promised() {
        return !Double.isNaN(atMost);
    }
}
