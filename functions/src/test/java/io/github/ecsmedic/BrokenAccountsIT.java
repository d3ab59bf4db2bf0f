package io.github.ecsmedic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.aws.Emulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged command line reads a whole broken account over HTTP and names its cause. */
final class BrokenAccountsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Emulator emulator;

    @BeforeAll
    static void start() {
        emulator = Emulator.start();
    }

    @AfterAll
    static void end() {
        emulator.close();
    }

    @BeforeEach
    void reset() {
        emulator.reset();
    }

    static List<String> causes() {
        return emulator.brokenAccounts();
    }

    @ParameterizedTest
    @MethodSource("causes")
    void account_broken_isDiagnosedWithoutChangingIt(String cause) throws Exception {
        String event = emulator.breakAccount(cause);
        emulator.zero();

        Run run = diagnose(event);

        JsonNode diagnosis = run.diagnosis();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(diagnosis.at("/causes/0/id").asText()).isEqualTo(cause);
        assertThat(diagnosis.at("/causes/0/certainty").asText()).isEqualTo("proven");
        assertThat(emulator.calls().mutating()).isEmpty();
        assertThat(diagnosis.at("/cost/apiCalls").asInt())
                .isEqualTo(emulator.calls().total());
    }

    @ParameterizedTest
    @MethodSource("causes")
    void account_thatRefusesEveryRead_isNotBlamed(String cause) throws Exception {
        String event = emulator.breakAccount(cause);
        emulator.faults(Map.of("*", Emulator.Fault.ACCESS_DENIED));

        Run run = diagnose(event);

        JsonNode diagnosis = run.diagnosis();
        boolean provenByTheText = diagnosis.at("/causes/0/certainty").asText().equals("proven");
        assertThat(run.exitCode()).isEqualTo(provenByTheText ? 1 : 3);
        assertThat(diagnosis.at("/refuted"))
                .map(refuted -> refuted.get("source").asText())
                .isSubsetOf("event", "message");
        assertThat(diagnosis.at("/notChecked").toString()).contains("AccessDenied");
    }

    private record Run(int exitCode, JsonNode diagnosis) {}

    private static Run diagnose(String event) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        Built.commandLine().toString(),
                        "diagnose",
                        "--event",
                        "-",
                        "--json")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        command.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL", emulator.endpoint().toString(),
                        "AWS_ACCESS_KEY_ID", "x",
                        "AWS_SECRET_ACCESS_KEY", "x",
                        "AWS_REGION", "us-east-1",
                        "AWS_CONFIG_FILE", "/dev/null",
                        "AWS_SHARED_CREDENTIALS_FILE", "/dev/null"));
        Process process = command.start();
        try (var in = process.getOutputStream()) {
            in.write(event.getBytes(StandardCharsets.UTF_8));
        }
        byte[] out = process.getInputStream().readAllBytes();
        int exitCode = process.waitFor();
        assertThat(out).as(() -> "exit " + exitCode + " and no diagnosis").isNotEmpty();
        return new Run(exitCode, JSON.readTree(out));
    }
}
