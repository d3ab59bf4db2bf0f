package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.cli.TerminalText;
import io.github.ecsmedic.model.Diagnosis;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenMessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Set<String> causes() {
        return Diagnoses.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("causes")
    void terminal_ofCause_isAsRecorded(String cause) throws IOException {
        Diagnosis d = diagnosis(cause);
        String text = TerminalText.of(d, 80, false);
        Golden.compare(cause, "terminal.txt", text);
        firstTwoLinesNameCauseAndCommand(d, text.lines().toList());
    }

    @ParameterizedTest
    @MethodSource("causes")
    void mail_ofCause_isAsRecorded(String cause) throws IOException {
        Diagnosis d = diagnosis(cause);
        String text = JSON.readTree(SnsMessage.of(d, MessageOptions.DEFAULT).message())
                .path("email")
                .asText();
        Golden.compare(cause, "mail.txt", text);
        firstTwoLinesNameCauseAndCommand(d, text.lines().toList());
    }

    @ParameterizedTest
    @MethodSource("causes")
    void slack_ofCause_isAsRecorded(String cause) throws IOException {
        Diagnosis d = diagnosis(cause);
        JsonNode message = JSON.readTree(SlackMessage.of(d, MessageOptions.DEFAULT));
        String pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(message) + "\n";
        Golden.compare(cause, "slack.json", pretty);
        firstTwoLinesNameCauseAndCommand(
                d,
                List.of(
                        pretty.lines().skip(1).findFirst().orElse(""),
                        message.path("text").asText()));
        firstTwoLinesNameCauseAndCommand(d, SlackView.lines(message));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void json_ofCause_isAsRecorded(String cause) throws IOException {
        JsonNode json = JSON.readTree(DiagnosisJson.of(diagnosis(cause)));
        Golden.compare(
                cause, "diagnosis.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
    }

    @Test
    void lines_atEightyColumns_areNarrowerUnlessToBePasted() {
        for (Diagnosis d : Diagnoses.all().values()) {
            assertThat(TerminalText.of(d, 80, false).lines())
                    .filteredOn(line -> line.codePointCount(0, line.length()) > 80)
                    .allMatch(line -> line.startsWith("aws ") || Words.of(line).size() <= 2);
        }
    }

    private static Diagnosis diagnosis(String cause) {
        Diagnosis d = Diagnoses.all().get(cause);
        assertThat(d).isNotNull();
        return d;
    }

    private static void firstTwoLinesNameCauseAndCommand(Diagnosis d, List<String> lines) {
        assertThat(lines.get(0))
                .satisfiesAnyOf(
                        line -> assertThat(line).contains(d.causes().getFirst().id()),
                        line -> assertThat(line)
                                .contains(d.causes().getFirst().summary().replace("\"", "\\\"")),
                        line -> assertThat(line).contains(d.causes().getFirst().summary()),
                        line -> assertThat(line)
                                .contains(": " + d.causes().getFirst().summary().split(": ", 2)[0]));
        assertThat(lines.get(1))
                .contains(d.fixes().getFirst().steps().getFirst().cli());
    }
}
