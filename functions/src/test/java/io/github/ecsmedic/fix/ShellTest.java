package io.github.ecsmedic.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "vpc-0aa1|vpc-0aa1",
                "arn:aws:iam::111122223333:role/x|arn:aws:iam::111122223333:role/x",
                "{\"\"Value\"\":true}|'{\"\"Value\"\":true}'",
                "a b|'a b'",
                "$(reboot)|'$(reboot)'",
                "it's|'it'\\''s'",
                "`id`|'`id`'",
                "~/x|'~/x'",
                "*|'*'"
            })
    void argument_isQuotedUnlessItIsPlain(String argument, String quoted) {
        assertThat(Shell.quote(argument)).isEqualTo(quoted);
    }

    @Test
    void emptyArgument_isQuoted() {
        assertThat(Shell.quote("")).isEqualTo("''");
    }

    @Test
    void controlCharacters_areLeftOut() {
        assertThat(Shell.quote("a\u001b[31m\nb\u0000")).isEqualTo("'a[31mb'");
    }

    @Test
    void noArguments_areNoCommand() {
        assertThat(Shell.join(List.of())).isEmpty();
    }

    @Test
    void line_isReadBackByAShellAsTheSameArguments() throws IOException, InterruptedException {
        List<String> hostile =
                List.of("plain", "$HOME", "a b", "it's", "\"x\"", "; rm -rf /", "`id`", "\\", "!!", "#", "é");
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + Shell.join(hostile))
                .redirectErrorStream(true)
                .start();
        String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(read.lines()).containsExactlyElementsOf(hostile);
    }
}
