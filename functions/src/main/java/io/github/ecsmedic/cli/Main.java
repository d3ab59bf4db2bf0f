package io.github.ecsmedic.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The engine for a person's shell and for CI. Results go to standard output, everything else to standard error. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 14),
                false,
                StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exitCode = run(args, AwsCloud::new, new Console(System.in, out, err, System.getenv(), Main::terminal));
        out.flush();
        System.exit(exitCode);
    }

    private static boolean terminal() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }

    /** Runs one command line and answers its exit code. */
    static int run(String[] args, Supplier<Cloud> clouds, Console console) {
        Map<String, Command> commands = commands(clouds);
        try {
            return dispatch(args, commands, console);
        } catch (ParameterException wrong) {
            console.err().println(oneLine(wrong, commands.keySet()));
            return ExitCode.USAGE;
        } catch (Mistake mistake) {
            console.out().flush();
            console.err().println("ecs-medic: " + mistake.line());
            return mistake.exitCode();
        }
    }

    private static int dispatch(String[] args, Map<String, Command> commands, Console console) {
        CommandLine line = commandLine(commands);
        ParseResult parsed = line.parseArgs(args);
        ParseResult last = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        CommandLine asked = last.commandSpec().commandLine();
        if (last.isUsageHelpRequested()) {
            asked.usage(console.out(), Ansi.OFF);
            return ExitCode.OK;
        }
        if (last.isVersionHelpRequested()) {
            console.out().println("ecs-medic " + Version.current());
            return ExitCode.OK;
        }
        Command command =
                parsed.hasSubcommand() ? commands.get(last.commandSpec().name()) : null;
        if (command == null) {
            asked.usage(console.err(), Ansi.OFF);
            return ExitCode.USAGE;
        }
        return command.run(last, console);
    }

    private static CommandLine commandLine(Map<String, Command> commands) {
        CommandSpec root = Options.help(CommandSpec.create().name("ecs-medic"));
        root.usageMessage()
                .header("Says why a task of Amazon ECS failed: the cause, the proof and the fix.")
                .synopsisSubcommandLabel("COMMAND")
                .footer(
                        "",
                        "AWS access is the SDK's default chain: profile, environment, role.",
                        "Each command has its own --help, with an example.");
        commands.forEach((name, command) -> root.addSubcommand(name, Options.help(command.spec())));
        return new CommandLine(root).setUsageHelpAutoWidth(false);
    }

    private static Map<String, Command> commands(Supplier<Cloud> clouds) {
        Map<String, Command> commands = new LinkedHashMap<>();
        commands.put("diagnose", new Diagnose(clouds));
        commands.put("check", new Check(clouds));
        commands.put("doctor", new DoctorCommand(clouds));
        commands.put("redrive", new Redrive(clouds));
        commands.put("explain", new Explain());
        commands.put("classify", new Classify());
        commands.put("approve", new Approve(clouds));
        commands.put("undo", new Undo(clouds));
        commands.put("history", new History(clouds));
        return commands;
    }

    private static String oneLine(ParameterException wrong, Set<String> commands) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        return "ecs-medic: " + sentence(what(wrong, commands)) + " See: " + command + " --help";
    }

    private static String sentence(String text) {
        String line = text.replace('\n', ' ').strip();
        return line.endsWith("?") || line.endsWith(".") ? line : line + ".";
    }

    private static String what(ParameterException wrong, Set<String> commands) {
        boolean atRoot = wrong.getCommandLine().getParent() == null;
        if (atRoot && wrong instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String word = unmatched.getUnmatched().getFirst();
            return "'" + word + "' is no command" + Nearest.hint(word, commands);
        }
        String message = wrong.getMessage();
        return message == null ? "wrong usage" : message;
    }
}
