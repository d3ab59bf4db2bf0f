package io.github.ecsmedic.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Where a command reads and writes.
 *
 * @param terminal whether {@code out} is a terminal; asked only when it matters, because finding out costs time
 */
record Console(
        InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, BooleanSupplier terminal) {
    private static final int DEFAULT_WIDTH = 80;

    Console {
        environment = Map.copyOf(environment);
    }

    /** The value of an environment variable, or {@code ""}. */
    String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /** Columns of the terminal as the shell tells them in {@code COLUMNS}, between 40 and 120; else 80. */
    int width() {
        String columns = variable("COLUMNS");
        boolean number =
                !columns.isEmpty() && columns.length() < 6 && columns.chars().allMatch(Character::isDigit);
        return number ? Math.clamp(Integer.parseInt(columns), 40, 120) : DEFAULT_WIDTH;
    }

    /** Whether colour helps: on a terminal that did not say no (no-color.org). */
    boolean colour() {
        return variable("NO_COLOR").isEmpty() && !variable("TERM").equals("dumb") && terminal.getAsBoolean();
    }
}
