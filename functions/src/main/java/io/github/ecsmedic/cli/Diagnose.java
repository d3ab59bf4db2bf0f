package io.github.ecsmedic.cli;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.diagnose.Diagnoser;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.notify.DiagnosisJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code diagnose}: why a task failed. */
final class Diagnose implements Command {
    private static final int SECONDS = 45;

    private final Supplier<Cloud> clouds;

    /** {@code clouds} is asked only when a command needs AWS. */
    Diagnose(Supplier<Cloud> clouds) {
        this.clouds = clouds;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("diagnose")
                .addOption(Options.text("--event", "FILE", "An event of EventBridge; - is standard input."))
                .addOption(Options.text("--cluster", "C", "Name or ARN of the cluster."))
                .addOption(Options.text("--task", "T", "Id or ARN of a task of that cluster."))
                .addOption(Options.text("--service", "S", "A service: its newest failed task is diagnosed."))
                .addOption(Options.text("--region", "REGION", "Where the cluster is; by default the shell's region."))
                .addOption(Options.flag("--json", "Writes JSON instead of text."))
                .addOption(Options.timeout(SECONDS));
        spec.usageMessage()
                .sortOptions(false)
                .header("Says why a task failed, with proof and fix. Reads only.")
                .customSynopsis(
                        "ecs-medic diagnose --event FILE [--json] [--timeout SECONDS]",
                        "       ecs-medic diagnose --cluster C (--task T | --service S) [--region REGION]",
                        "                          [--json] [--timeout SECONDS]")
                .footer(
                        "",
                        "Examples:",
                        "  ecs-medic diagnose --event stopped-task.json",
                        "  ecs-medic diagnose --cluster prod --service api",
                        "The region is that of the event or of an ARN; else --region, AWS_REGION or the",
                        "profile's.",
                        "Exit code: 0 nothing wrong, 1 a failure was diagnosed, 2 wrong usage or",
                        "unreadable input, 3 the account could not be read and the text proves nothing.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        Request request = Request.of(arguments);
        Duration timeout = Options.timeout(arguments, SECONDS);
        boolean json = arguments.hasMatchedOption("--json");
        Diagnoser diagnoser = Catalogue.full().diagnoser();
        return switch (request) {
            case Request.OfEvent(String file) -> {
                EcsEvent event = event(file, console);
                Cloud cloud = clouds.get();
                String region = event.region().isEmpty() ? cloud.region() : event.region();
                Account account = cloud.open(region, timeout, event.account());
                yield tell(diagnoser.diagnose(event, account), new Reading(cloud, account, region), json, console);
            }
            case Request.OnDemand asked -> {
                OnDemand demand = OnDemand.open(asked, clouds.get(), timeout);
                Outcome outcome = demand.diagnose(diagnoser);
                yield tell(outcome, new Reading(demand.cloud(), demand.account(), demand.region()), json, console);
            }
        };
    }

    private static EcsEvent event(String file, Console console) {
        byte[] bytes;
        try (InputStream input = Input.open(file, console)) {
            bytes = input.readAllBytes();
        } catch (IOException e) {
            throw Mistake.usage(Input.unreadable(file, e));
        }
        String name = file.equals("-") ? "standard input" : "'" + file + "'";
        if (new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8).isBlank()) {
            throw Mistake.usage(name + " is empty; give the event as EventBridge sends it, one JSON object");
        }
        EcsEvent event = EventReader.read(bytes);
        if (event instanceof EcsEvent.Ignored(String why)) {
            throw Mistake.usage(name + " is no event that can be diagnosed (" + why
                    + "); give an event of source aws.ecs, whole, as EventBridge sends it");
        }
        return event;
    }

    /** Where was read. */
    private record Reading(Cloud cloud, Account account, String region) {}

    private static int tell(Outcome outcome, Reading reading, boolean json, Console console) {
        return switch (outcome) {
            case Outcome.Ignored(String why) -> {
                console.err().println("ecs-medic: nothing to diagnose: " + why);
                yield ExitCode.OK;
            }
            case Outcome.Diagnosed(Diagnosis diagnosis) -> {
                console.out()
                        .print(
                                json
                                        ? DiagnosisJson.of(diagnosis) + "\n"
                                        : TerminalText.of(diagnosis, console.width(), console.colour()));
                console.out().flush();
                boolean answered = reading.account().answered();
                if (!answered && !diagnosis.notChecked().isEmpty()) {
                    console.err()
                            .println("ecs-medic: only the event speaks, the account was not read. "
                                    + reading.cloud().obstacle(reading.region()));
                }
                yield exitCode(diagnosis, answered);
            }
        };
    }

    /** A text alone can prove a cause; one that proves nothing, with an account that told nothing, is no diagnosis. */
    private static int exitCode(Diagnosis diagnosis, boolean answered) {
        if (diagnosis.alert() != AlertClass.FAILURE) {
            return ExitCode.OK;
        }
        boolean proven = diagnosis.causes().stream().anyMatch(c -> c.certainty() == Certainty.PROVEN);
        return proven || answered ? ExitCode.FAILURE : ExitCode.ACCOUNT;
    }
}
