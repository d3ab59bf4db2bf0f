package io.github.ecsmedic.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.model.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The logs in {@code src/test/resources/log}, a folder a runtime: amid other errors, each is read as the file beside it says. */
class LogTailsTest {
    private static final Path FOLDER = Path.of("src/test/resources/log");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> tails() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tails")
    void tail_amidOtherErrors_isReadAsItsDecisiveLinesAndNames(Path tail) throws IOException {
        assertThat(LogReading.of(Files.readAllLines(tail))).isEqualTo(expected(tail));
    }

    @ParameterizedTest
    @MethodSource("tails")
    void tail_asOneEntry_isReadTheSame(Path tail) throws IOException {
        assertThat(LogReading.of(List.of(Files.readString(tail)))).isEqualTo(expected(tail));
    }

    @ParameterizedTest
    @MethodSource("tails")
    void tail_withoutItsReport_namesNothing(Path tail) throws IOException {
        List<String> shown = LogReading.of(Files.readAllLines(tail)).lines();
        List<String> calm = Files.readAllLines(tail).stream()
                .filter(line -> line.contains("INFO") || line.contains("info") || line.contains("GET "))
                .filter(line -> !shown.contains(line) && !line.contains("[emerg]"))
                .toList();

        assertThat(LogReading.of(calm).fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "node", "python", "go", "ruby", "dotnet", "nginx", "envoy"})
    void runtime_hasFiveTailsOfSixtyLines(String runtime) throws IOException {
        assertThat(tails().filter(t -> t.getParent().getFileName().toString().equals(runtime)))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(t -> assertThat(Files.readAllLines(t)).hasSizeGreaterThanOrEqualTo(60));
    }

    @Test
    void everyTail_showsAtMostFiveLinesOfItsOwn() throws IOException {
        assertThat(tails()).allSatisfy(t -> assertThat(expected(t).lines()).hasSizeBetween(1, LogReading.SHOWN));
    }

    private static LogReading expected(Path tail) {
        try {
            JsonNode file =
                    JSON.readTree(Files.readAllBytes(Path.of(tail.toString().replace(".txt", ".json"))));
            List<String> named = new ArrayList<>();
            file.path("named").properties().forEach(e -> {
                named.add(e.getKey());
                named.add(e.getValue().asText());
            });
            List<String> lines = new ArrayList<>();
            file.path("lines").forEach(line -> lines.add(line.asText()));
            return new LogReading(
                    file.path("fault").asText(),
                    Resources.of(named.toArray(String[]::new)),
                    file.path("decisive").asText(),
                    lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
