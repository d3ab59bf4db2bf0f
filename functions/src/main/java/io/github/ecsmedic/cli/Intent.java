package io.github.ecsmedic.cli;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.fix.Fix;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What {@code diagnose} is to do about what it finds. */
sealed interface Intent {
    /** It only tells. */
    record Nothing() implements Intent {}

    /** What would be sent, and what would hold it back. */
    record DryRun() implements Intent {}

    /** One fix; {@code yes} when nobody has to be asked any more. */
    record Apply(String fix, boolean yes) implements Intent {}

    /** The options that name it. */
    static void addTo(CommandSpec spec) {
        spec.addOption(Options.flag(
                        "--dry-run", "Says what each fix would send and what holds it back; sends nothing."))
                .addOption(Options.text("--apply", "FIX", "Applies this fix of those that the diagnosis proposes."))
                .addOption(Options.flag("--yes", "Does not ask first."))
                .addOption(Tables.option());
    }

    /**
     * Reads the options.
     *
     * @throws Mistake when they contradict each other, name a fix that does not exist, or nobody could be asked
     */
    static Intent of(ParseResult arguments, Console console) {
        boolean dry = arguments.hasMatchedOption("--dry-run");
        boolean yes = arguments.hasMatchedOption("--yes");
        String fix = arguments.matchedOptionValue("--apply", "");
        if (!arguments.hasMatchedOption("--apply")) {
            if (yes) {
                throw Mistake.usage("--yes needs --apply FIX");
            }
            return dry ? new DryRun() : new Nothing();
        }
        if (dry) {
            throw Mistake.usage("--dry-run and --apply exclude each other");
        }
        List<String> known =
                Catalogue.full().fixes().stream().map(Fix::id).sorted().toList();
        if (!known.contains(fix)) {
            throw Mistake.usage("there is no fix '" + fix + "'" + Nearest.hint(fix, known));
        }
        if (!yes && !console.terminal().getAsBoolean()) {
            throw Mistake.usage(
                    "--apply asks before it changes anything, and there is no terminal to answer at: give --yes");
        }
        return new Apply(fix, yes);
    }
}
