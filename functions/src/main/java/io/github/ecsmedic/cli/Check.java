package io.github.ecsmedic.cli;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Readiness;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.notify.ReadinessJson;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code check}: whether the next task of a service would start. */
final class Check implements Command {
    private static final int SECONDS = 60;

    private final Supplier<Cloud> clouds;

    /** {@code clouds} is asked only when a command needs AWS. */
    Check(Supplier<Cloud> clouds) {
        this.clouds = clouds;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("check")
                .addOption(Options.text("--cluster", "C", "Name or ARN of the cluster."))
                .addOption(Options.text("--service", "S", "One service; by default all of the cluster."))
                .addOption(Options.text("--region", "REGION", "Where the cluster is; by default the shell's region."))
                .addOption(Options.flag("--json", "Writes JSON instead of text."))
                .addOption(Options.timeout(SECONDS));
        spec.usageMessage()
                .sortOptions(false)
                .header("Says whether the next task of a service would start. Reads only.")
                .description(
                        "",
                        "Walks every leg that a start needs (roles, network interface, registry login,",
                        "manifest, layers, other registries, secrets, parameters, environment files, EFS,",
                        "logs) from every subnet of the service, on EC2 from up to five instances in use,",
                        "by the same rules as diagnose. A leg is ok when each cause that could make it",
                        "fail is refuted, would fail when one is proven, and else not seen.",
                        "Not looked at: services that want no task, and tasks outside AWS.",
                        "")
                .customSynopsis(
                        "ecs-medic check --cluster C [--service S] [--region REGION] [--json]",
                        "                       [--timeout SECONDS]")
                .footer(
                        "",
                        "JSON, schema 1, in the words of a diagnosis:",
                        "  {schema, subject, services: [{subject, verdict, skipped, legs: [{leg,",
                        "  destination, verdict, places, causes, path, notChecked}], fixes, notChecked}],",
                        "  looked, notChecked, cost}",
                        "  verdict: ok, would fail, not seen; of a service also skipped.",
                        "",
                        "Examples:",
                        "  ecs-medic check --cluster prod --service api",
                        "  aws ecs wait services-stable --cluster prod --services api &&",
                        "    ecs-medic check --cluster prod --service api",
                        "Exit code: 0 all is well or only could not be seen (which is said), 1 a next",
                        "start would fail, 2 wrong usage, 3 the account could not be read at all.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        String cluster = arguments.matchedOptionValue("--cluster", "");
        if (cluster.isEmpty()) {
            throw Mistake.usage("check needs --cluster C");
        }
        Request.OnDemand asked = new Request.OnDemand(
                cluster,
                "",
                arguments.matchedOptionValue("--service", ""),
                arguments.matchedOptionValue("--region", ""));
        OnDemand demand = OnDemand.open(asked, clouds.get(), Options.timeout(arguments, SECONDS));
        Readiness readiness = look(demand);
        console.out()
                .print(
                        arguments.hasMatchedOption("--json")
                                ? ReadinessJson.of(readiness) + "\n"
                                : TerminalText.of(readiness, console.width(), console.colour()));
        console.out().flush();
        return readiness.wouldFail() ? ExitCode.FAILURE : ExitCode.OK;
    }

    private static Readiness look(OnDemand demand) {
        Subject subject = new Subject("", demand.region(), demand.cluster(), demand.service(), "", "");
        Answer<Optional<Readiness>> found =
                Catalogue.full().nextStarts().of(subject, demand.service(), demand.account());
        return switch (found) {
            case Unknown<Optional<Readiness>> unknown -> throw demand.mistake(unknown);
            case Known<Optional<Readiness>>(Optional<Readiness> readiness, String _) ->
                readiness.orElseThrow(demand::noService);
        };
    }
}
