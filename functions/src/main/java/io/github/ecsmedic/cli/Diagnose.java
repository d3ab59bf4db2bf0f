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
        Intent.addTo(spec);
        spec.usageMessage()
                .sortOptions(false)
                .header("Says why a task failed, with proof and fix. Changes nothing without --apply.")
                .customSynopsis(
                        "ecs-medic diagnose --event FILE [--json] [--timeout SECONDS] [FIXES]",
                        "       ecs-medic diagnose --cluster C (--task T | --service S) [--region REGION]",
                        "                          [--json] [--timeout SECONDS] [FIXES]",
                        "       FIXES: (--dry-run | --apply FIX [--yes]) [--table NAME]")
                .footer(
                        "",
                        "Examples:",
                        "  ecs-medic diagnose --event stopped-task.json",
                        "  ecs-medic diagnose --cluster prod --service api",
                        "  ecs-medic diagnose --cluster prod --service api --dry-run",
                        "  ecs-medic diagnose --cluster prod --service api --apply force-new-deployment",
                        "",
                        "--apply shows what it sends and what takes it back, asks, and sends it with your",
                        "credentials, behind the guards of the function that applies fixes: the tag",
                        "ecs-medic:mode of what is changed (approve or auto), the kill switch",
                        "/ecs-medic/mode in Systems Manager, change calendars, deployments under way,",
                        "cooldowns. With the installation's incident table, shell and function know of",
                        "each other; without one only the account itself tells what was done before.",
                        "ECS_MEDIC_MODE, ECS_MEDIC_CALENDARS, ECS_MEDIC_TWO_PEOPLE and, with a table,",
                        "ECS_MEDIC_AUDIT_LOG are read here as by the function: set them as there.",
                        "",
                        "The region is that of the event or of an ARN; else --region, AWS_REGION or the",
                        "profile's.",
                        "Exit code: 0 nothing wrong, 1 a failure was diagnosed, 2 wrong usage or",
                        "unreadable input, 3 the account could not be read and the text proves nothing.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        Request request = Request.of(arguments);
        Intent intent = Intent.of(arguments, console);
        String table = Tables.name(arguments, console);
        Duration timeout = Options.timeout(arguments, SECONDS);
        boolean json = arguments.hasMatchedOption("--json");
        Diagnoser diagnoser = Catalogue.full().diagnoser();
        return switch (request) {
            case Request.OfEvent(String file) -> {
                EcsEvent event = event(file, console);
                Cloud cloud = clouds.get();
                String region = event.region().isEmpty() ? cloud.region() : event.region();
                Account account = cloud.open(region, timeout, event.account());
                yield tell(
                        diagnoser.diagnose(event, account),
                        new Reading(cloud, account, region),
                        new Response(intent, json, console, () -> Room.open(cloud, region, table, console)),
                        console);
            }
            case Request.OnDemand asked -> {
                OnDemand demand = OnDemand.open(asked, clouds.get(), timeout);
                yield tell(
                        demand.diagnose(diagnoser),
                        new Reading(demand.cloud(), demand.account(), demand.region()),
                        new Response(
                                intent,
                                json,
                                console,
                                () -> Room.open(demand.cloud(), demand.region(), table, console)),
                        console);
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

    private static int tell(Outcome outcome, Reading reading, Response response, Console console) {
        return switch (outcome) {
            case Outcome.Ignored(String why) -> {
                console.err().println("ecs-medic: nothing to diagnose: " + why);
                yield ExitCode.OK;
            }
            case Outcome.Diagnosed(Diagnosis diagnosis) -> {
                response.to(diagnosis);
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
