package io.github.ecsmedic.check;

import java.util.List;

/**
 * Lines of a log that belong together as one report of a failure.
 *
 * @param from its first line
 * @param to the line after its last
 * @param says the lines of which one is decisive, the likeliest first
 * @param beside other lines worth showing, the most telling first
 */
record LogBlock(int from, int to, Weight weight, List<Saying> says, List<Integer> beside) {
    LogBlock {
        says = List.copyOf(says);
        beside = List.copyOf(beside);
    }

    /** A report in one line. */
    static LogBlock line(int at, int more, Weight weight) {
        return new LogBlock(at, at + 1 + more, weight, List.of(new Saying(at, more, List.of())), List.of());
    }

    LogBlock weighing(Weight other) {
        return new LogBlock(from, to, other, says, beside);
    }

    /**
     * What one exception of a chain says.
     *
     * @param more how many lines the message goes on for
     * @param frames the place in the application's own code, if it is shown
     */
    record Saying(int line, int more, List<Integer> frames) {
        Saying {
            frames = List.copyOf(frames);
        }
    }

    /** How much a block is the end of the process rather than one of its worries. */
    enum Weight {
        /** The worries of a helper: metrics, probes, what happens while it shuts down. */
        BACKGROUND(0),
        /** A warning, a try that is repeated. */
        CALM(10),
        /** That it ends, not why. */
        GENERIC(14),
        /** A line without a level that sounds like a failure. */
        WORDS(16),
        ERROR(20),
        /** A stack trace that a logger wrote: somebody caught it. */
        TRACE(30),
        /** A stack trace that no logger wrote. */
        BARE(35),
        FATAL(40),
        /** The runtime's own last words. */
        UNCAUGHT(60);

        private final int points;

        Weight(int points) {
            this.points = points;
        }

        int points() {
            return points;
        }
    }
}
