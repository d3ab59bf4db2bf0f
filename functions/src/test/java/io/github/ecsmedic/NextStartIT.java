package io.github.ecsmedic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.aws.Emulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged command line foretells over HTTP what a diagnosis finds once it has happened, and of whose account it is. */
final class NextStartIT {
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

    @ParameterizedTest
    @ValueSource(strings = {"dns.vpc_attributes_off", "network.s3_gateway_missing", "network.no_route"})
    void account_broken_isForetoldWithoutChangingIt(String cause) throws Exception {
        Service service = service(emulator.breakAccount(cause));
        emulator.zero();

        Run run = check(service);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().findValuesAsText("id")).contains(cause);
        assertThat(run.json().at("/services/0/verdict").asText()).isEqualTo("would fail");
        assertThat(emulator.calls().mutating()).isEmpty();
        assertThat(run.json().at("/cost/apiCalls").asInt())
                .isEqualTo(emulator.calls().total())
                .isLessThanOrEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry.dockerhub_rate_limit", "app.crash"})
    void account_whoseNetworkIsInOrder_isNotBlamed(String cause) throws Exception {
        Run run = check(service(emulator.breakAccount(cause)));

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.json().at("/services/0/legs"))
                .allSatisfy(leg -> assertThat(leg.at("/causes")).isEmpty());
    }

    @Test
    void account_thatRefusesEveryRead_isOneLine() throws Exception {
        Service service = service(emulator.breakAccount("network.no_route"));
        emulator.faults(Map.of("*", Emulator.Fault.ACCESS_DENIED));

        Run run = check(service);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void event_ofAnotherAccount_isDiagnosedFromItsTextAlone() throws Exception {
        String event = emulator.breakAccount("network.no_route");
        String foreign = event.replace(JSON.readTree(event).at("/account").asText(), "444455556666");

        Run run = run(foreign, "diagnose", "--event", "-", "--json");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.json().at("/causes/0/id").asText()).isEqualTo("unknown");
        assertThat(run.json().at("/notChecked").toString()).contains("credentials of account 111122223333: ");
        assertThat(emulator.calls().byOperation()).containsEntry("sts:GetCallerIdentity", 2);
    }

    private record Service(String cluster, String name) {}

    private static Service service(String event) throws IOException {
        JsonNode detail = JSON.readTree(event).at("/detail");
        String cluster = detail.at("/clusterArn").asText();
        return new Service(
                cluster.substring(cluster.lastIndexOf('/') + 1),
                detail.at("/group").asText().substring("service:".length()));
    }

    private record Run(int exitCode, String out) {
        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (IOException e) {
                throw new AssertionError("exit " + exitCode + " and no JSON: " + out, e);
            }
        }
    }

    private static Run check(Service service) throws IOException, InterruptedException {
        return run("", "check", "--cluster", service.cluster(), "--service", service.name(), "--json");
    }

    private static Run run(String in, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Built.commandLine().toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
        command.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL", emulator.endpoint().toString(),
                        "AWS_ACCESS_KEY_ID", "x",
                        "AWS_SECRET_ACCESS_KEY", "x",
                        "AWS_REGION", "us-east-1",
                        "AWS_CONFIG_FILE", "/dev/null",
                        "AWS_SHARED_CREDENTIALS_FILE", "/dev/null"));
        Process process = command.start();
        try (var input = process.getOutputStream()) {
            input.write(in.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out);
    }
}
