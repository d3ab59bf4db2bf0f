package io.github.ecsmedic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.cli.Shell.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @Test
    void version_asked_isWrittenToStandardOutput() {
        Result result = Shell.empty().run("--version");

        assertThat(result).isEqualTo(new Result(0, "ecs-medic " + Version.current() + "\n", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "classify", "explain", "diagnose", "check", "approve", "undo", "history", "doctor", "redrive"
            })
    void help_asked_isWrittenToStandardOutputWithinEightyColumns(String command) {
        Result result =
                command.isEmpty() ? Shell.empty().run("--help") : Shell.empty().run(command, "--help");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("Usage: ecs-medic " + command);
        assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void help_ofTheProgram_listsWhatLooksAtAnInstallation() {
        assertThat(Shell.empty().run("--help").out().lines().map(String::strip))
                .anyMatch(line -> line.startsWith("doctor "))
                .anyMatch(line -> line.startsWith("redrive "));
    }

    @Test
    void command_missing_showsTheUsageOnStandardError() {
        Result result = Shell.empty().run();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Usage: ecs-medic [-h] [--version] COMMAND\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            clasify           | ecs-medic: 'clasify' is no command: did you mean classify? See: ecs-medic --help
            frobnicate        | ecs-medic: 'frobnicate' is no command. See: ecs-medic --help
            --frob            | ecs-medic: Unknown option: '--frob'. See: ecs-medic --help
            classify --frob   | ecs-medic: Unknown option: '--frob'. See: ecs-medic classify --help
            classify a b      | ecs-medic: Unmatched argument at index 2: 'b'. See: ecs-medic classify --help
            """)
    void usage_wrong_isOneLineOnStandardError(String line, String says) {
        assertThat(Shell.empty().run(line.split(" "))).isEqualTo(new Result(2, "", says + "\n"));
    }
}
