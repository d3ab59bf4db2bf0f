package io.github.ecsmedic.cli;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.treat.Audience;
import io.github.ecsmedic.treat.Deadline;
import io.github.ecsmedic.treat.Mender;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Ward;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    /** Whether it matters who is at the shell. */
    interface Opening {
        Room open(Cloud cloud, String region, String table, Console console);
    }

    /**
     * The room with the table.
     *
     * @throws Mistake when no table, or no region, is named
     */
    static Room room(ParseResult arguments, Console console, Cloud cloud, Opening opening) {
        String table = Tables.name(arguments, console);
        if (table.isEmpty()) {
            throw Mistake.usage(arguments.commandSpec().name()
                    + " needs the incident table of the installation: give --table NAME, or set " + Tables.VARIABLE);
        }
        String region = arguments.matchedOptionValue("--region", cloud.region());
        if (region.isEmpty()) {
            throw Mistake.usage("no region is known: give --region, or set AWS_REGION");
        }
        return opening.open(cloud, region, table, console);
    }

    /** The incident that is named. */
    static Incident incident(ParseResult arguments, Room room) {
        String id = arguments.matchedPositionalValue(0, "");
        return room.ledger()
                .incident(id)
                .orElseThrow(() -> Mistake.usage("the table " + room.table() + " in " + room.region()
                        + " has no incident " + id + "; its id stands in its message"));
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

    /** With which a word is stored, and what has to be told of it. */
    static Mender mender(Incident incident, Room room) {
        Mending mending = room.looking(incident.fingerprint().account(), room.standing(Set.of(room.person())));
        Audience audience = new Audience(
                ElsewhereSink.of(room.ledger(), incident), room.means().clock());
        Ward ward = new Ward(
                room.ledger(),
                audience,
                new Deadline(Duration.ZERO),
                UUID.randomUUID().toString());
        return new Mender(ward, mending);
    }

    /**
     * The word is stored.
     *
     * @throws Mistake when the incident was changed meanwhile
     */
    static void stored(Optional<Incident> now, Incident before) {
        if (now.isEmpty()) {
            throw Mistake.usage("incident " + before.id() + " has just been changed: look at it again");
        }
    }
}
