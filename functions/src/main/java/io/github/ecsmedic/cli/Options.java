package io.github.ecsmedic.cli;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options that every command has. */
final class Options {
    private Options() {}

    static CommandSpec help(CommandSpec spec) {
        return spec.addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Shows this help.")
                        .build())
                .addOption(OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("Shows the version.")
                        .build());
    }

    /** An option that takes one value of text. */
    static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    /** An option that is there or not. */
    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    /** How long AWS may be read. */
    static OptionSpec timeout(int seconds) {
        return OptionSpec.builder("--timeout")
                .paramLabel("SECONDS")
                .type(int.class)
                .description("How long AWS may be read, 1 to 600; " + seconds + " by default.")
                .build();
    }

    /** The value of that option. */
    static Duration timeout(ParseResult arguments, int otherwise) {
        int seconds = arguments.matchedOptionValue("--timeout", otherwise);
        if (seconds < 1 || seconds > 600) {
            throw Mistake.usage("--timeout takes 1 to 600 seconds");
        }
        return Duration.ofSeconds(seconds);
    }
}
