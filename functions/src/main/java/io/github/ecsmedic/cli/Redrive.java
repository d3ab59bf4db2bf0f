package io.github.ecsmedic.cli;

import io.github.ecsmedic.cli.Redriving.Done;
import io.github.ecsmedic.installation.Names;
import io.github.ecsmedic.installation.Queues.Queue;
import io.github.ecsmedic.installation.Site;
import io.github.ecsmedic.model.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code redrive}: puts messages that wait in a dead-letter queue back to where they belong. */
final class Redrive implements Command {
    private static final int SECONDS = 60;

    private final Supplier<Cloud> clouds;

    /** {@code clouds} is asked only when a command needs AWS. */
    Redrive(Supplier<Cloud> clouds) {
        this.clouds = clouds;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("redrive")
                .addOption(Options.text("--from", "WHICH", "dead (the default), undelivered or requests."))
                .addOption(Options.text("--name", "NAME", "Of the installation; ecs-medic by default."))
                .addOption(Options.text("--region", "REGION", "Where it is; by default the shell's region."))
                .addOption(Options.flag("--yes", "Does not ask."));
        spec.usageMessage()
                .sortOptions(false)
                .header("Puts messages that could not be worked in back into their queue.")
                .description(
                        "",
                        "dead: events that failed five times. undelivered: events that EventBridge could",
                        "not hand over. requests: buttons that were pressed in Slack. Each is deleted only",
                        "after the queue has acknowledged it. Events that were diagnosed meanwhile change",
                        "nothing. What fails again comes back here after five more tries.",
                        "")
                .customSynopsis("ecs-medic redrive [--from WHICH] [--name NAME] [--region REGION] [--yes]")
                .footer(
                        "",
                        "Exit code: 0 nothing waits any more, 1 some could not be put back, 2 wrong usage,",
                        "3 the queues could not be read.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        Cloud cloud = clouds.get();
        Names names = new Names(Options.installation(arguments));
        String region = Options.region(arguments, cloud);
        String from = from(arguments.matchedOptionValue("--from", "dead"), names);
        String to = from.equals(names.requestsDeadLetterQueue()) ? names.requestsQueue() : names.queue();
        Site site = cloud.installations().site(region, Duration.ofSeconds(SECONDS));
        Queue source = queue(site, from, region);
        Queue target = queue(site, to, region);
        if (source.waiting() == 0) {
            console.out().println("Nothing waits in " + from + ".");
            return ExitCode.OK;
        }
        console.err()
                .println("This puts " + source.waiting() + " messages of " + from + " into " + to + ", in " + region
                        + ". What was worked in meanwhile changes nothing.");
        if (!arguments.hasMatchedOption("--yes") && !agreed(console)) {
            console.out().println("Nothing was moved.");
            return ExitCode.OK;
        }
        return told(
                new Redriving(cloud.installations().letters(region, source.url(), target.url())).move(source.waiting()),
                source,
                console);
    }

    private static int told(Done done, Queue source, Console console) {
        console.out().println("Put back: " + done.put() + " of " + source.waiting() + ".");
        if (done.twice() > 0) {
            console.out()
                    .println(done.twice() + " of them could not be deleted from " + source.name()
                            + " and may be put back again; nothing is told or fixed twice.");
        }
        if (!done.fault().isEmpty()) {
            console.err()
                    .println("ecs-medic: it ended early: " + done.fault()
                            + ". The others wait as before; run it again.");
        }
        boolean all = done.fault().isEmpty() && done.twice() == 0 && done.put() >= source.waiting();
        if (!all && done.fault().isEmpty()) {
            console.err()
                    .println("ecs-medic: some are hidden for a while or were taken by somebody else; run it again.");
        }
        return all ? ExitCode.OK : ExitCode.FAILURE;
    }

    private static boolean agreed(Console console) {
        console.err().print("Go on? [y/N] ");
        Scanner lines = new Scanner(console.in(), StandardCharsets.UTF_8);
        String answer = lines.hasNextLine() ? lines.nextLine().strip().toLowerCase(Locale.ROOT) : "";
        return answer.equals("y") || answer.equals("yes");
    }

    private static String from(String which, Names names) {
        return switch (which) {
            case "dead" -> names.deadLetterQueue();
            case "undelivered" -> names.undeliveredQueue();
            case "requests" -> names.requestsDeadLetterQueue();
            default -> throw Mistake.usage("--from takes dead, undelivered or requests");
        };
    }

    private static Queue queue(Site site, String name, String region) {
        return switch (site.queues().queue(name)) {
            case Answer.Unknown<Optional<Queue>> unknown ->
                throw Mistake.account("queue " + name + " could not be read in " + region + ": " + unknown.why());
            case Answer.Known<Optional<Queue>>(Optional<Queue> found, String _) ->
                found.orElseThrow(() -> Mistake.usage("there is no queue " + name + " in " + region
                        + "; see: aws sqs list-queues --region " + region));
        };
    }
}
