package io.github.ecsmedic.cli;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.treat.Audience;
import io.github.ecsmedic.treat.Deadline;
import io.github.ecsmedic.treat.Mender;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Ward;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** A word of a person about an incident of the table: it is stored there, and the function that applies fixes heeds it. */
final class OnTable {
    private OnTable() {}

    /** Its incident and where the table is. */
    static void addTo(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("INCIDENT")
                .type(String.class)
                .arity("1")
                .required(true)
                .description("The id of the incident, as its message names it.")
                .build());
        addPlace(spec);
    }

    static void addPlace(CommandSpec spec) {
        spec.addOption(Tables.option())
                .addOption(Options.text("--region", "REGION", "Where the table is; by default the shell's region."));
    }

    /**
     * The room with the table.
     *
     * @throws Mistake when no table, or no region, is named
     */
    static Room room(ParseResult arguments, Console console, Cloud cloud) {
        String table = Tables.name(arguments, console);
        if (table.isEmpty()) {
            throw Mistake.usage(arguments.commandSpec().name()
                    + " needs the incident table of the installation: give --table NAME, or set " + Tables.VARIABLE);
        }
        String region = arguments.matchedOptionValue("--region", cloud.region());
        if (region.isEmpty()) {
            throw Mistake.usage("no region is known: give --region, or set AWS_REGION");
        }
        return Room.open(cloud.means(), region, table, console);
    }

    /**
     * The incident that is named, which is not over.
     *
     * @param over what is said of one that is
     */
    static Incident incident(ParseResult arguments, Room room, Function<Incident, String> over) {
        String id = arguments.matchedPositionalValue(0, "");
        Incident incident = room.ledger()
                .incident(id)
                .orElseThrow(() -> Mistake.usage("the table " + room.table() + " in " + room.region()
                        + " has no incident " + id + "; its id stands in its message"));
        if (incident.ending() != null) {
            throw Mistake.usage(
                    "incident " + id + " is over since " + incident.ending().at() + over.apply(incident));
        }
        return incident;
    }

    /** Whether whoever is at the shell has been asked and agrees. */
    static boolean agreed(String question, ParseResult arguments, Console console) {
        if (arguments.hasMatchedOption("--yes")) {
            return true;
        }
        if (!console.terminal().getAsBoolean()) {
            throw Mistake.usage(
                    arguments.commandSpec().name() + " asks first, and there is no terminal to answer at: give --yes");
        }
        return Proposal.agreed(question, console);
    }

    /** Stores the word, with what has to be told of it. */
    static void store(Incident incident, Treatment word, Room room) {
        Mending mending = room.mending(incident.fingerprint().account(), room.standing(Set.of(room.person())));
        Audience audience = new Audience(
                ElsewhereSink.of(room.ledger(), incident), room.means().clock());
        Ward ward = new Ward(
                room.ledger(),
                audience,
                new Deadline(Duration.ZERO),
                UUID.randomUUID().toString());
        if (new Mender(ward, mending)
                .leave(incident, new Change(incident.version(), incident, Map.of()), word)
                .isEmpty()) {
            throw Mistake.usage("incident " + incident.id() + " has just been changed: look at it again");
        }
    }
}
