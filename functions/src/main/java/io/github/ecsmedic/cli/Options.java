package io.github.ecsmedic.cli;

import io.github.ecsmedic.installation.Names;
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

    /** The name of an installation. */
    static String installation(ParseResult arguments) {
        String name = arguments.matchedOptionValue("--name", Names.DEFAULT);
        boolean reads = (name.equals(Names.DEFAULT) || name.startsWith(Names.DEFAULT + "-"))
                && name.length() <= 40
                && name.chars().allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)));
        if (!reads) {
            throw Mistake.usage("--name takes ecs-medic, or ecs-medic- and letters, digits and hyphens");
        }
        return name;
    }

    /** The region that is given, else the shell's. */
    static String region(ParseResult arguments, Cloud cloud) {
        String region = arguments.matchedOptionValue("--region", "");
        String known = region.isEmpty() ? cloud.region() : region;
        if (known.isEmpty()) {
            throw Mistake.usage("no region is known: give --region, or set AWS_REGION");
        }
        return known;
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
