package io.github.ecsmedic.handler;

import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.natGone;
import static io.github.ecsmedic.incident.Seen.nothing;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static io.github.ecsmedic.incident.Seen.service;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.MemoryWatch;
import io.github.ecsmedic.incident.Seen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ticking clock = new Ticking();
    private final MemoryLedger ledger = new MemoryLedger();
    private final Causes engine =
            new Causes().set("api", "secrets.not_found", secretGone("db")).set("web", "unknown.generic", nothing());
    private final AtomicInteger ids = new AtomicInteger();
    private final Inbox slack = new Inbox("slack");
    private final Parts parts = new Parts(
            engine, (region, budget) -> FakeAccount.small(), ledger, clock, () -> "i-" + ids.incrementAndGet(), true);

    private List<JsonNode> batch(String... bodies) throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        new DiagnoseHandler(
                        new BatchWork(parts, budget -> List.of(slack)),
                        "ecs-medic-diagnose",
                        new PrintStream(log, true, UTF_8))
                .handleRequest(Batches.of(bodies), new ByteArrayOutputStream(), new Invocation("request-1", 120_000));
        return lines(log);
    }

    private List<JsonNode> sweep() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        new SweepHandler(
                        new Wiring.Sweeping(parts, budget -> List.of(slack), new MemoryWatch(), "us-east-1"),
                        "ecs-medic-sweep",
                        new PrintStream(log, true, UTF_8))
                .handleRequest(
                        new ByteArrayInputStream(new byte[0]),
                        new ByteArrayOutputStream(),
                        new Invocation("request-2", 120_000));
        return lines(log);
    }

    private static List<JsonNode> lines(ByteArrayOutputStream log) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : log.toString(UTF_8).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    /** What CloudWatch reads: each metric of each line, with the dimensions and values that stand beside it. */
    private static Stream<String> names(JsonNode line) {
        return line.at("/_aws/CloudWatchMetrics")
                .valueStream()
                .flatMap(directive -> directive
                        .path("Metrics")
                        .valueStream()
                        .map(metric -> metric.path("Name").asText())
                        .peek(name -> assertThat(line.has(name)).as(name).isTrue())
                        .peek(_ -> directive
                                .path("Dimensions")
                                .valueStream()
                                .flatMap(JsonNode::valueStream)
                                .forEach(dimension -> assertThat(
                                                line.path(dimension.asText()).asText())
                                        .isNotEmpty())));
    }

    @Test
    void handlers_allThatHappens_writeExactlyTheMetricsThatAreNamed() throws IOException {
        List<JsonNode> all =
                new ArrayList<>(batch(Batches.stopped("api"), Batches.stopped("web"), "no { JSON", Batches.foreign()));
        slack.refuses = true;
        engine.set("web", "unknown.generic", natGone("nat-1"));
        all.addAll(batch(Batches.stopped("web", "web-2", 3, "2026-11-20T03:20:00Z")));
        Incident gone = Seen.incident("i-gone", 0, diagnosis(service("gone"), "app.crash", secretGone("x")));
        ledger.commit(new Commit(List.of(), List.of(new Change(0, gone, Map.of(gone.fingerprint(), ""))), List.of()));
        all.addAll(sweep());
        assertThat(all.stream().flatMap(MetricsTest::names))
                .containsOnly(Arrays.stream(Metric.values()).map(Metric::text).toArray(String[]::new));
    }

    @Test
    void batch_always_countsWhatBecameOfIt() throws IOException {
        JsonNode line = batch(Batches.stopped("api"), Batches.stopped("web"), "no { JSON")
                .getFirst();
        assertThat(line.path("Events").asInt()).isEqualTo(3);
        assertThat(line.path("ReturnedEvents").asInt()).isEqualTo(1);
        assertThat(line.path("IncidentsOpened").asInt()).isEqualTo(2);
        assertThat(line.path("UnknownTexts").asInt()).isEqualTo(1);
        assertThat(line.path("LagSeconds")).hasSize(2);
        assertThat(line.path("Function").asText()).isEqualTo("ecs-medic-diagnose");
    }

    @Test
    void diagnoses_always_areDividedByFamilyAndCertainty() throws IOException {
        List<JsonNode> lines = batch(Batches.stopped("api"), Batches.stopped("web"));
        assertThat(lines.stream()
                        .filter(line -> line.has("Diagnoses"))
                        .map(line -> line.path("Family").asText() + " "
                                + line.path("Certainty").asText() + " "
                                + line.path("Diagnoses").asInt()))
                .containsExactlyInAnyOrder("secrets proven 1", "unknown possible 1");
    }

    @Test
    void sends_refused_areDividedBySinkAndFault() throws IOException {
        slack.refuses = true;
        JsonNode refused = batch(Batches.stopped("api")).stream()
                .filter(line -> line.has("RefusedSends"))
                .findFirst()
                .orElseThrow();
        assertThat(refused.path("Sink").asText()).isEqualTo("slack");
        assertThat(refused.path("Fault").asText()).isNotEmpty();
        assertThat(refused.at("/_aws/CloudWatchMetrics/0/Dimensions").toString())
                .isEqualTo("[[\"Function\",\"Sink\"],[\"Function\",\"Sink\",\"Fault\"]]");
    }
}
