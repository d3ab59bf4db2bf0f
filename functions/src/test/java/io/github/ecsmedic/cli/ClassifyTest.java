package io.github.ecsmedic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifyTest {
    private static final String SAID = "\"label\":\"unknown.generic\",\"alert\":\"failure\"}";

    @Test
    void lines_severalIds_areAnsweredInTheirOrder() {
        Result result = Shell.in("""
                {"id":"b","text":"Task failed to start"}
                {"id":"a","text":"Task failed to start","field":"stoppedReason","stopCode":null,"exitCode":null,"launchType":"FARGATE","group":"family:a"}
                {"id":7,"text":"Task failed to start","label":"not ours","more":{"deep":[1,2]}}
                """).run("classify");

        assertThat(result)
                .isEqualTo(new Result(
                        0, "{\"id\":\"b\"," + SAID + "\n{\"id\":\"a\"," + SAID + "\n{\"id\":7," + SAID + "\n", ""));
    }

    @Test
    void line_withoutId_isAnsweredUnderAnEmptyOne() {
        assertThat(Shell.in("{\"text\":\"Task failed to start\"}").run("classify"))
                .isEqualTo(new Result(0, "{\"id\":\"\"," + SAID + "\n", ""));
    }

    @Test
    void line_blankOrMarkedAsUnicode_isNoMistake() {
        assertThat(Shell.in("\uFEFF{\"id\":\"a\",\"text\":\"Task failed to start\"}\r\n\r\n  \n")
                        .run("classify", "-"))
                .isEqualTo(new Result(0, "{\"id\":\"a\"," + SAID + "\n", ""));
    }

    @Test
    void input_empty_isAnsweredWithNothing() {
        assertThat(Shell.empty().run("classify")).isEqualTo(new Result(0, "", ""));
    }

    @Test
    void line_bad_isToldAndTheOthersAreAnswered() {
        Result result = Shell.in(
                        "{\"id\":\"a\",\"text\":\"Task failed to start\"}\n{\"id\":\"b\"\n{\"id\":\"c\",\"text\":\"Task failed to start\"}\n")
                .run("classify");

        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "{\"id\":\"a\"," + SAID + "\n{\"id\":\"c\"," + SAID + "\n",
                        "ecs-medic: line 2: no valid JSON (column 10); write one object a line,"
                                + " with quotes and line breaks in the text escaped\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            text                              | no valid JSON (column 1); write one object a line, with quotes and line breaks in the text escaped
            []                                | not a JSON object; write one object a line, {"id":…,"text":…}
            "text"                            | not a JSON object; write one object a line, {"id":…,"text":…}
            {"id":"a"}                        | "text" is missing; give the message as a string
            {"text":null}                     | "text" is missing; give the message as a string
            {"text":5}                        | "text" is not a string
            {"text":"a","group":[]}           | "group" is not a string
            {"text":"a","id":{}}              | "id" is neither a string nor a number
            {"text":"a","exitCode":"1"}       | "exitCode" is not a whole number of 32 bits
            {"text":"a","exitCode":99999999999} | "exitCode" is not a whole number of 32 bits
            {"text":"a","field":"reason"}     | "field" is none of stoppedReason, containerReason, serviceEvent, deploymentStateReason, log
            {"text":"a"} {"text":"b"}         | more than one JSON value; write one object a line
            """)
    void line_unusable_saysWhatAndHowToMendIt(String line, String says) {
        assertThat(Shell.in(line + "\n").run("classify"))
                .isEqualTo(new Result(2, "", "ecs-medic: line 1: " + says + "\n"));
    }

    @Test
    void file_readable_isAnswered(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("messages.jsonl"), "{\"id\":\"a\",\"text\":\"Task failed to start\"}\n");

        assertThat(Shell.empty().run("classify", file.toString()))
                .isEqualTo(new Result(0, "{\"id\":\"a\"," + SAID + "\n", ""));
    }

    @Test
    void file_missing_saysSo() {
        assertThat(Shell.empty().run("classify", "no-such.jsonl"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: cannot read 'no-such.jsonl': there is no such file;"
                                + " name a readable file, or - for standard input\n"));
    }

    @Test
    void file_folder_saysSo(@TempDir Path folder) {
        assertThat(Shell.empty().run("classify", folder.toString()))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: cannot read '" + folder
                                + "': it is a folder; name a file, or - for standard input\n"));
    }
}
