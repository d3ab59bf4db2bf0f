package io.github.ecsmedic.bench;

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
    record NotMeasured(Bar bar, String why) implements Row {}
}
