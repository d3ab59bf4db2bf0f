package io.github.ecsmedic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.handler.DiagnoseHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of our Dockerfile, each broken once. */
class ImageTest {
    private static final Pattern PINNED = Pattern.compile("FROM \\S+:\\d+\\.\\d+\\.\\d+[-\\w.]*");
    private static final Pattern COPY = Pattern.compile("COPY( \\w[\\w-]*(\\.jar)?)+ \\./");
    private static final Pattern EXEC = Pattern.compile("(RUN|ENTRYPOINT|CMD) \\[\".*\"]");
    private static final Pattern USER = Pattern.compile("USER [1-9]\\d*:[1-9]\\d*");
    private static final Pattern WORKDIR = Pattern.compile("WORKDIR /\\S+");

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("image", "Dockerfile")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static List<String> faults(List<String> lines) {
        Stream<String> strange = lines.stream()
                .filter(line -> Stream.of(PINNED, COPY, EXEC, USER, WORKDIR)
                        .noneMatch(rule -> rule.matcher(line).matches()));
        int user = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("USER"))
                .findFirst()
                .orElse(""));
        int entry = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("ENTRYPOINT"))
                .findFirst()
                .orElse(""));
        return Stream.concat(strange, user >= 0 && user < entry ? Stream.of() : Stream.of("runs as root"))
                .toList();
    }

    @Test
    void dockerfile_keepsTheRules() throws IOException {
        assertThat(faults(lines())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    FROM amazoncorretto
                    FROM amazoncorretto:latest
                    FROM amazoncorretto:25
                    ADD https://example.com/functions.jar ./
                    COPY *.jar ./
                    COPY . ./
                    RUN ./start --train x
                    CMD start
                    USER root
                    USER 0:0
                    EXPOSE 80
                    """)
    void line_thatBreaksARule_isAFault(String line) throws IOException {
        List<String> broken = Stream.concat(lines().stream(), Stream.of(line)).toList();

        assertThat(faults(broken)).containsExactly(line);
    }

    @Test
    void image_thatRunsAsRoot_isAFault() throws IOException {
        assertThat(faults(lines().stream()
                        .filter(line -> !line.startsWith("USER"))
                        .toList()))
                .containsExactly("runs as root");
    }

    @Test
    void handler_ofTheImage_isThatOfTheFunction() throws IOException {
        assertThat(lines().getLast()).isEqualTo("CMD [\"" + DiagnoseHandler.class.getName() + "::handleRequest\"]");
    }
}
