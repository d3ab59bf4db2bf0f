package io.github.ecsmedic.cli;

import io.github.ecsmedic.incident.LedgerException;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The incident table that a command works on. */
final class Tables {
    static final String VARIABLE = "ECS_MEDIC_TABLE";

    private static final String ABSENT = "ResourceNotFoundException: dynamodb:";

    private Tables() {}

    static OptionSpec option() {
        return Options.text("--table", "NAME", "The incident table of the installation; by default " + VARIABLE + ".");
    }

    /** Its name, or {@code ""}. */
    static String name(ParseResult arguments, Console console) {
        return arguments.matchedOptionValue("--table", console.variable(VARIABLE));
    }

    /**
     * What {@code work} gives that needs the table.
     *
     * @throws Mistake when the table is not there or does not answer
     */
    static <T> T asked(String table, String region, Supplier<T> work) {
        try {
            return work.get();
        } catch (LedgerException e) {
            String why = String.valueOf(e.getMessage());
            throw why.contains(ABSENT)
                    ? Mistake.usage("there is no table " + table + " in " + region
                            + "; the stack's output names it, and its region is to be given by --region")
                    : Mistake.account("the incident table could not be reached: " + why);
        }
    }
}
