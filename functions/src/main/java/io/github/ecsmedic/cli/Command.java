package io.github.ecsmedic.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of the shell. */
interface Command {
    /** Its name, options and help. */
    CommandSpec spec();

    /**
     * Runs it and answers its exit code.
     *
     * @throws Mistake for what the user can mend
     */
    int run(ParseResult arguments, Console console);
}
