package io.github.ecsmedic.cli;

import io.github.ecsmedic.fix.Shell;
import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code undo}: wants the fix of an incident taken back, which the function then does. */
final class Undo implements Command {
    private static final Set<State> DONE = Set.of(State.ACTED, State.FIXED, State.NOT_FIXED, State.UNVERIFIED);

    /** So long after its incident is over the function still takes a fix back. */
    private static final Duration AFTERWARDS = Duration.ofHours(24);

    private final Supplier<Cloud> clouds;

    Undo(Supplier<Cloud> clouds) {
        this.clouds = clouds;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("undo");
        OnTable.addTo(spec);
        spec.addOption(Options.flag("--yes", "Does not ask first."));
        spec.usageMessage()
                .sortOptions(false)
                .header("Has the fix of an incident taken back. It sends nothing itself.")
                .customSynopsis("ecs-medic undo INCIDENT [--yes] [--table NAME] [--region REGION]")
                .footer(
                        "",
                        "The newest fix that was applied and can be taken back. Your word is stored in",
                        "the incident table under the ARN of your credentials. The function that applies",
                        "fixes heeds it if that ARN is among its approvers and the kill switch allows it,",
                        "and changes only what still is as the fix has made it. It does so until 24 hours",
                        "after the incident is over; later this command shows what to run by hand.",
                        "",
                        "Example:",
                        "  ecs-medic undo 5f0c2f6e-1c5d-4f2e-9d5c-0a4b7f3c2d11 --table ecs-medic-table",
                        "Exit code: 0 it is stored, 1 you said no, 2 wrong usage, or nothing that can be",
                        "taken back, 3 the table could not be reached.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        Room room = OnTable.room(arguments, console, clouds.get(), Room::open);
        return Tables.asked(room.table(), room.region(), () -> run(arguments, room, console));
    }

    private static int run(ParseResult arguments, Room room, Console console) {
        Incident incident = OnTable.incident(arguments, room);
        Ending ending = incident.ending();
        if (ending != null && ending.at().plus(AFTERWARDS).isBefore(room.now())) {
            throw Mistake.usage("incident " + incident.id() + " is over since " + ending.at() + byHand(incident));
        }
        if (incident.treatments().stream().anyMatch(t -> t.state() == State.UNDOING)) {
            throw Mistake.usage("it is being taken back already; see: ecs-medic history --table " + room.table());
        }
        Treatment done = newest(incident).orElseThrow(() -> Mistake.usage(nothing(incident)));
        console.out().println("Incident " + incident.id() + ": " + done.fix() + " is taken back by");
        commands(incident, done).forEach(console.out()::println);
        if (!OnTable.agreed("Have it taken back as " + room.person() + "?", arguments, console)) {
            console.out().println("It stays: you said no.");
            return ExitCode.FAILURE;
        }
        OnTable.stored(
                OnTable.mender(incident, room).recall(incident, done.recalled(room.person(), room.now())), incident);
        console.out()
                .println("Wanted by " + room.person() + ". The function takes it back within two minutes, if nobody has"
                        + " changed it since; see: ecs-medic history --table " + room.table());
        return ExitCode.OK;
    }

    private static Optional<Treatment> newest(Incident incident) {
        return incident.treatments().reversed().stream()
                .filter(t -> DONE.contains(t.state()) && !commands(incident, t).isEmpty())
                .findFirst();
    }

    /** What takes it back, in order; none when not all of it can be taken back. */
    private static List<String> commands(Incident incident, Treatment t) {
        return Room.PLANS
                .of(incident, t)
                .filter(plan -> t.seen().size() == plan.requests().size()
                        && plan.requests().stream().allMatch(r -> r.inverse().isPresent()))
                .map(Undo::commands)
                .orElse(List.of());
    }

    private static List<String> commands(Plan plan) {
        return plan.requests().reversed().stream()
                .flatMap(r -> r.inverse().stream())
                .map(r -> Shell.join(r.argv()))
                .toList();
    }

    private static String nothing(Incident incident) {
        List<Treatment> done = incident.treatments().stream()
                .filter(t -> DONE.contains(t.state()))
                .toList();
        return done.isEmpty()
                ? "nothing was applied for incident " + incident.id()
                : "what was applied for incident " + incident.id() + " cannot be taken back: "
                        + done.stream().map(Treatment::fix).distinct().collect(Collectors.joining(", "));
    }

    private static String byHand(Incident incident) {
        return newest(incident)
                .map(t -> "; take " + t.fix() + " back by hand: " + String.join("; ", commands(incident, t)))
                .orElse("");
    }
}
