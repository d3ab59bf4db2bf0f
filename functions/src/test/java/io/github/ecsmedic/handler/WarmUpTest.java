package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.aws.Line;
import io.github.ecsmedic.aws.Rehearsal;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.model.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is played before the first event goes the whole way of one, and nowhere else. */
class WarmUpTest {
    private static final Place HOME = new Place("222233334444", "eu-west-1");
    private static final Map<String, String> PLAIN = Map.of(
            "AWS_REGION",
            HOME.region(),
            Settings.TOPIC_ARN,
            "arn:aws:sns:eu-west-1:222233334444:made-up",
            Settings.TABLE,
            "made-up");

    /** The line that it logged. */
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private Rehearsal rehearsal = Rehearsal.in(HOME, "");

    private static Map<String, String> and(String... more) {
        Map<String, String> all = new HashMap<>(PLAIN);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private JsonNode played(
            Map<String, String> environment, Function<Wiring, RequestStreamHandler> handler, String event)
            throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.apply(Wiring.of(environment).rehearsed(rehearsal))
                .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, new Invocation("r", 30_000));
        assertThat(answer.toString(UTF_8)).isIn("", "{\"batchItemFailures\":[]}");
        return new ObjectMapper()
                .readTree(log.toString(UTF_8).lines().findFirst().orElse(""));
    }

    private JsonNode diagnosed(Map<String, String> environment) throws IOException {
        return played(
                environment,
                w -> new DiagnoseHandler(w.work(), "made-up", new PrintStream(log, true, UTF_8)),
                rehearsal.batch());
    }

    private List<String> asked() {
        return rehearsal.hosts().keySet().stream()
                .map(URI::getHost)
                .map(host -> host.replace(".eu-west-1.amazonaws.com", ""))
                .toList();
    }

    private static List<String> told(JsonNode line) {
        return line.findValues("told").getFirst().findValuesAsText("sink");
    }

    @Test
    void failure_rehearsed_isProvenAndToldByTopicAndBus() throws IOException {
        JsonNode line = diagnosed(PLAIN);

        assertThat(line.path("details").path(0).path("causes").path(0).asText())
                .isEqualTo("network.s3_gateway_missing proven");
        assertThat(line.path("level").asText()).isEqualTo("INFO");
        assertThat(told(line)).containsExactlyInAnyOrder("sns", "bus");
        assertThat(asked()).containsExactly("cloudtrail", "dynamodb", "ec2", "ecs", "events", "sns");
    }

    @Test
    void failure_rehearsedWithAWebHook_isToldInSlackWithoutReachingIt() throws IOException {
        rehearsal = Rehearsal.in(HOME, Wiring.REHEARSED_HOOK);

        assertThat(told(diagnosed(and(Settings.SLACK_WEBHOOK_SECRET, "ops/slack"))))
                .containsExactlyInAnyOrder("sns", "bus", "slack");
        assertThat(asked()).contains("secretsmanager");
    }

    @Test
    void failure_rehearsedWithABot_isToldInSlackWithoutReachingIt() throws IOException {
        rehearsal = Rehearsal.in(HOME, Wiring.REHEARSED_TOKEN);

        assertThat(told(diagnosed(
                        and(Settings.SLACK_WEBHOOK_SECRET, "ops/slack", Settings.SLACK_CHANNEL, "C0AAA1111"))))
                .containsExactlyInAnyOrder("sns", "bus", "slack", "slack-thread");
    }

    @Test
    void failure_rehearsedAgain_isNewAgain() throws IOException {
        JsonNode first = diagnosed(PLAIN);
        rehearsal.again();
        log.reset();

        assertThat(diagnosed(PLAIN).path("details").path(0).path("news"))
                .isEqualTo(first.path("details").path(0).path("news"));
    }

    @Test
    void sweep_rehearsed_looksAtTheServices() throws IOException {
        JsonNode line =
                played(PLAIN, w -> new SweepHandler(w.sweeping(), "made-up", new PrintStream(log, true, UTF_8)), "{}");

        assertThat(line.path("level").asText()).isEqualTo("INFO");
        assertThat(line.path("services").asInt()).isEqualTo(1);
        assertThat(asked()).contains("dynamodb", "ecs");
    }

    @Test
    void fixes_rehearsed_findNothingToDo() throws IOException {
        JsonNode line = played(PLAIN, w -> new FixHandler(w.fixing(), new PrintStream(log, true, UTF_8)), "{}");

        assertThat(line.path("level").asText()).isEqualTo("INFO");
        assertThat(asked()).containsExactly("dynamodb");
    }

    private int plays(Map<String, String> environment) {
        AtomicInteger plays = new AtomicInteger();
        new WarmUp(environment, Line.from(HOME.region()), new PrintStream(log, true, UTF_8))
                .of(new WarmUp.Scene(
                        HOME,
                        "",
                        _ -> new WarmUp.Cast((in, out, invocation) -> plays.incrementAndGet()),
                        _ -> "{}",
                        Duration.ofMillis(50)));
        return plays.get();
    }

    @Test
    void start_fromLoadedClasses_rehearsesOnce_andAnyOtherOnePractises() {
        assertThat(plays(and(WarmUp.PRACTISES, "off"))).isEqualTo(1);
        assertThat(plays(PLAIN)).isGreaterThan(1);
    }
}
