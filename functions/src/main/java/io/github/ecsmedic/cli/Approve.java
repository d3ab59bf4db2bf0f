package io.github.ecsmedic.cli;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.treat.Wishes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code approve}: allows a fix of an incident, which the function then applies behind its own guards. */
final class Approve implements Command {
    private final Supplier<Cloud> clouds;

    Approve(Supplier<Cloud> clouds) {
        this.clouds = clouds;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("approve");
        OnTable.addTo(spec);
        spec.addOption(Options.text("--fix", "FIX", "Which fix, where the incident has several."))
                .addOption(Options.text("--plan", "HASH", "Only if exactly this is still what would be sent."))
                .addOption(Options.flag("--yes", "Does not ask first."));
        spec.usageMessage()
                .sortOptions(false)
                .header("Allows a fix of an incident. It sends nothing itself.")
                .customSynopsis(
                        "ecs-medic approve INCIDENT [--fix FIX | --plan HASH] [--yes]",
                        "                         [--table NAME] [--region REGION]")
                .footer(
                        "",
                        "Your word is stored in the incident table under the ARN of your credentials. The",
                        "function that applies fixes heeds it within a minute, behind all of its guards,",
                        "and only if that ARN is among its approvers (scripts/deploy --fix-approvers).",
                        "It holds for 30 minutes and for exactly the commands that are shown.",
                        "",
                        "Example:",
                        "  ecs-medic approve 5f0c2f6e-1c5d-4f2e-9d5c-0a4b7f3c2d11 --table ecs-medic-table",
                        "Exit code: 0 it is stored, 1 you said no, 2 wrong usage, or the incident or the",
                        "fix is unknown, over or changed, 3 the table could not be reached.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        Room room = OnTable.room(arguments, console, clouds.get(), Room::open);
        return Tables.asked(room.table(), room.region(), () -> run(arguments, room, console));
    }

    private static int run(ParseResult arguments, Room room, Console console) {
        Incident incident = OnTable.incident(arguments, room);
        if (incident.ending() != null) {
            throw Mistake.usage("incident " + incident.id() + " is over since "
                    + incident.ending().at());
        }
        Plan plan = plan(incident, arguments);
        Optional<Treatment> known =
                incident.treatment(plan.hash()).filter(t -> !t.state().over());
        if (known.filter(t -> t.state() != State.WANTED).isPresent()) {
            throw Mistake.usage(plan.fix() + " is under way already; see: ecs-medic history");
        }
        if (known.filter(t -> t.people().contains(room.person())).isPresent()) {
            throw Mistake.usage("you have allowed " + plan.fix() + " already"
                    + known.map(t -> t.why().isEmpty() ? "" : "; " + t.why()).orElse(""));
        }
        console.out().println("Incident " + incident.id() + ", plan " + plan.hash());
        new Proposal(plan).show(console.out());
        if (!OnTable.agreed("Allow " + plan.fix() + " as " + room.person() + "?", arguments, console)) {
            console.out().println("Not allowed: you said no.");
            return ExitCode.FAILURE;
        }
        Instant now = room.now();
        Treatment word = new Wishes(Room.PLANS, room.standing(Set.of(room.person())))
                .allowed(incident, room.person(), plan.hash(), now, now)
                .treatment(plan.hash())
                .orElseThrow();
        Change change = new Change(incident.version(), incident, Map.of());
        OnTable.stored(OnTable.mender(incident, room).leave(incident, change, word), incident);
        console.out()
                .println("Allowed by " + room.person()
                        + (word.why().isEmpty()
                                ? ". The function applies it within a minute, if its guards and its list of approvers"
                                        + " let it; see: ecs-medic history --table " + room.table()
                                : "; " + word.why() + "."));
        return ExitCode.OK;
    }

    private static Plan plan(Incident incident, ParseResult arguments) {
        String fix = arguments.matchedOptionValue("--fix", "");
        String hash = arguments.matchedOptionValue("--plan", "");
        List<Plan> all = Room.PLANS.runnable(incident);
        List<Plan> meant = all.stream()
                .filter(p -> (fix.isEmpty() || p.fix().equals(fix))
                        && (hash.isEmpty() || p.hash().equals(hash)))
                .toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        String there = all.isEmpty()
                ? "no fix of it can be applied"
                : "it has "
                        + all.stream()
                                .map(p -> p.fix() + " (plan " + p.hash() + ")")
                                .collect(Collectors.joining(", "));
        if (!hash.isEmpty()) {
            throw Mistake.usage(
                    "what would be sent for incident " + incident.id() + " is no longer plan " + hash + "; " + there);
        }
        throw Mistake.usage(
                fix.isEmpty()
                        ? "incident " + incident.id() + ": " + there + (all.isEmpty() ? "" : "; say which by --fix")
                        : "incident " + incident.id() + " has no fix " + fix
                                + Nearest.hint(fix, all.stream().map(Plan::fix).toList()) + "; " + there);
    }
}
