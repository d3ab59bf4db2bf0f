package io.github.ecsmedic.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.signature.Recogniser;
import io.github.ecsmedic.signature.Recognition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code classify}: what a message of ECS says, from its text alone. */
final class Classify implements Command {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("classify")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .type(String.class)
                        .arity("0..1")
                        .description("JSON lines; standard input when it is missing or -.")
                        .build());
        spec.usageMessage()
                .header("Names what messages of ECS say, from their text alone.")
                .description(
                        "",
                        "Reads JSON lines and writes one {\"id\",\"label\",\"alert\"} a line, in the same",
                        "order. A line holds \"text\" and, where known, \"id\", \"stopCode\", \"exitCode\",",
                        "\"launchType\", \"group\" and \"field\": stoppedReason (default), containerReason,",
                        "serviceEvent, deploymentStateReason or log.",
                        "")
                .footer(
                        "",
                        "Example:",
                        "  echo '{\"id\":\"1\",\"text\":\"Task failed container health checks\"}' |",
                        "    ecs-medic classify",
                        "Exit code: 0 every line was answered, 2 a line could not be read.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        String file = arguments.matchedPositionalValue(0, "-");
        try (InputStream input = Input.open(file, console)) {
            return answer(new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)), console);
        } catch (IOException e) {
            throw Mistake.usage(Input.unreadable(file, e));
        }
    }

    private static int answer(BufferedReader lines, Console console) throws IOException {
        Recogniser recogniser = Catalogue.recogniser();
        int exitCode = ExitCode.OK;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                if (!line.isBlank()) {
                    MessageLine read = MessageLine.parse(number == 1 ? withoutMark(line) : line);
                    console.out().println(json(read.id(), recogniser.recognise(read.message())));
                }
            } catch (Mistake bad) {
                console.err().println("ecs-medic: line " + number + ": " + bad.line());
                exitCode = bad.exitCode();
            }
            if (!lines.ready()) {
                console.out().flush();
            }
        }
        return exitCode;
    }

    private static String withoutMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    private static String json(MessageLine.Id id, Recognition seen) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeFieldName("id");
            if (id.number()) {
                json.writeNumber(id.text());
            } else {
                json.writeString(id.text());
            }
            json.writeStringField("label", seen.label());
            json.writeStringField("alert", seen.alert().word());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
