package io.github.ecsmedic.bench;

import java.nio.file.Path;

/** A row of the table. */
sealed interface Row {
    Bar bar();

    /** What came out. */
    record Measured(Bar bar, Figure figure) implements Row {
        boolean met() {
            return figure.value() <= bar.atMost();
        }
    }

    /** It could not be measured on this machine, or broke. */
    record NotMeasured(Bar bar, String why) implements Row {
        private static final int LONGEST = 200;

        /** In a line that fits a table, without the folder in which the project lies. */
        static NotMeasured because(Bar bar, String why, Path root) {
            String line = why.replace(root + "/", "")
                    .replace('|', '/')
                    .replaceAll("\\s+", " ")
                    .strip();
            return new NotMeasured(bar, line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
        }
    }
}
