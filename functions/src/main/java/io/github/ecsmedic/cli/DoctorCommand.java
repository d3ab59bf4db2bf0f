package io.github.ecsmedic.cli;

import io.github.ecsmedic.aws.RoleNeeds;
import io.github.ecsmedic.doctor.Doctor;
import io.github.ecsmedic.doctor.Installed;
import io.github.ecsmedic.doctor.Installed.Wanted;
import io.github.ecsmedic.doctor.Line;
import io.github.ecsmedic.doctor.Line.State;
import io.github.ecsmedic.installation.Names;
import io.github.ecsmedic.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code doctor}: whether an installation is whole. */
final class DoctorCommand implements Command {
    private static final int SECONDS = 60;

    private final Supplier<Cloud> clouds;

    /** {@code clouds} is asked only when a command needs AWS. */
    DoctorCommand(Supplier<Cloud> clouds) {
        this.clouds = clouds;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("doctor")
                .addOption(Options.text("--name", "NAME", "Of the installation; ecs-medic by default."))
                .addOption(Options.text("--region", "REGION", "Where it is; by default the shell's region."))
                .addOption(Options.flag("--send", "Also sends one test message to each sink."))
                .addOption(Options.flag("--json", "Writes JSON instead of text."))
                .addOption(Options.timeout(SECONDS));
        spec.usageMessage()
                .sortOptions(false)
                .header("Says whether an installation of ECS Medic is whole. Reads only, unless --send.")
                .description(
                        "",
                        "Looks from outside, with your credentials: rules and their patterns, queues and",
                        "their policies, dead letters, functions and their version, what IAM allows the",
                        "roles, Slack, the topic, the table, the sweep's heartbeat, the alarms. What you",
                        "may not read has a ? and counts neither as well nor as broken.",
                        "")
                .customSynopsis(
                        "ecs-medic doctor [--name NAME] [--region REGION] [--send] [--json]",
                        "                        [--timeout SECONDS]")
                .footer(
                        "",
                        "JSON, schema 1: {schema, name, region, lines: [{exam, state, says, remedy}]};",
                        "  state: green, red, unseen.",
                        "",
                        "Example:",
                        "  ecs-medic doctor --region us-east-1",
                        "Exit code: 0 nothing red, 1 a red line, 2 wrong usage, 3 the account could not be",
                        "read at all.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        Cloud cloud = clouds.get();
        String name = Options.installation(arguments);
        String region = Options.region(arguments, cloud);
        Installed installed = new Installed(
                new Names(name),
                region,
                cloud.installations().site(region, Options.timeout(arguments, SECONDS)),
                new Wanted(Version.known(), RoleNeeds.all()),
                cloud.installations().now());
        List<Line> lines = new ArrayList<>(Doctor.examine(installed));
        if (arguments.hasMatchedOption("--send")) {
            lines.addAll(sent(cloud, installed));
        }
        DoctorReport report = new DoctorReport(name, region, lines);
        console.out()
                .print(
                        arguments.hasMatchedOption("--json")
                                ? report.json() + "\n"
                                : report.text(console.width(), console.colour()));
        console.out().flush();
        if (report.blind()) {
            String obstacle = cloud.obstacle(region);
            throw Mistake.account(obstacle.isEmpty() ? "nothing of " + name + " could be read in " + region : obstacle);
        }
        return report.red() ? ExitCode.FAILURE : ExitCode.OK;
    }

    private static List<Line> sent(Cloud cloud, Installed installed) {
        return switch (installed.settings()) {
            case Answer.Unknown<Map<String, String>> unknown ->
                List.of(new Line(
                        "send",
                        State.UNSEEN,
                        "nothing was sent, for it is not known where to: " + unknown.why(),
                        List.of()));
            case Answer.Known<Map<String, String>>(Map<String, String> settings, String _) ->
                new TestMessages(
                                cloud.installations().posts(installed.region()),
                                installed.names().installation(),
                                installed.region())
                        .send(settings);
        };
    }
}
