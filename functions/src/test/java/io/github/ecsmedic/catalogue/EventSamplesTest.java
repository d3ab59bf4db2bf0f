package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.model.Diagnosis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples in {@code events/}, by an account of which nothing can be read: the event alone must tell the label. */
class EventSamplesTest {
    private static final Path EVENTS = Path.of("..", "events");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Named<Path>> samples() throws IOException {
        try (Stream<Path> files = Files.walk(EVENTS)) {
            return files
                    .filter(file -> file.endsWith("event.json"))
                    .map(Path::getParent)
                    .sorted()
                    .map(folder -> Named.of(EVENTS.relativize(folder).toString(), folder))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sample_nothingReadable_isRecognisedAndJudgedFromItsText(Path folder) throws IOException {
        JsonNode expected = JSON.readTree(folder.resolve("expect.json").toFile());

        Outcome outcome = Catalogue.full()
                .diagnoser()
                .diagnose(EventReader.read(Files.readAllBytes(folder.resolve("event.json"))), unreadable());

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Diagnosed.class, diagnosed -> {
            Diagnosis diagnosis = diagnosed.diagnosis();
            assertThat(List.of(diagnosis.label(), diagnosis.alert().word()))
                    .isEqualTo(List.of(
                            expected.get("label").asText(),
                            expected.get("alert").asText()));
        });
    }

    private static FakeAccount unreadable() {
        FakeAccount account = FakeAccount.small();
        Catalogue.full().readActions().forEach(action -> account.unknown(action, "AccessDenied"));
        return account;
    }

    @Test
    void samples_together_areEnough() throws IOException {
        assertThat(samples()).hasSizeGreaterThan(90);
    }
}
