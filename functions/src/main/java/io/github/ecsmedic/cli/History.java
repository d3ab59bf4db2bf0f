package io.github.ecsmedic.cli;

import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.AuditChain;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.json.JsonText;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code history}: what was changed, by whose word, and what came of it. */
final class History implements Command {
    private static final int SCHEMA = 1;

    private final Supplier<Cloud> clouds;

    History(Supplier<Cloud> clouds) {
        this.clouds = clouds;
    }

    /** A line of it; {@code treatment} is empty when the incident is no longer kept. */
    private record Deed(Action action, String incident, Optional<Treatment> treatment) {
        static Deed of(Action action, Ledger ledger) {
            String incident = action.incident();
            return new Deed(
                    action,
                    incident,
                    ledger.incident(incident)
                            .flatMap(i -> i.treatments().stream()
                                    .filter(t -> t.id(incident).equals(action.id()))
                                    .findFirst()));
        }

        String by() {
            return treatment
                    .map(t -> t.people().isEmpty() ? "the owner's tags" : String.join(" and ", t.people()))
                    .orElse("not known any more");
        }

        String outcome() {
            return treatment
                    .map(Treatment::state)
                    .map(Enum::name)
                    .orElseGet(() -> action.outcome().name())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', ' ');
        }

        /** The outcome as people read it. */
        String says() {
            return switch (outcome()) {
                case "acted", "pending" -> "done, not verified yet";
                case "acting" -> "sent, its answer is not known yet";
                case "undoing" -> "is being taken back";
                case "undone" -> "taken back";
                default -> outcome();
            };
        }

        String why() {
            return treatment.map(Treatment::why).orElse("");
        }
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("history")
                .addOption(Options.text("--service", "S", "Of this service alone."))
                .addOption(Options.flag("--json", "Writes JSON instead of text."));
        OnTable.addPlace(spec);
        spec.usageMessage()
                .sortOptions(false)
                .header("Says what was changed, by whose word, and what came of it. Reads only.")
                .customSynopsis("ecs-medic history [--service S] [--json] [--table NAME] [--region REGION]")
                .footer(
                        "",
                        "Of the last 90 days, newest first; and whether the audit is whole, in the table",
                        "and, with ECS_MEDIC_AUDIT_LOG, in its log group.",
                        "",
                        "Example:",
                        "  ecs-medic history --service api --table ecs-medic-table",
                        "Exit code: 0 it is told, 1 the audit is not whole, 2 wrong usage, 3 the table",
                        "could not be reached.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        Room room = OnTable.room(arguments, console, clouds.get(), Room::toRead);
        String service = arguments.matchedOptionValue("--service", "");
        return Tables.asked(room.table(), room.region(), () -> {
            List<Deed> deeds = room.ledger().actions().stream()
                    .filter(a -> service.isEmpty() || a.scope().endsWith("/" + service))
                    .map(a -> Deed.of(a, room.ledger()))
                    .toList();
            List<KeptAudit> audits = room.ledger().auditHeads().stream()
                    .map(head -> KeptAudit.of(head.place(), room))
                    .toList();
            console.out()
                    .print(arguments.hasMatchedOption("--json") ? json(deeds, audits) + "\n" : text(deeds, audits));
            return audits.stream().allMatch(c -> c.faults().isEmpty()) ? ExitCode.OK : ExitCode.FAILURE;
        });
    }

    private static String text(List<Deed> deeds, List<KeptAudit> audits) {
        StringBuilder text = new StringBuilder();
        if (deeds.isEmpty()) {
            text.append("Nothing was changed in the last 90 days.\n");
        }
        for (Deed deed : deeds) {
            text.append(deed.action().at().truncatedTo(ChronoUnit.SECONDS))
                    .append("  ")
                    .append(deed.action().scope())
                    .append("  ")
                    .append(deed.action().fix())
                    .append("  ")
                    .append(deed.says())
                    .append(deed.why().isEmpty() ? "" : " (" + deed.why() + ")")
                    .append("\n    by ")
                    .append(deed.by())
                    .append(", incident ")
                    .append(deed.incident())
                    .append('\n');
        }
        if (audits.isEmpty()) {
            text.append("There is no audit record.\n");
        }
        audits.forEach(audit -> text.append(audit.says()).append('\n'));
        return text.toString();
    }

    private static String json(List<Deed> deeds, List<KeptAudit> audits) {
        return JsonText.object(json -> {
            json.writeNumberField("schema", SCHEMA);
            JsonText.list(json, "changes", deeds, (out, deed) -> {
                out.writeStringField("at", deed.action().at().toString());
                out.writeStringField("scope", deed.action().scope());
                out.writeStringField("fix", deed.action().fix());
                out.writeStringField("cause", deed.action().cause().problem());
                out.writeStringField("revision", deed.action().revision());
                out.writeStringField("incident", deed.incident());
                JsonText.texts(
                        out, "people", deed.treatment().map(Treatment::people).orElse(List.of()));
                out.writeStringField("outcome", deed.outcome());
                out.writeStringField("why", deed.why());
            });
            JsonText.list(json, "audit", audits, (out, audit) -> {
                out.writeStringField("place", audit.place());
                out.writeNumberField("records", audit.records());
                out.writeBooleanField("whole", audit.faults().isEmpty());
                out.writeStringField("secondPlace", audit.unread().isEmpty() ? "read" : audit.unread());
                JsonText.texts(
                        out,
                        "faults",
                        audit.faults().stream().map(AuditChain.Fault::text).toList());
            });
        });
    }
}
